#pragma once

#include "base/timestamp.h"

#include <QString>
#include <QStringList>

namespace formats {

struct BylineAndDate
{
    QStringList names = {};
    Timestamp date = {};
};

// Names and a date in one line: "Ann Example | 4 December 2021", "Ann Example Sun, Feb 9, 2025".
// Both are empty when the line is not just that.
BylineAndDate splitByline(const QString &line);

// True for names and nothing else, without "By".
bool looksLikeNames(const QString &text);

} // namespace formats
