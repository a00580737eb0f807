#pragma once

#include "model/article.h"

namespace page {

// The story as plain text, in the shape that the text reader reads: headline, "By …", date, caption
// with its credit, paragraphs, "Original url:".
QString plainText(const Article &article);

} // namespace page
