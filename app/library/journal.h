#pragma once

#include "library/articletable.h"
#include "library/database.h"
#include "model/feed.h"
#include "model/headline.h"
#include "model/history.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

// What was changed, one row a change, written in the change's own transaction.
namespace journal {

// A story's text that was replaced by another of its versions.
struct Retelling
{
    ArticleId story = ArticleId::None;
    qint64 before = 0; // Ids of versions; they may be gone since.
    qint64 after = 0;

    bool operator==(const Retelling &) const = default;
};

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
        RestoreSmartFolders,
        Complete,
        ChooseText
    };

    Action action = Action::Read;
    Actor by = Actor::You;
    QList<ArticleId> stories = {}; // Of Update: the new ones.
    // The stories' states, in their order, or one number that stands for all of them.
    QList<qint64> before = {};
    QList<qint64> after = {};
    QString folder = {}; // Of Watch, and where a story was found.
    FeedId feed = FeedId::None; // Of Update.
    QJsonArray feeds = {}; // Changes to feeds and their folders, by FeedSnapshot.
    QString title = {}; // Of the feed or folder, or of the story, when it was one.
    QJsonArray smartFolders = {}; // Changes to their rows, by smartfoldertable.
    QList<Retelling> texts = {};

    bool operator==(const Entry &) const = default;
};

// A Step is a change that undo takes back. A Record only tells that something happened by itself:
// taking that back would surprise whoever wants to undo their own last step.
enum class Kind { Record, Step };
// Answers the row's id.
qint64 append(Database &database, const Entry &entry, Kind kind, const QDateTime &now);

// Makes a story that was added, or its new text, part of a row that is there already.
void extend(Database &database, qint64 row, const Entry &addition);
// The last row, when it tells of stories found in this folder a moment ago: one that finding
// another extends.
std::optional<qint64> lastFinding(Database &database, const QString &folder, const QDateTime &now);
// Whether a row is a step that was not taken back.
bool isDone(Database &database, qint64 row);

// The change that undo or redo is about, and what marks it as undone or done.
enum class Direction { Undo, Redo };
struct Step
{
    qint64 id = 0;
    Entry entry = {};
    bool isUndone = false; // It was taken back.
};
std::optional<Step> next(Database &database, Direction direction);
// The row that undo is about, without all that is in it; 0 when there is none.
qint64 lastStep(Database &database);
void mark(Database &database, const Step &step, Direction direction);
std::optional<Step> find(Database &database, qint64 row);

// A row as lists show it: how many, without the stories themselves.
struct Line
{
    HistoryEntry entry = {};
    QList<ArticleId> first = {}; // Of its stories.
    FeedId feed = FeedId::None; // That told something.
    QList<FeedId> feeds = {}; // The first of those that were changed.
    Entry::Action action = Entry::Action::Read;
};
// Reads rows of one kind, or of all, from the newest before `before` on.
class Lines
{
public:
    Lines(Database &database, HistoryKind kind, std::optional<qint64> before);
    std::optional<Line> next();

private:
    Database &m_database;
    Query m_query;
};

// What was changed, as people call it; `isSet` when states were set rather than taken away.
Deed deedOf(Entry::Action action, bool isSet);
Deed deedOf(const Entry &entry);

} // namespace journal
