#include "library/articletable.h"
#include "library/database.h"
#include "library/limits.h"

#include <QSet>

#include <algorithm>

// The functions of articletable that are about what people change of stories.

namespace {

const char *column(articletable::State state)
{
    switch (state) {
    case articletable::State::Read:
        return "read";
    case articletable::State::Bookmarked:
        return "bookmarked";
    case articletable::State::Removed:
        return "removed";
    }
    Q_UNREACHABLE();
}

} // namespace

qint64 articletable::state(Database &database, ArticleId id, State state)
{
    auto query
        = database.query(std::string("SELECT ") + column(state) + " FROM articles WHERE id = ?");
    query << qint64(id);
    return query.next() ? query.number(0) : 0;
}

void articletable::setState(Database &database, ArticleId id, State state, qint64 value)
{
    auto query
        = database.query(std::string("UPDATE articles SET ") + column(state) + " = ? WHERE id = ?");
    query << value << qint64(id);
    query.run();
}

std::string articletable::listOf(const QList<ArticleId> &ids)
{
    std::string list = "[";
    for (const auto id : ids)
        list += (list.size() > 1 ? "," : "") + std::to_string(qint64(id));
    return list + ']';
}

// Long runs of ids need no list, and a list no statement for each: with each SQLite keeps copies of
// the pages that it changes.
void articletable::setStates(Database &database, const QList<ArticleId> &ids, State state,
                             qint64 value)
{
    const auto change = std::string("UPDATE articles SET ") + column(state) + " = ? WHERE id ";
    auto sorted = ids;
    std::ranges::sort(sorted);
    QList<ArticleId> others;
    for (qsizetype at = 0; at < sorted.size();) {
        auto end = at + 1;
        while (end < sorted.size() && qint64(sorted.at(end)) == qint64(sorted.at(end - 1)) + 1)
            ++end;
        if (end - at >= limits::runOfStories) {
            auto query = database.query(change + "BETWEEN ? AND ?");
            query << value << qint64(sorted.at(at)) << qint64(sorted.at(end - 1));
            query.run();
        } else {
            others.append(sorted.sliced(at, end - at));
        }
        at = end;
    }
    const auto list = listOf(others);
    auto query = database.query(change + "IN (SELECT value FROM json_each(?))");
    query << value << list;
    query.run();
}

void articletable::setStates(Database &database, const QList<StoredState> &states, State state)
{
    std::string list = "[";
    for (const auto &[id, value] : states)
        list += (list.size() > 1 ? ",[" : "[") + std::to_string(qint64(id)) + ","
            + std::to_string(value) + "]";
    list += ']';
    auto query
        = database.query(std::string("UPDATE articles SET ") + column(state)
                         + " = wanted.state FROM (SELECT json_extract(value, '$[0]') AS id, "
                           "json_extract(value, '$[1]') AS state FROM json_each(?)) AS wanted "
                           "WHERE articles.id = wanted.id");
    query << list;
    query.run();
}

QList<articletable::StoredState> articletable::states(Database &database,
                                                      const QList<ArticleId> &ids, State state)
{
    auto query = database.query(std::string("SELECT articles.id, articles.") + column(state)
                                + " FROM json_each(?) AS wanted CROSS JOIN articles "
                                  "WHERE articles.id = wanted.value"
                                + (state == State::Removed ? "" : " AND articles.removed = 0"));
    const auto list = listOf(ids);
    query << list;
    QList<StoredState> result;
    QSet<ArticleId> seen;
    while (query.next()) {
        const StoredState found{.id = ArticleId(query.number(0)), .value = query.number(1)};
        if (!seen.contains(found.id))
            result.append(found);
        seen.insert(found.id);
    }
    return result;
}
