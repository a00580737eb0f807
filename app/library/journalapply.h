#pragma once

#include "library/journal.h"
#include "model/headline.h"

class Database;

// Makes the library what it was before a change, or after it.
namespace journalapply {

struct Applied
{
    LibraryChange change = {};
    int passed = 0; // Texts that are others by now, and stay.
};
Applied apply(Database &database, const journal::Entry &entry, journal::Direction direction);

// Which state of its stories a change is about.
articletable::State stateOf(journal::Entry::Action action);

} // namespace journalapply
