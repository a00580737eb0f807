#pragma once

#include "page/page.h"

namespace page {

// The files that belong to a story, to be heard, watched or read: what can be done with each of
// them, in links of our own in the program. Empty when there are none of a kind we know.
QString enclosures(const Article &article, const Context &context);

} // namespace page
