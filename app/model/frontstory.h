#pragma once

#include "model/feed.h"
#include "model/headline.h"

#include <QList>

// A story that may stand on the front page, with what decides about its place there.
struct FrontStory
{
    Headline headline = {};
    QList<FeedId> feeds = {}; // That told it.
    qint64 bytes = 0; // Of its text as it is stored: how much is told.

    bool operator==(const FrontStory &) const = default;
};
