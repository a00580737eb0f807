#pragma once

#include "library/history.h"
#include "library/journal.h"

// Takes single changes back out of their order, each as a step of its own.
namespace historyrestoring {

// Whether there seems to be something to take back; what takes long to find out is taken for it.
bool mayRestore(Database &database, const journal::Line &line);
bool mayRestore(Database &database, const journal::Step &step, ArticleId only);

// In a transaction, to be given up when the outcome is not Done. `only` may be None: all.
Restored restore(Database &database, const journal::Step &step, ArticleId only,
                 const QDateTime &now);

} // namespace historyrestoring
