#pragma once

#include "page/page.h"

namespace page {

// The value of data-theme on <html>.
QString themeName(Theme theme);

// A look within what can be read.
Look bounded(const Look &look);

// The whole style sheet, in this look until <html> is told otherwise. For paper it is always light.
QString styleSheet(const Look &look);

} // namespace page
