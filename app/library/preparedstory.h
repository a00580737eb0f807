#pragma once

#include "library/feedstore.h"
#include "library/storyversions.h"

#include <optional>

// What FeedStore::prepare() makes of a feed's entry.
struct FeedStore::Prepared
{
    qint64 key = 0; // Which entry of its feed it is.
    qint64 hash = 0; // Equal as long as the entry tells the same.
    FeedStory story = {};
    std::optional<storyversions::Ready> version = {}; // None where it is probably known already.
};

namespace preparedstory {

// Made now where that was not done before.
storyversions::Ready versionOf(const FeedStory &story);

} // namespace preparedstory
