#pragma once

#include <QString>

namespace page {

// A headline whose last word stands in no line of its own: it stays with the one before it, where
// both are short enough for any view. The web engine balances no lines by itself yet.
QString withoutWidow(QString headline);

} // namespace page
