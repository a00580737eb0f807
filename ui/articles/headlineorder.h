#pragma once

#include "model/headline.h"
#include "model/storyquery.h"

namespace headlines {

// Whether a headline tells by itself that it belongs to a place. Folders, feeds and searches only
// the library can judge.
bool canTell(const StoryQuery &query);
bool belongs(const Headline &headline, const StoryQuery &query);

// The order of a place: as the library lists it.
bool before(const Headline &one, const Headline &other, const StoryQuery &query);

} // namespace headlines
