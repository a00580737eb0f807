#pragma once

#include "dialogs/feedsettingsdialog.h"
#include "library/library.h"

// Whether there is anything to bring to the library.
bool changesLibrary(const Feed &before, const FeedEdit &edit);

// Brings to the library what somebody changed in a feed's settings: only what differs.
Result<LibraryChange> applyEdit(Library &library, const Feed &before, const FeedEdit &edit,
                                const QDateTime &now);
