#include "library/headlinelist.h"

#include "library/articletable.h"
#include "library/database.h"
#include "library/foldertable.h"
#include "library/searchwords.h"

namespace {

using Scope = StoryQuery::Scope;

// The parts of one SELECT, in the order they are written in; the parameters follow that order.
struct Select
{
    std::string from;
    std::string where;
    std::string order;
    bool byMoment = false; // Paged by a moment, then the id; else by the id alone.
};

// All and Unread are in the order of coming, which is that of the ids. Index and
// order of the tables are named, since the planner has no statistics and would rather sort.
Select selectFor(Scope scope)
{
    switch (scope) {
    case Scope::All:
        return {.from = "articles INDEXED BY articlesPresent",
                .where = "articles.removed = 0",
                .order = "articles.id DESC"};
    case Scope::Unread:
        return {.from = "articles INDEXED BY articlesUnread",
                .where = "articles.removed = 0 AND articles.read = 0",
                .order = "articles.id DESC"};
    case Scope::Bookmarks:
        return {.from = "articles INDEXED BY articlesBookmarked",
                .where = "articles.removed = 0 AND articles.bookmarked > 0",
                .order = "articles.bookmarked DESC, articles.id DESC",
                .byMoment = true};
    case Scope::RecentlyOpened:
        return {.from = "articles INDEXED BY articlesOpened",
                .where = "articles.removed = 0 AND articles.opened > 0",
                .order = "articles.opened DESC, articles.id DESC",
                .byMoment = true};
    case Scope::Feed:
    case Scope::FeedFolder:
    case Scope::Folder:
        return {.from = "folderArticles CROSS JOIN articles",
                .where = "articles.id = folderArticles.article AND articles.removed = 0 "
                         "AND folderArticles.folder = ?",
                .order = "folderArticles.article DESC"};
    }
    Q_UNREACHABLE();
}

// Where matches are in the order wanted, they are read as they are found, newest first, and the
// search ends with the page. Elsewhere the list is read in its order and each story looked up.
void narrow(Select &select, Scope scope, const searchwords::Expression &words)
{
    if (!words.wanted.isEmpty()) {
        if (scope == Scope::All || scope == Scope::Unread) {
            select.from = "search CROSS JOIN articles";
            select.where = "articles.id = search.rowid AND " + select.where + " AND search MATCH ?";
            select.order = "search.rowid DESC";
        } else {
            select.where += " AND articles.id IN (SELECT rowid FROM search WHERE search MATCH ?)";
        }
    }
    if (!words.unwanted.isEmpty())
        select.where += " AND articles.id NOT IN (SELECT rowid FROM search WHERE search MATCH ?)";
}

std::string afterCondition(Scope scope, const Select &select)
{
    if (scope == Scope::Bookmarks)
        return " AND (articles.bookmarked, articles.id) < (?, ?)";
    if (scope == Scope::RecentlyOpened)
        return " AND (articles.opened, articles.id) < (?, ?)";
    return " AND " + select.order.substr(0, select.order.find(' ')) + " < ?";
}

qint64 keyMoment(Scope scope, const Headline &headline)
{
    return stored(scope == Scope::Bookmarks ? headline.bookmarkedAt : headline.opened);
}

} // namespace

QList<Headline> headlinelist::page(Database &database, const StoryQuery &query, int limit,
                                   const std::optional<Headline> &after)
{
    const auto words = searchwords::parse(query.words);
    auto select = selectFor(query.scope);
    narrow(select, query.scope, words);
    if (after)
        select.where += afterCondition(query.scope, select);

    auto rows
        = database.query("SELECT " + articletable::headlineColumns + " FROM " + select.from
                         + " WHERE " + select.where + " ORDER BY " + select.order + " LIMIT ?");
    if (query.scope == Scope::Folder)
        rows << foldertable::idOf(database, query.folder);
    if (!words.wanted.isEmpty())
        rows << words.wanted;
    if (!words.unwanted.isEmpty())
        rows << words.unwanted;
    if (after && select.byMoment)
        rows << keyMoment(query.scope, *after);
    if (after)
        rows << qint64(after->id);
    rows << limit;

    QList<Headline> result;
    while (rows.next())
        result.append(articletable::headlineFrom(rows));
    return result;
}
