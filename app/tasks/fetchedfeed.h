#pragma once

#include "base/result.h"
#include "library/feedstore.h"
#include "model/feed.h"
#include "network/fetcher.h"
#include "tasks/feedschedule.h"

#include <QByteArray>
#include <QUrl>

namespace tasks {

// What a server answered for a feed, understood and made ready for the library.
struct FetchedFeed
{
    QByteArray digest = {}; // Of the bytes.
    bool unchanged = false; // They are those of the last time: nothing else is known then.
    FeedDescription description = {};
    FeedStore::PreparedStories stories = {};
    FeedWishes wishes = {};
    QUrl movedTo = {}; // Where the feed says it will be from now on; still to be tried.
    QUrl icon = {};
    QUrl image = {};
};

// `known` is what the feed told before. Errors: those of feeds::parse(). Pure, for the pool.
Result<FetchedFeed> readFetched(const Feed &feed, const network::Answer &answer,
                                const FeedStore::KnownEntries &known);

} // namespace tasks
