#pragma once

#include <QStringView>

#include <optional>

namespace text {

// 1 to 12 for an English month, in full or by its first three letters; 0 for other words.
int englishMonth(QStringView word);

bool isEnglishWeekday(QStringView word);

// Seconds east of UTC of a zone: "GMT", "EST", "Etc/GMT", "+0200", "-08:00", "GMT+2", "UTC-01:01".
// With half of a word or number that is none.
std::optional<int> zoneOffset(QStringView word);

} // namespace text
