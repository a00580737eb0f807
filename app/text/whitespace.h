#pragma once

#include <QString>
#include <QStringView>

namespace text {

// One space for every run of white space (no-break and zero-width ones too), none at the ends.
QString simplified(QStringView text);

// The first words of a text, at most `length` characters, cut at a word and closed by "…".
QString excerpt(QStringView text, qsizetype length);

} // namespace text
