#include "search/query.h"

#include "search/limits.h"

search::Query search::parse(const QString &typed, const QDate & /*today*/, Typing /*typing*/)
{
    Query query;
    const auto words = typed.left(limits::searchLength).split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words)
        query.root.children.append({.kind = Node::Kind::Term, .term = {.text = word}});
    return query;
}

QStringList search::operators()
{
    return {};
}
