#pragma once

#include "library/limits.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

// Long lists of numbers as short text: the first number, then by how much each differs from the one
// before it, what repeats once. The stories 12 to 40 and 44 are "12,1x28,4".
namespace runs {

QString packed(const QList<qint64> &numbers);
// Nothing for what packed() does not write.
std::optional<QList<qint64>> unpacked(QStringView text, qint64 atMost = limits::numbersInRow);
// How many numbers a text holds, without making them; 0 for what packed() does not write.
qint64 count(QStringView text);

// The text of the same numbers and one more, made without them.
QString appended(const QString &text, qint64 number);

} // namespace runs
