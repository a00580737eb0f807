#pragma once

#include "model/article.h"

namespace page {

// The story as Markdown (CommonMark with tables) under YAML front matter, for notes and other
// programs. Pictures that came with it are data: URIs.
QString markdown(const Article &article);

} // namespace page
