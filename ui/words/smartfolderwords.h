#pragma once

#include "search/query.h"

#include <QDate>
#include <QLocale>
#include <QString>

// What smart folders are called and what they hold, in words.
namespace smartfolderwords {

// What a search finds: "Stories with “tide”, from “The Bay Times”, not read yet."
QString explained(const search::Query &query, const QLocale &locale);

// A name for a folder of what this finds; empty when nothing comes to mind.
QString name(const search::Query &query);

} // namespace smartfolderwords
