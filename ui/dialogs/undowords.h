#pragma once

#include "library/library.h"

#include <QString>

// What a change to the library is called, for the banner and the Edit menu.
namespace undowords {

// "Bookmarked", "3 stories removed". `feeds` are those that were changed, with their folders.
QString done(Undone::Action action, int stories, int feeds = 0);

// "Undo bookmark": for the menu.
QString undo(Undone::Action action);

// "Back in the library: “Harbour lights”".
QString undone(const Undone &undone);
QString redone(const Undone &redone);

} // namespace undowords
