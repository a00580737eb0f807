#pragma once

#include "page/page.h"

namespace page {

// The whole style sheet, in this look until <html> is told otherwise. For paper it is always light.
QString styleSheet(const Look &look);

} // namespace page
