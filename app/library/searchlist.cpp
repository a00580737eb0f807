#include "library/searchlist.h"

#include "library/database.h"
#include "library/limits.h"
#include "library/matchstream.h"
#include "library/searchplan.h"
#include "library/storyplace.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <limits>

namespace {

using Scope = StoryQuery::Scope;
using Order = StoryQuery::Order;
using Direction = MatchStream::Direction;
using Wanted = MatchStream::Wanted;

struct Found
{
    ListedStory story;
    QString site;
    bool read = false;
};

// A place of which a search's own condition says as much: "is:unread" in everything.
Scope scopeOf(const StoryQuery &query, const search::Node &root)
{
    if (query.scope != Scope::All)
        return query.scope;
    for (const auto &node : root.children) {
        if (node.kind != search::Node::Kind::Term)
            continue;
        switch (node.term.kind) {
        case search::Term::Kind::Unread:
            return Scope::Unread;
        case search::Term::Kind::Bookmarked:
            return Scope::Bookmarks;
        case search::Term::Kind::Started:
            return Scope::Started;
        case search::Term::Kind::Opened:
            return Scope::RecentlyOpened;
        default:
            break;
        }
    }
    return Scope::All;
}

// One search, ready to be run one way or another.
class Search
{
public:
    Search(Database &database, const StoryQuery &query, const search::Node &root)
        : m_database(database)
        , m_plan(searchplan::of(database, root))
    {
        auto place = query;
        place.scope = scopeOf(query, root);
        const auto condition = storyplace::condition(database, place);
        m_values = condition.values;
        m_place = condition.where.empty() ? "" : " AND " + condition.where;
        m_few = storyplace::fewListed(database, place);
    }

    [[nodiscard]] const SearchPlan &plan() const { return m_plan; }

    // Gives what is found, in the order of time, until it is told that it is enough.
    using Take = std::function<bool(const Found &)>;
    void run(Direction direction, MatchStream::Range range, const Take &take)
    {
        range.from = std::max(range.from, m_plan.since);
        if (m_plan.match.isEmpty() && m_few)
            lookThrough(direction, range, take);
        else
            follow(direction, range, take);
    }

    // What matches, rated, the newest first; nothing of it was looked at yet.
    QList<MatchStream::Match> rated(const QString &expression, int limit)
    {
        QList<MatchStream::Match> matches;
        auto range = within({.from = m_plan.since});
        if (!range)
            return matches;
        MatchStream stream(m_database, {.match = expression, .gate = m_plan.gate}, *range,
                           Direction::NewestFirst, Wanted::Relevance);
        while (matches.size() < limit) {
            const auto match = stream.next();
            if (!match)
                break;
            if (!m_few || std::ranges::binary_search(*m_few, match->listed))
                matches.append(*match);
        }
        return matches;
    }

    // The story of a match, if it is one of those that are looked for.
    std::optional<Found> look(const MatchStream::Match &match)
    {
        return look(match.listed, match.shard);
    }

private:
    // The part of a range in which there is anything; nothing when there is none.
    [[nodiscard]] std::optional<MatchStream::Range> within(MatchStream::Range range) const
    {
        if (!m_few)
            return range;
        if (m_few->empty())
            return std::nullopt;
        range.from = std::max(range.from, m_few->front());
        range.to = std::min(range.to, m_few->back());
        return range;
    }

    void follow(Direction direction, const MatchStream::Range &wanted, const Take &take)
    {
        const auto range = within(wanted);
        if (!range)
            return;
        MatchStream stream(m_database, {.match = m_plan.match, .gate = m_plan.gate}, *range,
                           direction);
        while (const auto match = stream.next()) {
            if (m_few && !std::ranges::binary_search(*m_few, match->listed))
                continue;
            if (const auto found = look(match->listed, match->shard); found && !take(*found))
                return;
        }
    }

    void lookThrough(Direction direction, const MatchStream::Range &range, const Take &take)
    {
        auto begin = std::ranges::lower_bound(*m_few, range.from);
        auto end = std::ranges::upper_bound(*m_few, range.to);
        const auto isNewest = direction == Direction::NewestFirst;
        while (begin != end) {
            const auto listed = isNewest ? *--end : *begin++;
            if (const auto found = look(listed, 0); found && !take(*found))
                return;
        }
    }

    // The story that is listed by this moment, if it is one of those.
    std::optional<Found> look(qint64 listed, qint64 shard)
    {
        auto &sql = m_sql[shard];
        if (sql.empty())
            sql = "SELECT articles.id, articles.site, articles.read FROM articles "
                  "INDEXED BY articlesByPlace WHERE articles.listed = ? AND articles.removed = 0"
                + m_place
                + (m_plan.conditions.empty()
                       ? ""
                       : " AND " + m_plan.conditionsFor(searchtable::tableOf(shard)));
        auto row = m_database.query(sql);
        row << listed;
        storyplace::bind(row, m_values);
        storyplace::bind(row, m_plan.values);
        if (!row.next())
            return std::nullopt;
        return Found{.story = {.id = ArticleId(row.number(0)), .moment = listed},
                     .site = row.text(1),
                     .read = row.number(2) != 0};
    }

    Database &m_database;
    SearchPlan m_plan;
    std::string m_place;
    storyplace::Values m_values;
    std::optional<std::vector<qint64>> m_few; // All that can be found stands here.
    QHash<qint64, std::string> m_sql; // By the shard.
};

ListPage byTime(Search &search, const StoryQuery &query, int limit,
                const std::optional<ListCursor> &after)
{
    ListPage page;
    const auto isOldest = query.order == Order::Oldest;
    MatchStream::Range range;
    if (after)
        (isOldest ? range.from : range.to) = after->moment + (isOldest ? 1 : -1);
    search.run(isOldest ? Direction::OldestFirst : Direction::NewestFirst, range,
               [&](const Found &found) {
                   page.stories.append(found.story);
                   page.next = ListCursor{.moment = found.story.moment, .id = found.story.id};
                   return page.stories.size() < limit;
               });
    return page;
}

ListPage byUnread(Search &search, int limit, const std::optional<ListCursor> &after)
{
    ListPage page;
    for (const auto read : {false, true}) {
        if (after && after->read && !read)
            continue;
        MatchStream::Range range;
        if (after && after->read == read)
            range.to = after->moment - 1;
        if (page.stories.size() < limit)
            search.run(Direction::NewestFirst, range, [&](const Found &found) {
                if (found.read != read)
                    return true;
                page.stories.append(found.story);
                page.next = ListCursor{
                    .moment = found.story.moment, .id = found.story.id, .read = found.read};
                return page.stories.size() < limit;
            });
    }
    return page;
}

// The newest that match, and the newest of those with the words in the headline; best first. A
// story of today counts half as much again as one of long ago.
QList<MatchStream::Match> rated(Search &search)
{
    QHash<qint64, MatchStream::Match> all;
    auto newest = std::numeric_limits<qint64>::min();
    const auto collect = [&](const QString &expression, int limit) {
        const auto matches = search.rated(expression, limit);
        for (const auto &match : matches) {
            newest = std::max(newest, match.listed);
            auto &known = all[match.listed];
            // By its headline alone it is rated by less than there is.
            if (known.relevance <= match.relevance)
                known = match;
        }
    };
    collect(search.plan().match, limits::ratedStories);
    if (!search.plan().titles.isEmpty())
        collect(search.plan().titles, limits::ratedHeadlines);
    auto list = all.values();
    constexpr double halfYear = 182.0 * 24 * 3600 * 1000;
    for (auto &match : list)
        match.relevance *= 1 + 0.5 / (1 + double(newest - match.listed) / halfYear);
    std::ranges::sort(list, [](const auto &left, const auto &right) {
        return left.relevance != right.relevance ? left.relevance > right.relevance
                                                 : left.listed > right.listed;
    });
    return list;
}

ListPage cut(const QList<Found> &list, int limit)
{
    ListPage page;
    for (const auto &found : list.first(std::min<qsizetype>(list.size(), limit)))
        page.stories.append(found.story);
    return page;
}

ListPage byRelevance(Search &search)
{
    ListPage page;
    const auto matches = rated(search);
    for (const auto &match : matches) {
        if (page.stories.size() >= limits::rankedStories)
            break;
        if (const auto found = search.look(match))
            page.stories.append(found->story);
    }
    return page;
}

ListPage byOutlet(Search &search)
{
    QList<Found> list;
    search.run(Direction::NewestFirst, {}, [&](const Found &found) {
        list.append(found);
        return list.size() < limits::sortedStories;
    });
    std::ranges::stable_sort(list, [](const Found &left, const Found &right) {
        return left.site.compare(right.site, Qt::CaseInsensitive) < 0;
    });
    return cut(list, limits::sortedStories);
}

} // namespace

Result<ListPage> searchlist::page(Database &database, const StoryQuery &query, int limit,
                                  const std::optional<ListCursor> &after)
{
    const auto parsed = searchplan::parsed(query);
    if (!parsed)
        return parsed.error();
    Search search(database, query, parsed->root);
    const auto isRated = query.order == Order::Relevance && !search.plan().match.isEmpty();
    if (isRated)
        return byRelevance(search);
    if (query.order == Order::Outlet)
        return byOutlet(search);
    auto page = query.order == Order::UnreadFirst ? byUnread(search, limit, after)
                                                  : byTime(search, query, limit, after);
    if (page.stories.size() < limit)
        page.next.reset();
    return page;
}

Result<int> searchlist::count(Database &database, const StoryQuery &query, int atMost)
{
    const auto parsed = searchplan::parsed(query);
    if (!parsed)
        return parsed.error();
    Search search(database, query, parsed->root);
    auto count = 0;
    search.run(Direction::NewestFirst, {},
               [&](const Found & /*found*/) { return ++count < atMost; });
    return count;
}
