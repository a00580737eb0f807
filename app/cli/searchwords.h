#pragma once

#include "search/query.h"

#include <QString>
#include <QStringList>

// What the command line says of searches.
namespace cli {

// The operators, a line each, for the help.
QStringList searchHelp();

// What is wrong with a search.
QString sentence(const search::Problem &problem);

// Two lines: the search, and a mark under what is wrong.
QStringList pointedAt(const QString &query, const search::Problem &problem);

} // namespace cli
