#pragma once

#include "page/page.h"

namespace page {

// What stands above a story's body: outlet, headline, standfirst, byline and date; the lead figure.
QString storyTop(const Article &article, const Context &context);

} // namespace page
