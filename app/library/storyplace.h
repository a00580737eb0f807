#pragma once

#include "model/storyquery.h"

#include <QString>

#include <optional>
#include <string>
#include <variant>
#include <vector>

class Database;
class Query;

// The places that stories are listed by, as SQL over `articles`.
namespace storyplace {

using Value = std::variant<qint64, QString>;
using Values = std::vector<Value>;
void bind(Query &query, const Values &values);

// Index and order of the tables are named, since the planner has no statistics and would rather
// sort.
struct Place
{
    std::string from;
    std::string where;
    Values values = {}; // Of the parameters in `where`.
    std::string id = "articles.id";
    std::string moment = {}; // What it goes by, then the id; empty: by the id alone.
    std::string shown = {}; // The moment that a row tells.
};

// For the query's scope, read along the index that its order needs.
Place of(Database &database, const StoryQuery &query);

// A story's being there as a condition on its row; empty where that is no matter.
Place condition(Database &database, const StoryQuery &query);

// The moments by which all stories of a place are listed, oldest first, where they are so few that
// they are better looked at one by one; nothing where they are not, or where the place is
// everything.
std::optional<std::vector<qint64>> fewListed(Database &database, const StoryQuery &query);

} // namespace storyplace
