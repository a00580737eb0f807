#pragma once

#include "base/result.h"
#include "model/storylist.h"
#include "model/storyquery.h"

#include <optional>

class Database;

// The stories that a place lists, in any order, a page at a time: each is read along an index from
// where the last page ended, however many stories precede or follow. Searches are in searchlist.h.
namespace storylist {

ListPage page(Database &database, const StoryQuery &query, int limit,
              const std::optional<ListCursor> &after);

// Where a list goes on behind a headline that it gave.
ListCursor cursorAt(Database &database, const StoryQuery &query, const Headline &headline);

int count(Database &database, const StoryQuery &query, int atMost);

} // namespace storylist
