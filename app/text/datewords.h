#pragma once

#include <QString>
#include <QStringView>

namespace text {

// What a word can mean in a date. Some mean several things in different languages ("mar" is March
// and martes), so each has a place of its own.
struct DateWord
{
    int month = 0; // 1 to 12; 101 to 112 in the Persian calendar.
    int zone = noZone; // Seconds east of UTC.
    bool weekday = false;
    bool forenoon = false; // am
    bool afternoon = false; // pm
    bool glue = false; // "de", "of", "den": stands between the parts of a date.
    bool hour = false; // "Uhr", "h", "시": follows an hour.
    bool atTime = false; // "at", "um", "kl": announces an hour.
    bool published = false; // "Published", "Stand", "Опубликовано".
    bool updated = false; // "Updated", "aktualisiert", "обновлено".
    bool company = false; // Other words met in lines that only tell a date.
    int counted = 0; // The month a Vietnamese number stands for, after "tháng".
    bool thai = false; // The year is counted from the Buddha's death.

    static constexpr int noZone = 1 << 20;

    [[nodiscard]] bool goesWithDates() const
    {
        return month != 0 || zone != noZone || weekday || forenoon || afternoon || glue || hour
            || atTime || published || updated || company;
    }
};

// The meaning of a word as folded() gives it; nothing set for any other word.
DateWord dateWord(const QString &foldedWord);

constexpr int persianCalendar = 100; // Added to the months of that calendar.

} // namespace text
