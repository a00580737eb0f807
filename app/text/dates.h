#pragma once

#include "base/timestamp.h"

#include <QStringView>

namespace text {

// Which number comes first in 03/04/2025, when nothing else tells.
enum class DayOrder { DayFirst, MonthFirst };

// Reads the first date in a short text, as machines (ISO 8601, RFC 3339, RFC 5322, JavaScript's
// Date.toString()) and people write them ("December 04, 2021", "16. Mai 2025, 10:20 Uhr",
// "4 avril 2025 à 08h15", "2025年4月3日", "18 فبراير 2025"), in any language of ours. Invalid when
// there is none.
Timestamp parseDate(QStringView written, DayOrder order = DayOrder::DayFirst);

// Reads a date as programs write it into feeds and headers, where the whole text is one: RFC 5322
// with whatever zones and slips there are, W3CDTF and ISO 8601 with their short forms, asctime(),
// the mixtures of some content systems. Text that looks like one of these but tells no moment that
// can be ("31 Feb", "25:00") is none. What is like none of them is read as parseDate() does.
Timestamp parseStamp(QStringView written);

// True when the line is a date and nothing else but words that go with dates ("Published",
// "aktualisiert", a weekday, a time): a dateline under a headline, not a sentence with a date in
// it.
bool isDateLine(QStringView line);

// The year-month-day of an address such as /2021/12/04/…; invalid when there is none.
Timestamp dateInPath(QStringView path);

} // namespace text
