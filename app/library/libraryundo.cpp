#include "library/articletable.h"
#include "library/feedentrytable.h"
#include "library/feedsnapshot.h"
#include "library/foldertable.h"
#include "library/freepages.h"
#include "library/journal.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/searchtable.h"
#include "library/smartfoldertable.h"
#include "library/startedstories.h"

#include <algorithm>

// The functions of Library that take changes back, and those for watched folders.

namespace {

using Action = journal::Entry::Action;
using Direction = journal::Direction;
using State = articletable::State;

Undone::Action actionOf(const journal::Entry &entry)
{
    const auto isSet = !entry.after.isEmpty() && entry.after.first() != 0;
    switch (entry.action) {
    case Action::Add:
        return Undone::Action::Added;
    case Action::Read:
        return isSet ? Undone::Action::Read : Undone::Action::Unread;
    case Action::Bookmark:
        return isSet ? Undone::Action::Bookmarked : Undone::Action::Unbookmarked;
    case Action::Remove:
        return Undone::Action::Removed;
    case Action::Watch:
        return isSet ? Undone::Action::Watched : Undone::Action::Unwatched;
    case Action::Subscribe:
        return Undone::Action::Subscribed;
    case Action::Unsubscribe:
        return Undone::Action::Unsubscribed;
    case Action::RenameFeed:
        return Undone::Action::FeedRenamed;
    case Action::SetUpFeed:
        return Undone::Action::FeedSetUp;
    case Action::ReaddressFeed:
        return Undone::Action::FeedReaddressed;
    case Action::AddFeedFolder:
        return Undone::Action::FeedFolderAdded;
    case Action::RenameFeedFolder:
        return Undone::Action::FeedFolderRenamed;
    case Action::RemoveFeedFolder:
        return Undone::Action::FeedFolderRemoved;
    case Action::MoveFeeds:
        return Undone::Action::FeedsMoved;
    case Action::AddSmartFolder:
        return Undone::Action::SmartFolderAdded;
    case Action::RenameSmartFolder:
        return Undone::Action::SmartFolderRenamed;
    case Action::SetUpSmartFolder:
        return Undone::Action::SmartFolderSetUp;
    case Action::MoveSmartFolder:
        return Undone::Action::SmartFolderMoved;
    case Action::RemoveSmartFolder:
        return Undone::Action::SmartFolderRemoved;
    case Action::RestoreSmartFolders:
        return Undone::Action::SmartFoldersRestored;
    case Action::Open:
    case Action::Update:
    case Action::Tidy:
        break;
    }
    return Undone::Action::None;
}

State stateOf(Action action)
{
    if (action == Action::Read)
        return State::Read;
    return action == Action::Bookmark ? State::Bookmarked : State::Removed;
}

QString titleOf(Database &database, const journal::Entry &entry)
{
    if (entry.stories.size() != 1)
        return entry.title;
    auto query = database.query("SELECT title FROM articles WHERE id = ?");
    query << qint64(entry.stories.first());
    return query.next() ? query.text(0) : QString();
}

LibraryChange announced(Database &database, const journal::Entry &entry, State state)
{
    const auto ofFeeds = feedentrytable::anyListed(database, entry.stories);
    if (entry.stories.size() > limits::announcedStories)
        return {.feeds = ofFeeds, .everything = true};
    if (state != State::Removed)
        return {.changed = articletable::headlines(database, entry.stories), .feeds = ofFeeds};
    // They went or came together.
    auto back = articletable::headlines(database, entry.stories);
    if (back.isEmpty())
        return {.removed = entry.stories, .feeds = ofFeeds};
    return {.added = std::move(back), .feeds = ofFeeds};
}

LibraryChange applyStates(Database &database, const journal::Entry &entry,
                          const QList<qint64> &values)
{
    const auto state = stateOf(entry.action);
    QList<articletable::StoredState> states;
    for (qsizetype i = 0; i < entry.stories.size() && i < values.size(); ++i)
        states.append({.id = entry.stories.at(i), .value = values.at(i)});
    articletable::setStates(database, states, state);
    if (state == State::Read)
        startedstories::renew(database, entry.stories);
    return announced(database, entry, state);
}

LibraryChange applyWatching(Database &database, const journal::Entry &entry,
                            const QList<qint64> &values)
{
    const auto isWatched = !values.isEmpty() && values.first() != 0;
    foldertable::setWatching(database, entry.folder,
                             isWatched ? foldertable::Watching::Yes : foldertable::Watching::No);
    return {.everything = true};
}

// Stories come and go with their feeds.
bool movesStories(Action action)
{
    return action == Action::Subscribe || action == Action::Unsubscribe;
}

LibraryChange applyFeeds(Database &database, const journal::Entry &entry, Direction direction)
{
    FeedSnapshot::restore(database, entry.feeds,
                          direction == Direction::Undo ? FeedSnapshot::Side::Before
                                                       : FeedSnapshot::Side::After);
    return {.feeds = true, .everything = movesStories(entry.action)};
}

LibraryChange apply(Database &database, const journal::Entry &entry, Direction direction)
{
    if (!entry.feeds.isEmpty())
        return applyFeeds(database, entry, direction);
    if (!entry.smartFolders.isEmpty()) {
        smartfoldertable::restore(database, entry.smartFolders, direction);
        return {.smartFolders = true};
    }
    const auto &values = direction == Direction::Undo ? entry.before : entry.after;
    return entry.action == Action::Watch ? applyWatching(database, entry, values)
                                         : applyStates(database, entry, values);
}

Result<Undone> step(Database &database, Direction direction)
{
    Transaction transaction(database);
    const auto step = journal::next(database, direction);
    if (!step)
        return Undone();
    Undone undone{.action = actionOf(step->entry),
                  .stories = int(step->entry.stories.size()),
                  .feeds = int(step->entry.feeds.size()),
                  .title = titleOf(database, step->entry),
                  .change = apply(database, step->entry, direction)};
    journal::mark(database, *step, direction);
    transaction.commit();
    return undone;
}

Result<void> setWatching(Database &database, const QString &folder, foldertable::Watching watching,
                         const QDateTime &now)
{
    Transaction transaction(database);
    const auto before = foldertable::setWatching(database, folder, watching);
    if (before == watching)
        return {};
    journal::append(database,
                    {.action = Action::Watch,
                     .before = {qint64(before)},
                     .after = {qint64(watching)},
                     .folder = folder},
                    journal::Kind::Step, now);
    transaction.commit();
    return {};
}

} // namespace

Result<Undone> Library::undo(const QDateTime & /*now*/)
{
    return attempt(m->file, [&] { return step(*m->database, Direction::Undo); });
}

Result<Undone> Library::redo(const QDateTime & /*now*/)
{
    return attempt(m->file, [&] { return step(*m->database, Direction::Redo); });
}

Result<void> Library::watch(const QString &folder, const QDateTime &now)
{
    return attempt(m->file, [&] {
        return setWatching(*m->database, folder, foldertable::Watching::Yes, now);
    });
}

Result<void> Library::unwatch(const QString &folder, const QDateTime &now)
{
    return attempt(
        m->file, [&] { return setWatching(*m->database, folder, foldertable::Watching::No, now); });
}

Result<void> Library::setKnownFile(const QString &watchedFolder, const KnownFile &file)
{
    return attempt(m->file, [&]() -> Result<void> {
        Transaction transaction(*m->database, Transaction::Durability::Relaxed);
        foldertable::setKnownFile(*m->database, watchedFolder, file);
        transaction.commit();
        return {};
    });
}

Result<bool> Library::settle()
{
    return attempt(m->file, [&]() -> Result<bool> {
        Transaction transaction(*m->database, Transaction::Durability::Relaxed);
        const auto merged = searchtable::merge(*m->database, limits::mergedAtRest);
        transaction.commit();
        return merged || freepages::giveBackSome(*m->database, limits::pagesFreedAtRest);
    });
}
