#include "search/query.h"

#include "search/queryparser.h"
#include "search/terms.h"

search::Query search::parse(const QString &typed, const QDate &today, Typing typing)
{
    return QueryParser(typed, today, typing).query();
}

QStringList search::operators()
{
    return terms::operators();
}
