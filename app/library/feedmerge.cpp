#include "library/feedmerge.h"

#include "library/database.h"

#include <algorithm>
#include <limits>

namespace {

// Of many feeds most have none of the newest stories: little is read of each until it is wanted.
constexpr std::size_t firstRows = 4;
constexpr std::size_t mostRows = 256;

} // namespace

FeedMerge::FeedMerge(Database &database, const QList<FeedId> &feeds,
                     const std::optional<Place> &after)
    : m_database(database)
    , m_last(after)
{
    constexpr Place newest{.listed = std::numeric_limits<qint64>::max(),
                           .article = ArticleId(std::numeric_limits<qint64>::max())};
    for (const auto feed : feeds) {
        m_sources.push_back({.feed = feed, .wanted = firstRows});
        read(m_sources.back(), after.value_or(newest));
        push(m_sources.size() - 1);
    }
}

std::optional<FeedMerge::Place> FeedMerge::next()
{
    while (!m_heap.empty()) {
        std::ranges::pop_heap(m_heap);
        const auto [place, source] = m_heap.back();
        m_heap.pop_back();
        auto &rows = m_sources[source].rows;
        rows.pop_back();
        if (rows.empty())
            read(m_sources[source], place);
        push(source);
        // A story stands at the same place in all of its feeds.
        if (std::exchange(m_last, place) != place)
            return place;
    }
    return std::nullopt;
}

void FeedMerge::read(Source &source, const Place &after)
{
    auto query = m_database.query(
        "SELECT listed, article FROM feedArticles WHERE feed = ? AND (listed, article) < (?, ?) "
        "ORDER BY listed DESC, article DESC LIMIT ?");
    query << qint64(source.feed) << after.listed << qint64(after.article) << qint64(source.wanted);
    while (query.next())
        source.rows.push_back({.listed = query.number(0), .article = ArticleId(query.number(1))});
    std::ranges::reverse(source.rows);
    source.wanted = std::min(source.wanted * 2, mostRows);
}

void FeedMerge::push(std::size_t source)
{
    if (m_sources[source].rows.empty())
        return;
    m_heap.emplace_back(m_sources[source].rows.back(), source);
    std::ranges::push_heap(m_heap);
}
