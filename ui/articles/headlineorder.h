#pragma once

#include "model/headline.h"
#include "model/storyquery.h"

namespace headlines {

// Whether a headline tells by itself that it belongs to a place, and where. Folders, feeds and
// searches only the library can judge.
bool canTell(const StoryQuery &query);
bool belongs(const Headline &headline, const StoryQuery &query);

// What a place is ordered by: ListedStory::moment.
qint64 moment(const Headline &headline, StoryQuery::Scope scope);

// Whether the rows follow each other in time, so that days can part them.
bool isByDate(const StoryQuery &query);

} // namespace headlines
