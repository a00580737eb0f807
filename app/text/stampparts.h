#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace text {

// A year of two digits in full (RFC 5322 §4.3).
int century(int year);

// ASCII digits alone; -1 for anything else.
int number(QStringView digits);

// "2003-12-31" and its short forms; years of two digits and days of three as ISO 8601:1988 has
// them.
QDate isoDate(QStringView written);

// 1 to 12 for an English month, in full or by its first three letters; 0 for other words.
int englishMonth(QStringView word);

bool isEnglishWeekday(QStringView word);

// Seconds east of UTC of a zone: "GMT", "EST", "Etc/GMT", "+0200", "-08:00", "GMT+2", "UTC-01:01".
// With half of a word or number that is none.
std::optional<int> zoneOffset(QStringView word);

} // namespace text
