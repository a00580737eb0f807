#pragma once

#include "model/headline.h"
#include "model/storyquery.h"

#include <QList>

#include <optional>

class Database;

namespace headlinelist {

// A page of the stories a query lists, after the headline that was shown last. Each scope is read
// along its index from there on: how many stories precede or follow makes no difference.
QList<Headline> page(Database &database, const StoryQuery &query, int limit,
                     const std::optional<Headline> &after);

} // namespace headlinelist
