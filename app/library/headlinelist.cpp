#include "library/headlinelist.h"

#include "library/articletable.h"
#include "library/database.h"
#include "library/feedmerge.h"
#include "library/feedtree.h"
#include "library/foldertable.h"
#include "search/searchwords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

using Scope = StoryQuery::Scope;

// The parts of one SELECT, in the order they are written in; the parameters follow that order.
struct Select
{
    std::string from;
    std::string where;
    std::string order;
    std::string moment; // Paged by this column, then the id; by the id alone where it is empty.
    std::string id = "articles.id";
};

// Index and order of the tables are named, since the planner has no statistics and would rather
// sort.
Select selectFor(Scope scope)
{
    switch (scope) {
    case Scope::All:
        return {.from = "articles INDEXED BY articlesPresent",
                .where = "articles.removed = 0",
                .moment = "articles.listed"};
    case Scope::Unread:
        return {.from = "articles INDEXED BY articlesByRead",
                .where = "articles.removed = 0 AND articles.read = 0",
                .moment = "articles.listed"};
    case Scope::Bookmarks:
        return {.from = "articles INDEXED BY articlesBookmarked",
                .where = "articles.removed = 0 AND articles.bookmarked > 0",
                .moment = "articles.bookmarked"};
    case Scope::RecentlyOpened:
        return {.from = "articles INDEXED BY articlesOpened",
                .where = "articles.removed = 0 AND articles.opened > 0",
                .moment = "articles.opened"};
    case Scope::Feed:
        return {.from = "feedArticles CROSS JOIN articles",
                .where = "articles.id = feedArticles.article AND articles.removed = 0 "
                         "AND feedArticles.feed = ?",
                .moment = "feedArticles.listed",
                .id = "feedArticles.article"};
    case Scope::Started:
        return {.from = "articles INDEXED BY articlesStarted",
                .where = "articles.removed = 0 AND articles.started > 0",
                .moment = "articles.started"};
    case Scope::Folder:
        return {.from = "folderArticles CROSS JOIN articles",
                .where = "articles.id = folderArticles.article AND articles.removed = 0 "
                         "AND folderArticles.folder = ?",
                .id = "folderArticles.article"};
    case Scope::FeedFolder:
        // Only searched this way: see FeedMerge.
        return {.where = "articles.removed = 0 AND EXISTS (SELECT 1 FROM feedArticles "
                         "WHERE feedArticles.article = articles.id AND feedArticles.feed IN "
                         "(SELECT value FROM json_each(?)))"};
    }
    Q_UNREACHABLE();
}

bool isSearchedInOrderOfComing(Scope scope)
{
    return scope == Scope::All || scope == Scope::Unread || scope == Scope::FeedFolder;
}

// Where many stories may match, they are read as they are found, the last that came first, and the
// search ends with the page. Elsewhere the list is read in its order and each story looked up.
void narrow(Select &select, Scope scope, const searchwords::Expression &words)
{
    if (!words.wanted.isEmpty()) {
        if (isSearchedInOrderOfComing(scope)) {
            select.from = "search CROSS JOIN articles";
            select.where = "articles.id = search.rowid AND " + select.where + " AND search MATCH ?";
            select.moment.clear();
            select.id = "search.rowid";
        } else {
            select.where += " AND articles.id IN (SELECT rowid FROM search WHERE search MATCH ?)";
        }
    } else if (scope == Scope::FeedFolder) {
        select.from = "articles INDEXED BY articlesPresent";
        select.moment = "articles.listed";
    }
    if (!words.unwanted.isEmpty())
        select.where += " AND articles.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)";
}

std::string afterCondition(const Select &select)
{
    return select.moment.empty() ? " AND " + select.id + " < ?"
                                 : " AND (" + select.moment + ", " + select.id + ") < (?, ?)";
}

std::string orderOf(const Select &select)
{
    return (select.moment.empty() ? std::string() : select.moment + " DESC, ") + select.id
        + " DESC";
}

qint64 keyMoment(Scope scope, const Headline &headline)
{
    if (scope == Scope::Bookmarks)
        return stored(headline.bookmarkedAt);
    return stored(scope == Scope::RecentlyOpened ? headline.opened : headline.listed);
}

void bindPlace(Query &rows, Database &database, const StoryQuery &query)
{
    if (query.scope == Scope::Folder)
        rows << foldertable::idOf(database, query.folder);
    if (query.scope == Scope::Feed)
        rows << qint64(query.feed);
    if (query.scope != Scope::FeedFolder)
        return;
    QJsonArray feeds;
    const auto ids = feedtree::feedsBelow(database, query.feedFolder);
    for (const auto id : ids)
        feeds.append(qint64(id));
    rows << QString::fromUtf8(QJsonDocument(feeds).toJson(QJsonDocument::Compact));
}

// What the feeds of a folder told: their lists, each along its index, as one.
QList<Headline> merged(Database &database, const StoryQuery &query, int limit,
                       const std::optional<Headline> &after)
{
    std::optional<FeedMerge::Place> place;
    if (after)
        place = FeedMerge::Place{.listed = stored(after->listed), .article = after->id};
    FeedMerge merge(database, feedtree::feedsBelow(database, query.feedFolder), place);
    QList<Headline> result;
    while (result.size() < limit) {
        const auto next = merge.next();
        if (next == ArticleId::None)
            break;
        if (auto headline = articletable::headline(database, next))
            result.append(*std::move(headline));
    }
    return result;
}

} // namespace

QList<Headline> headlinelist::page(Database &database, const StoryQuery &query, int limit,
                                   const std::optional<Headline> &after)
{
    const auto words = searchwords::parse(query.words);
    if (query.scope == Scope::FeedFolder && words.isEmpty())
        return merged(database, query, limit, after);
    auto select = selectFor(query.scope);
    narrow(select, query.scope, words);
    if (after)
        select.where += afterCondition(select);

    auto rows
        = database.query("SELECT " + articletable::headlineColumns + " FROM " + select.from
                         + " WHERE " + select.where + " ORDER BY " + orderOf(select) + " LIMIT ?");
    bindPlace(rows, database, query);
    if (!words.wanted.isEmpty())
        rows << words.wanted;
    if (!words.unwanted.isEmpty())
        rows << words.unwanted;
    if (after && !select.moment.empty())
        rows << keyMoment(query.scope, *after);
    if (after)
        rows << qint64(after->id);
    rows << limit;

    QList<Headline> result;
    while (rows.next())
        result.append(articletable::headlineFrom(rows));
    return result;
}
