#pragma once

#include "model/article.h"
#include "model/headline.h"

class Database;

// The full-text index. It holds no text of its own: to forget a story it must be told the same
// words again that it was given.
namespace searchtable {

void insert(Database &database, ArticleId id, const Article &article);
void remove(Database &database, ArticleId id, const Article &article);

} // namespace searchtable
