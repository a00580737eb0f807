#pragma once

#include "library/library.h"
#include "model/article.h"

namespace tasks {

// A story of the library ready to be shown: its HTML made safe anew. Pictures stay in the library.
// Slow for long stories: for the pool.
Article shown(const StoredArticle &stored);

} // namespace tasks
