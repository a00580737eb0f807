#pragma once

#include "extraction/dissection.h"
#include "extraction/storypage.h"
#include "html/sanitise.h"

namespace extraction {

struct PageParts
{
    QList<PagePart> parts = {};
    bool isCut = false; // There were more than are shown.
};

// The parts of a page that was read, in order: those of its story, which is all in `story`, as it
// shows them, and those left out, each once. `how` makes them safe.
PageParts pageParts(const StoryPage &page, const StoryParts &story, const html::Sanitising &how);

} // namespace extraction
