#pragma once

#include <QStringView>

namespace page {

// Where a text that is too long can be cut in two: at `from` or not far behind it. Behind a
// sentence, or at least a word; never within a character reference, since the text is escaped.
qsizetype placeToCut(QStringView text, qsizetype from);

} // namespace page
