#pragma once

#include "library/library.h"

#include <QString>

// What a change to the library is called, for the banner and the Edit menu.
namespace undowords {

// "Bookmarked", "3 stories removed". `feeds` are those that were changed, with their folders.
QString done(Undone::Action action, int stories, int feeds = 0);

// "Undo bookmark", "Undo import of 12 stories": for the menu.
QString undo(const HistoryEntry &step);
// Stories came in by that step, and whether they are to go again is to be asked.
QString asksToTakeOut(const HistoryEntry &step);

// "Back in the library: “Harbour lights”". `by` is who had done it.
QString undone(const Undone &undone, Actor by = Actor::Unknown);
QString redone(const Undone &redone);

} // namespace undowords
