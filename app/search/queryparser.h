#pragma once

#include "search/query.h"

#include <QDate>
#include <QString>

#include <optional>

namespace search {

// Reads one search, by descent: conditions stand beside each other, OR binds two of them more
// closely than that, as it does with web searches.
class QueryParser
{
public:
    QueryParser(const QString &typed, const QDate &today, Typing typing);

    [[nodiscard]] const Query &query() const { return m_query; }

private:
    // One piece of what was typed that is neither bracket nor OR.
    struct Value
    {
        QString text = {};
        qsizetype at = 0;
        bool isQuoted = false;
        bool isOpen = false; // It ends where the typing ended.
    };

    QList<Node> conditions(int depth);
    std::optional<Node> alternatives(int depth);
    std::optional<Node> condition(int depth);
    std::optional<Node> bracket(int depth);
    std::optional<Node> exclusion(int depth);
    std::optional<Node> operation(qsizetype length);
    std::optional<Node> words();
    Value value();

    [[nodiscard]] bool atEnd() const { return m_at >= m_typed.size(); }
    [[nodiscard]] bool at(QChar c) const { return !atEnd() && m_typed.at(m_at) == c; }
    [[nodiscard]] bool atOr() const;
    [[nodiscard]] bool atQuote() const;
    [[nodiscard]] bool endsUnfinished() const; // What is missing here may come yet.
    void skipSpaces();
    void complain(Problem::Kind kind, qsizetype from, qsizetype to);
    // False once there are more conditions than anybody types.
    bool count(qsizetype from);

    QString m_typed;
    QDate m_today;
    Typing m_typing;
    Query m_query;
    std::optional<Value> m_signs; // The first piece without a word in it.
    qsizetype m_at = 0;
    int m_open = 0; // Brackets.
    int m_terms = 0;
};

} // namespace search
