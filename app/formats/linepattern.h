#pragma once

#include <QRegularExpression>
#include <QStringView>

namespace formats {

// How the patterns of lines are written that stand around stories.
constexpr auto linePatternOptions
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// Whether a line of at most `longest` characters matches, whatever white space is around it.
inline bool lineMatches(const QRegularExpression &pattern, QStringView line, qsizetype longest)
{
    line = line.trimmed();
    return !line.isEmpty() && line.size() <= longest && pattern.match(line).hasMatch();
}

} // namespace formats
