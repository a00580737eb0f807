#pragma once

#include "base/result.h"
#include "model/storylist.h"
#include "model/storyquery.h"

#include <optional>

class Database;

// The stories that a search finds in a place, a page at a time. By time they are read as they are
// found, and the search ends with the page.
namespace searchlist {

Result<ListPage> page(Database &database, const StoryQuery &query, int limit,
                      const std::optional<ListCursor> &after);

Result<int> count(Database &database, const StoryQuery &query, int atMost);

} // namespace searchlist
