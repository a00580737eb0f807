#pragma once

#include "page/page.h"

namespace page {

// The size of the front page's text, in pixels, and what stands on either side of a hairline
// between columns, in such sizes.
double frontTextSize(const Look &look);
inline constexpr double frontGutter = 1.6;

} // namespace page
