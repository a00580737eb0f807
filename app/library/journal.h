#pragma once

#include "library/articletable.h"
#include "model/headline.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

class Database;

// What was changed, one row a change, written in the change's own transaction.
namespace journal {

// One change, with all that is needed to take it back and to do it again.
struct Entry
{
    enum class Action {
        Add,
        Open,
        Read,
        Bookmark,
        Remove,
        Watch,
        Subscribe,
        Unsubscribe,
        RenameFeed,
        SetUpFeed,
        ReaddressFeed,
        AddFeedFolder,
        RenameFeedFolder,
        RemoveFeedFolder,
        MoveFeeds,
        Update, // Never a step, nor is the next.
        Tidy,
        AddSmartFolder,
        RenameSmartFolder,
        SetUpSmartFolder,
        MoveSmartFolder,
        RemoveSmartFolder,
        RestoreSmartFolders
    };

    Action action = Action::Read;
    QList<ArticleId> stories = {};
    QList<qint64> before = {}; // The stories' states, in their order.
    QList<qint64> after = {};
    QString folder = {}; // Of Watch; `before` and `after` have one value then.
    QJsonArray feeds = {}; // Changes to feeds and their folders, by FeedSnapshot.
    QString title = {}; // Of the feed or folder, when it was one.
    QJsonArray smartFolders = {}; // Changes to their rows, by smartfoldertable.

    bool operator==(const Entry &) const = default;
};

// A Step is a change that undo takes back. A Record only tells that something happened by itself:
// taking that back would surprise whoever wants to undo their own last step.
enum class Kind { Record, Step };
void append(Database &database, const Entry &entry, Kind kind, const QDateTime &now);

// The change that undo or redo is about, and what marks it as undone or done.
enum class Direction { Undo, Redo };
struct Step
{
    qint64 id = 0;
    Entry entry = {};
};
std::optional<Step> next(Database &database, Direction direction);
void mark(Database &database, const Step &step, Direction direction);
// For a step that another one stands for now.
void markAsRecord(Database &database, const Step &step);

} // namespace journal
