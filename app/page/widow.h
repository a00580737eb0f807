#pragma once

#include <QStringView>

namespace page {

// Where the last words of a headline begin that stay in one line: its last one would else often be
// alone there. The length of the headline where it is not worth it, or the two would be too long
// for a narrow view. The web engine balances no lines by itself yet.
qsizetype lastWords(QStringView headline);

} // namespace page
