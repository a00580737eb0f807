#pragma once

#include "dialogs/importresult.h"
#include "tasks/importstories.h"

// How an import went, in words.
namespace importwords {

// Everything came in and all of it is new: a line says it.
bool isPlain(const ImportReport &report);

// "1,204 stories are new in your library."
QString outcome(const ImportReport &report);

// The whole, the files that could not be read grouped by the reason, the commonest first.
ImportResult::Words result(const ImportReport &report);

} // namespace importwords
