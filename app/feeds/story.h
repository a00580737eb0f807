#pragma once

#include "model/article.h"
#include "model/parsedfeed.h"

namespace feeds {

// An entry made ready for a library.
struct Story
{
    QString guid = {}; // May be empty.
    Article article = {}; // Without a body; `text` is the HTML's.
    QString html = {}; // As it came, with absolute addresses. Not safe yet.
    bool isSummary = false; // The story itself is elsewhere.

    bool operator==(const Story &) const = default;
};

// What an entry tells, as a story. Nothing is parsed: its text is taken by one pass.
Story story(const ParsedFeed &feed, const FeedEntry &entry);

} // namespace feeds
