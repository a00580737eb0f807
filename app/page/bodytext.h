#pragma once

#include "model/article.h"

#include <QString>

namespace page {

// A story's body as lines of text, a blank line between its blocks. Lines that the author broke
// stay broken, <pre> stands four spaces in, items have their marks ("• ", "1. "), signs of notes
// are "[1]", words have their readings in brackets, and captions with their credit stand in lines
// of their own. Boxes of related stories are left out.
QString bodyText(const Article &article);

} // namespace page
