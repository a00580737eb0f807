#pragma once

#include "library/database.h"
#include "library/searchtable.h"

#include <QString>

#include <limits>
#include <optional>
#include <string>
#include <vector>

// The rows of the index that match, of all its shards as one, in the order of time. Read as they
// are asked for: a shard is opened only when its turn comes. Without an expression these are the
// rows of all stories.
class MatchStream
{
public:
    enum class Direction { NewestFirst, OldestFirst };

    struct Range
    {
        qint64 from = std::numeric_limits<qint64>::min(); // Both included.
        qint64 to = std::numeric_limits<qint64>::max();
    };

    struct Match
    {
        qint64 listed = 0;
        qint64 shard = 0;
        double relevance = 0; // Only when it was asked for.
    };

    enum class Wanted { Rows, Relevance };

    struct Expression
    {
        QString match = {}; // Of FTS5. Empty: all stories.
        QString gate = {}; // What is quickly found to match nothing in a shard, if there is such.
    };

    MatchStream(Database &database, const Expression &expression, const Range &range,
                Direction direction, Wanted wanted = Wanted::Rows);
    MatchStream(const MatchStream &) = delete;
    MatchStream &operator=(const MatchStream &) = delete;

    std::optional<Match> next(); // Nothing at the end.

private:
    struct Source
    {
        searchtable::Shard shard;
        std::optional<Query> rows = {}; // Once it was opened.
        Match first = {}; // What stands next, of one that is open.
    };

    [[nodiscard]] bool comesBefore(qint64 one, qint64 other) const;
    [[nodiscard]] qint64 bound(const Source &source) const; // Nothing of it comes before this.
    [[nodiscard]] bool isShut(const Source &source) const; // By the gate.
    void open(Source &source);
    static bool step(Source &source); // False at its end.

    Database &m_database;
    Expression m_expression;
    Range m_range;
    Direction m_direction;
    Wanted m_wanted;
    std::vector<Source> m_sources; // That which comes first last.
};
