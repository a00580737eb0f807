#pragma once

#include "model/headline.h"
#include "model/storylist.h"
#include "model/storyquery.h"

namespace headlines {

// Whether a headline tells by itself that it belongs to a place, and where. Folders, feeds and
// searches only the library can judge.
bool canTell(const StoryQuery &query);
bool belongs(const Headline &headline, const StoryQuery &query);

// What a place is ordered by: ListedStory::moment.
qint64 moment(const Headline &headline, StoryQuery::Scope scope);

// What the rows of a list follow each other by, and so what each of them says of time: the day it
// stands under, not another one.
enum class By {
    Publication, // Nothing, or how well they match: their own date is told.
    Listing, // Headline::listed.
    Bookmark, // When it was set.
    Opening // When they were read last.
};

// Where a row stands in that.
struct Standing
{
    By by = By::Publication;
    qint64 moment = 0; // ListedStory::moment.

    bool operator==(const Standing &) const = default;
};
Standing standing(const StoryQuery &query, const ListedStory &row);

// Whether the rows follow each other in time, so that days can part them.
bool isByDate(const StoryQuery &query);

} // namespace headlines
