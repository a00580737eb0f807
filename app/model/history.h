#pragma once

#include "model/headline.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// By whom the library was changed.
enum class Actor {
    Unknown, // What older versions of the program did not write down.
    You,
    Feed,
    Import,
    Folder, // A watched one.
    Program // Tidying, repairs.
};

// What was changed, taken back or done again, for the words people read.
enum class Deed {
    None,
    Read,
    Unread,
    Bookmarked,
    Unbookmarked,
    Removed,
    Added,
    Watched,
    Unwatched,
    Subscribed,
    Unsubscribed,
    FeedRenamed,
    FeedSetUp,
    FeedReaddressed,
    FeedFolderAdded,
    FeedFolderRenamed,
    FeedFolderRemoved,
    FeedsMoved,
    SmartFolderAdded,
    SmartFolderRenamed,
    SmartFolderSetUp,
    SmartFolderMoved,
    SmartFolderRemoved,
    SmartFoldersRestored,
    Opened, // Looked at; never a step.
    CopyOpened, // A story that was there came with another text.
    TextCompleted, // The whole text was fetched.
    TextChosen, // Another version of a story was made the current one.
    Updated, // A feed told something.
    Tidied, // What feeds no longer keep went for good.
    BroughtBack // Out of the history.
};

// The filters of the history.
enum class HistoryKind { All, Reading, Bookmarks, Removed, Added, Texts, Feeds, Updates };

struct HistoryQuery
{
    HistoryKind kind = HistoryKind::All;
    QString words
        = {}; // All of them in the title of a story or feed, an outlet's or folder's name.

    bool operator==(const HistoryQuery &) const = default;
};

// One change of the library, as the history lists it.
struct HistoryEntry
{
    enum class State {
        Record, // Happened by itself: Undo passes it over.
        Done,
        Undone // Taken back.
    };

    qint64 id = 0; // Later ones are higher.
    QDateTime time = {}; // UTC
    Deed deed = Deed::None;
    Actor by = Actor::Unknown;
    State state = State::Record;
    QString actor = {}; // The name of the feed; the path of the folder.
    qint64 stories = 0; // Of an update: the new ones.
    qint64 texts = 0; // Stories whose text was changed.
    int feeds = 0; // With their folders.
    QStringList titles = {}; // Of the first stories, or of the feed or folder.
    ArticleId story = ArticleId::None; // When it was one.
    bool restorable = false; // As far as that is known without trying.

    bool operator==(const HistoryEntry &) const = default;
};

struct HistoryPage
{
    QList<HistoryEntry> entries = {}; // Newest first. May be few or none although more follow.
    std::optional<qint64> next = {}; // What to go on from; none at the end.

    bool operator==(const HistoryPage &) const = default;
};

// A story that a change was about.
struct HistoryStory
{
    ArticleId id = ArticleId::None;
    QString title = {}; // Empty when the library has forgotten it.
    bool present = false; // In the library now.
    bool retold = false; // It was its text that was changed.
    bool restorable = false;

    bool operator==(const HistoryStory &) const = default;
};

// One of the texts a story had.
struct StoryVersion
{
    enum class Source { File, Feed, Summary, Page };

    qint64 id = 0;
    QDateTime stored = {}; // UTC
    Source source = Source::File;
    QString feed = {}; // Its name.
    qint64 length = 0; // Characters.
    bool current = false;

    bool operator==(const StoryVersion &) const = default;
};
