#include "search/matches.h"

search::Matches::Matches(const Query & /*query*/, const QList<Term::Kind> & /*kinds*/) { }

QList<search::Matches::Range> search::Matches::in(const QString & /*text*/) const
{
    return {};
}

QString search::Matches::passage(const QString & /*text*/, qsizetype /*length*/) const
{
    return {};
}
