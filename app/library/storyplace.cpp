#include "library/storyplace.h"

#include "library/database.h"
#include "library/feedtree.h"
#include "library/foldertable.h"
#include "library/limits.h"

#include <algorithm>

namespace {

using Scope = StoryQuery::Scope;
using Order = StoryQuery::Order;

// Everything, along the index that an order needs.
std::string wholeTable(const StoryQuery &query)
{
    switch (query.order) {
    case Order::UnreadFirst:
        return "articles INDEXED BY articlesByRead";
    case Order::Outlet:
        return "articles INDEXED BY articlesByOutlet";
    case Order::Newest:
    case Order::Oldest:
    case Order::Relevance:
        break;
    }
    return query.scope == Scope::Unread ? "articles INDEXED BY articlesByRead"
                                        : "articles INDEXED BY articlesPresent";
}

// Few unread stories are sooner sorted than found among all the others.
std::string unreadTable(Database &database, const StoryQuery &query)
{
    if (query.order == Order::Outlet) {
        auto totals = database.query("SELECT unread, stories FROM totals");
        if (totals.next() && totals.number(0) < totals.number(1) / 8)
            return "articles INDEXED BY articlesByRead";
    }
    return wholeTable(query);
}

std::string feedList(Database &database, FeedFolderId folder)
{
    std::string list;
    const auto ids = feedtree::feedsBelow(database, folder);
    for (const auto id : ids)
        list += (list.empty() ? "" : ",") + std::to_string(qint64(id));
    return "[" + list + "]";
}

// A list that is sorted is not read along the index of its moment.
std::string along(const char *index, const StoryQuery &query)
{
    const auto isSorted = query.order == Order::Outlet;
    return isSorted ? "articles" : std::string("articles INDEXED BY ") + index;
}

} // namespace

void storyplace::bind(Query &query, const Values &values)
{
    for (const auto &value : values)
        std::visit([&](const auto &held) { query << held; }, value);
}

storyplace::Place storyplace::of(Database &database, const StoryQuery &query)
{
    const std::string present = "articles.removed = 0";
    const std::string listed = "articles.listed";
    const auto shown
        = [&](const std::string &moment) { return query.order == Order::Outlet ? listed : moment; };
    switch (query.scope) {
    case Scope::All:
        return {.from = wholeTable(query), .where = present, .moment = listed, .shown = listed};
    case Scope::Unread:
        return {.from = unreadTable(database, query),
                .where = present + " AND articles.read = 0",
                .moment = listed,
                .shown = listed};
    case Scope::FeedFolder:
        return {.from = wholeTable(query),
                .where = present
                    + " AND EXISTS (SELECT 1 FROM feedArticles WHERE feedArticles.article = "
                      "articles.id AND feedArticles.feed IN (SELECT value FROM json_each(?)))",
                .values = {QString::fromStdString(feedList(database, query.feedFolder))},
                .moment = listed,
                .shown = listed};
    case Scope::Bookmarks:
        return {.from = along("articlesBookmarked", query),
                .where = present + " AND articles.bookmarked > 0",
                .moment = "articles.bookmarked",
                .shown = shown("articles.bookmarked")};
    case Scope::RecentlyOpened:
        return {.from = along("articlesOpened", query),
                .where = present + " AND articles.opened > 0",
                .moment = "articles.opened",
                .shown = shown("articles.opened")};
    case Scope::Started:
        return {.from = along("articlesStarted", query),
                .where = present + " AND articles.started > 0",
                .moment = "articles.started",
                .shown = shown("articles.started")};
    case Scope::Feed:
        return {.from = "feedArticles CROSS JOIN articles",
                .where = "articles.id = feedArticles.article AND " + present
                    + " AND feedArticles.feed = ?",
                .values = {qint64(query.feed)},
                .id = "feedArticles.article",
                .moment = "feedArticles.listed",
                .shown = "feedArticles.listed"};
    case Scope::Folder:
        return {.from = "folderArticles CROSS JOIN articles",
                .where = "articles.id = folderArticles.article AND " + present
                    + " AND folderArticles.folder = ?",
                .values = {foldertable::idOf(database, query.folder)},
                .id = "folderArticles.article",
                .shown = listed};
    }
    Q_UNREACHABLE();
}

storyplace::Place storyplace::condition(Database &database, const StoryQuery &query)
{
    switch (query.scope) {
    case Scope::All:
        return {};
    case Scope::Unread:
        return {.where = "articles.read = 0"};
    case Scope::Bookmarks:
        return {.where = "articles.bookmarked > 0"};
    case Scope::RecentlyOpened:
        return {.where = "articles.opened > 0"};
    case Scope::Started:
        return {.where = "articles.started > 0"};
    case Scope::Feed:
        return {.where = "EXISTS (SELECT 1 FROM feedArticles WHERE feed = ? "
                         "AND listed = articles.listed AND article = articles.id)",
                .values = {qint64(query.feed)}};
    case Scope::Folder:
        return {.where = "EXISTS (SELECT 1 FROM folderArticles WHERE folder = ? "
                         "AND article = articles.id)",
                .values = {foldertable::idOf(database, query.folder)}};
    case Scope::FeedFolder:
        return {.where = "EXISTS (SELECT 1 FROM feedArticles WHERE article = articles.id AND "
                         "feed IN (SELECT value FROM json_each(?)))",
                .values = {QString::fromStdString(feedList(database, query.feedFolder))}};
    }
    Q_UNREACHABLE();
}

std::optional<std::vector<qint64>> storyplace::fewListed(Database &database,
                                                         const StoryQuery &query)
{
    if (query.scope == Scope::All || query.scope == Scope::FeedFolder)
        return std::nullopt;
    const auto place
        = of(database, {.scope = query.scope, .folder = query.folder, .feed = query.feed});
    auto rows = database.query(
        "SELECT " + (query.scope == Scope::Feed ? place.moment : std::string("articles.listed"))
        + " FROM " + place.from + " WHERE " + place.where + " LIMIT ?");
    bind(rows, place.values);
    rows << limits::fewStories + 1;
    std::vector<qint64> listed;
    while (rows.next())
        listed.push_back(rows.number(0));
    if (int(listed.size()) > limits::fewStories)
        return std::nullopt;
    std::ranges::sort(listed);
    return listed;
}
