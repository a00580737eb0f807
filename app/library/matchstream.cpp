#include "library/matchstream.h"

#include <algorithm>

MatchStream::MatchStream(Database &database, const Expression &expression, const Range &range,
                         Direction direction, Wanted wanted)
    : m_database(database)
    , m_expression(expression)
    , m_range(range)
    , m_direction(direction)
    , m_wanted(wanted)
{
    if (expression.match.isEmpty()) {
        m_sources.push_back(Source());
        return;
    }
    const auto shards = searchtable::shards(database);
    for (const auto &shard : shards) {
        if (shard.newest >= range.from && shard.oldest <= range.to)
            m_sources.push_back(Source{.shard = shard});
    }
    std::ranges::sort(m_sources, [&](const Source &left, const Source &right) {
        return comesBefore(bound(right), bound(left));
    });
}

std::optional<MatchStream::Match> MatchStream::next()
{
    while (!m_sources.empty()) {
        auto &source = m_sources.back();
        const auto isNew = !source.rows;
        if (isNew && isShut(source)) {
            m_sources.pop_back();
            continue;
        }
        if (isNew)
            open(source);
        const auto match = source.first;
        if (!isNew && !step(source)) {
            m_sources.pop_back();
            return match;
        }
        if (isNew && !step(source)) {
            m_sources.pop_back();
            continue;
        }
        // It goes back to where its next row stands among the others.
        for (auto at = m_sources.size() - 1;
             at > 0 && comesBefore(bound(m_sources[at - 1]), bound(m_sources[at])); --at)
            std::swap(m_sources[at - 1], m_sources[at]);
        if (!isNew)
            return match;
    }
    return std::nullopt;
}

bool MatchStream::comesBefore(qint64 one, qint64 other) const
{
    return m_direction == Direction::NewestFirst ? one > other : one < other;
}

qint64 MatchStream::bound(const Source &source) const
{
    if (source.rows)
        return source.first.listed;
    return m_direction == Direction::NewestFirst ? std::min(source.shard.newest, m_range.to)
                                                 : std::max(source.shard.oldest, m_range.from);
}

bool MatchStream::isShut(const Source &source) const
{
    if (m_expression.gate.isEmpty())
        return false;
    const auto table = searchtable::tableOf(source.shard.number);
    auto any = m_database.query("SELECT 1 FROM " + table + " WHERE " + table + " MATCH ? LIMIT 1");
    any << m_expression.gate;
    return !any.next();
}

void MatchStream::open(Source &source)
{
    const std::string way = m_direction == Direction::NewestFirst ? " DESC" : "";
    if (m_expression.match.isEmpty()) {
        source.rows.emplace(
            m_database.query("SELECT listed, 0 FROM articles INDEXED BY articlesPresent "
                             "WHERE removed = 0 AND listed >= ? AND listed <= ? ORDER BY listed"
                             + way));
        *source.rows << m_range.from << m_range.to;
        return;
    }
    const auto table = searchtable::tableOf(source.shard.number);
    const auto relevance
        = m_wanted == Wanted::Relevance ? ", relevance(" + table + ")" : std::string(", 0");
    source.rows.emplace(
        m_database.query("SELECT rowid" + relevance + " FROM " + table + " WHERE " + table
                         + " MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid" + way));
    *source.rows << m_expression.match << m_range.from << m_range.to;
}

bool MatchStream::step(Source &source)
{
    if (!source.rows->next())
        return false;
    source.first = {.listed = source.rows->number(0),
                    .shard = source.shard.number,
                    .relevance = source.rows->real(1)};
    return true;
}
