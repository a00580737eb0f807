#pragma once

#include "text/dates.h"
#include "text/datetokens.h"

#include <QDate>
#include <QTime>

#include <optional>

namespace text {

// A day that was found, and the tokens it is written with.
struct DayMatch
{
    QDate date;
    qsizetype first = 0;
    qsizetype end = 0;
    // "Dec 3 17:12:00 2021": the time stands inside.
    qsizetype timeAt = -1;
};

// The day that begins at a token, in any of the orders people use.
std::optional<DayMatch> dayAt(const QList<DateToken> &tokens, qsizetype at, DayOrder order);

// A time of day that was found, with its zone.
struct TimeMatch
{
    QTime time;
    std::optional<int> offset;
    qsizetype end = 0;
};

// The time that begins at a token. The day tells which zone "ET" is.
std::optional<TimeMatch> timeAt(const QList<DateToken> &tokens, qsizetype at, QDate day);

} // namespace text
