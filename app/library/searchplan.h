#pragma once

#include "base/result.h"
#include "library/storyplace.h"
#include "model/storyquery.h"
#include "search/query.h"

#include <QString>

#include <limits>
#include <string>

class Database;

// What a search comes to: an expression for the index, and conditions on the stories' rows for what
// the index does not know.
struct SearchPlan
{
    QString match = {}; // Of FTS5; empty when no word is looked for.
    QString gate = {}; // A shard in which nothing matches this has nothing; may be empty.
    QString titles
        = {}; // The same with the words in the headline; empty where that makes no sense.
    // Of SQL over `articles`; empty when there are none. `shardMark` in it stands for the table of
    // the index in which the story is.
    std::string conditions = {};
    storyplace::Values values = {}; // Of its parameters, in their order.
    qint64 since = std::numeric_limits<qint64>::min(); // Nothing listed before that can match.

    [[nodiscard]] bool asksShard() const { return conditions.find(shardMark) != std::string::npos; }
    [[nodiscard]] bool isEmpty() const { return match.isEmpty() && conditions.empty(); }

    static constexpr auto shardMark = "%shard%";
    [[nodiscard]] std::string conditionsFor(const std::string &table) const;
};

namespace searchplan {

// Whether a query searches, other than listing a place.
bool isSearch(const StoryQuery &query);

// What was typed and what a smart folder stands for, both; Error::Kind::Malformed with what stands
// at the place that cannot be understood.
Result<search::Query> parsed(const StoryQuery &query);

SearchPlan of(Database &database, const search::Node &root);

} // namespace searchplan
