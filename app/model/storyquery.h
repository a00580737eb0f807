#pragma once

#include "model/feed.h"

#include <QString>

// Which stories to list: a place in the sidebar and the words in the search field.
struct StoryQuery
{
    enum class Scope {
        All, // Newest first, by Headline::listed.
        Unread, // The same, without those that were read.
        Bookmarks, // Newest bookmark first.
        RecentlyOpened, // Last opened first.
        Started, // Read in part, last read first.
        Folder, // What stands or stood in a watched folder.
        Feed, // What a feed told, newest first.
        FeedFolder // What the feeds in a folder and in those below it told, newest first.
    };

    enum class Order {
        Newest, // As the scope says.
        Oldest,
        Outlet, // By the outlet's name, each newest first.
        UnreadFirst, // Then newest first.
        Relevance // Best match first; of searches only, and not without end.
    };

    Scope scope = Scope::All;
    QString folder = {}; // Absolute path; only for Scope::Folder.
    FeedId feed = FeedId::None; // Only for Scope::Feed.
    FeedFolderId feedFolder = FeedFolderId::None; // Only for Scope::FeedFolder; None: all feeds.
    QString filter = {}; // A search that a smart folder stands for, besides what is typed.
    QString words = {}; // As typed; empty for everything in the scope.
    Order order = Order::Newest;

    bool operator==(const StoryQuery &) const = default;
};

// Where reading stopped: found again by the words there, else by the paragraph's number, else by
// how far down it was.
struct ReadingPosition
{
    int block = 0; // Of the body's paragraphs, headings and list items, from 0.
    QString quote = {}; // The first words of the sentence at the top of the view.
    double fraction = 0; // 0 at the top of the story, 1 where its end was seen.
    // The words around the quote, which tell it from others like it, and where reading goes on when
    // it is gone (Web Annotation Data Model §4.2.4, TextQuoteSelector).
    QString before = {};
    QString after = {};

    bool operator==(const ReadingPosition &) const = default;
};

struct StoryCounts
{
    int all = 0;
    int unread = 0;
    int bookmarks = 0;

    bool operator==(const StoryCounts &) const = default;
};

// How many of some stories are there, read and bookmarked.
struct StoryStates
{
    int present = 0;
    int read = 0;
    int bookmarked = 0;

    bool operator==(const StoryStates &) const = default;
};
