#include "library/storylist.h"

#include "library/database.h"
#include "library/feedmerge.h"
#include "library/feedtree.h"
#include "library/storyplace.h"

#include <utility>

namespace {

using Scope = StoryQuery::Scope;
using Order = StoryQuery::Order;

// One SELECT over a place.
struct Select
{
    std::string from;
    std::string where;
    std::string order;
};

void run(Database &database, const storyplace::Place &place, const Select &select,
         const storyplace::Values &keys, int limit, ListPage &page)
{
    auto rows = database.query("SELECT " + place.id + ", " + place.shown
                               + ", articles.site, articles.read FROM " + select.from + " WHERE "
                               + select.where + " ORDER BY " + select.order + " LIMIT ?");
    storyplace::bind(rows, place.values);
    storyplace::bind(rows, keys);
    rows << limit - int(page.stories.size());
    while (rows.next()) {
        page.stories.append({.id = ArticleId(rows.number(0)), .moment = rows.number(1)});
        page.next = ListCursor{.moment = rows.number(1),
                               .id = ArticleId(rows.number(0)),
                               .site = rows.text(2),
                               .read = rows.number(3) != 0};
    }
}

// By time, one way or the other; the condition narrows it further.
void byTime(Database &database, const StoryQuery &query, const std::string &condition, int limit,
            const std::optional<ListCursor> &after, ListPage &page)
{
    const auto place = storyplace::of(database, query);
    const auto isOldest = query.order == Order::Oldest;
    const std::string way = isOldest ? "" : " DESC";
    const std::string beyond = isOldest ? " > " : " < ";
    Select select{.from = place.from,
                  .where = place.where + condition,
                  .order
                  = (place.moment.empty() ? "" : place.moment + way + ", ") + place.id + way};
    storyplace::Values keys;
    if (after && place.moment.empty()) {
        select.where += " AND " + place.id + beyond + "?";
        keys = {qint64(after->id)};
    } else if (after) {
        select.where += " AND (" + place.moment + ", " + place.id + ")" + beyond + "(?, ?)";
        keys = {after->moment, qint64(after->id)};
    }
    run(database, place, select, keys, limit, page);
}

void byUnread(Database &database, const StoryQuery &query, int limit,
              const std::optional<ListCursor> &after, ListPage &page)
{
    const auto readAlready = after && after->read;
    if (!readAlready)
        byTime(database, query, " AND articles.read = 0", limit, after, page);
    if (page.stories.size() < limit)
        byTime(database, query, " AND articles.read = 1", limit, readAlready ? after : std::nullopt,
               page);
}

// What is left of the outlet where the last page ended, then the others.
void byOutlet(Database &database, const StoryQuery &query, int limit,
              const std::optional<ListCursor> &after, ListPage &page)
{
    const auto place = storyplace::of(database, query);
    const std::string site = "articles.site COLLATE NOCASE";
    if (after) {
        run(database, place,
            {.from = place.from,
             .where = place.where + " AND " + site + " = ? AND articles.listed < ?",
             .order = "articles.listed DESC"},
            {after->site, after->moment}, limit, page);
        if (page.stories.size() >= limit)
            return;
    }
    run(database, place,
        {.from = place.from,
         .where = place.where + (after ? " AND " + site + " > ?" : ""),
         .order = site + ", articles.listed DESC"},
        after ? storyplace::Values{after->site} : storyplace::Values(), limit, page);
}

// What the feeds of a folder told: their lists, each along its index, as one.
void merged(Database &database, const StoryQuery &query, int limit,
            const std::optional<ListCursor> &after, ListPage &page)
{
    std::optional<FeedMerge::Place> start;
    if (after)
        start = FeedMerge::Place{.listed = after->moment, .article = after->id};
    FeedMerge merge(database, feedtree::feedsBelow(database, query.feedFolder), start);
    while (page.stories.size() < limit) {
        const auto next = merge.next();
        if (!next)
            return;
        auto present = database.query("SELECT 1 FROM articles WHERE id = ? AND removed = 0");
        present << qint64(next->article);
        if (!present.next())
            continue;
        page.stories.append({.id = next->article, .moment = next->listed});
        page.next = ListCursor{.moment = next->listed, .id = next->article};
    }
}

} // namespace

ListPage storylist::page(Database &database, const StoryQuery &query, int limit,
                         const std::optional<ListCursor> &after)
{
    ListPage page;
    switch (query.order) {
    case Order::UnreadFirst:
        byUnread(database, query, limit, after, page);
        break;
    case Order::Outlet:
        byOutlet(database, query, limit, after, page);
        break;
    case Order::Newest:
    case Order::Relevance:
        if (query.scope == Scope::FeedFolder) {
            merged(database, query, limit, after, page);
            break;
        }
        [[fallthrough]];
    case Order::Oldest:
        byTime(database, query, "", limit, after, page);
        break;
    }
    if (page.stories.size() < limit)
        page.next.reset();
    return page;
}

ListCursor storylist::cursorAt(Database &database, const StoryQuery &query,
                               const Headline &headline)
{
    ListCursor cursor{.moment = stored(headline.listed),
                      .id = headline.id,
                      .site = headline.site,
                      .read = headline.read};
    if (query.order == Order::Outlet)
        return cursor;
    if (query.scope == Scope::Bookmarks) {
        cursor.moment = stored(headline.bookmarkedAt);
    } else if (query.scope == Scope::RecentlyOpened) {
        cursor.moment = stored(headline.opened);
    } else if (query.scope == Scope::Started) {
        auto row = database.query("SELECT started FROM articles WHERE id = ?");
        row << qint64(headline.id);
        cursor.moment = row.next() ? row.number(0) : 0;
    }
    return cursor;
}

int storylist::count(Database &database, const StoryQuery &query, int atMost)
{
    const auto total = [&](const char *column) {
        auto row = database.query(std::string("SELECT ") + column + " FROM totals");
        return row.next() ? int(std::min<qint64>(row.number(0), atMost)) : 0;
    };
    switch (query.scope) {
    case Scope::All:
        return total("stories");
    case Scope::Unread:
        return total("unread");
    case Scope::Bookmarks:
        return total("bookmarks");
    case Scope::FeedFolder:
        return int(page(database, query, atMost, {}).stories.size());
    case Scope::Feed: {
        auto row = database.query("SELECT stories FROM feedCounts WHERE feed = ?");
        row << qint64(query.feed);
        return row.next() ? int(std::min<qint64>(row.number(0), atMost)) : 0;
    }
    case Scope::RecentlyOpened:
    case Scope::Started:
    case Scope::Folder:
        break;
    }
    const auto place = storyplace::of(database, query);
    auto row = database.query("SELECT count(*) FROM (SELECT 1 FROM " + place.from + " WHERE "
                              + place.where + " LIMIT ?)");
    storyplace::bind(row, place.values);
    row << atMost;
    return row.next() ? int(row.number(0)) : 0;
}
