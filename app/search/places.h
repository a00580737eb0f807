#pragma once

#include "model/storyquery.h"

#include <QString>

#include <optional>

// Searches as places: what a smart folder lists and counts, and what a place is searched by.
namespace search {

// Where the stories of a search are listed. What is a place by itself becomes that: its list is
// read along an index, and nothing goes away from it under the reader's hand. Everything else is
// all stories, filtered.
StoryQuery placeOf(const QString &search);

// What is counted beside the name of a smart folder: the unread stories in it. Those that were
// kept or begun are read as a rule, so there it is all of them; nothing where the number would say
// nothing.
std::optional<StoryQuery> countedIn(const QString &search);

// The search that lists what a place does, with what is typed there. `feed` is the name of the feed
// that is listed, if one is; folders cannot be searched for.
QString searchOf(const StoryQuery &place, const QString &feed = {});

} // namespace search
