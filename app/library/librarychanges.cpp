#include "library/articletable.h"
#include "library/feedentrytable.h"
#include "library/foldertable.h"
#include "library/journal.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/mediastore.h"
#include "library/picturetable.h"
#include "library/searchtable.h"
#include "library/startedstories.h"
#include "library/storyversions.h"

#include <algorithm>
#include <functional>

// The functions of Library that change stories.

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;
using State = articletable::State;
using Durability = Transaction::Durability;

// Brings the stories that are in another state to the one wanted; notes them. The present state of
// those that are in it already (`isWanted`) stays.
journal::Entry setStates(Database &database, Action action, State state,
                         const QList<ArticleId> &ids, qint64 wanted,
                         const std::function<bool(qint64)> &isWanted)
{
    journal::Entry entry{.action = action};
    const auto present = articletable::states(database, ids, state);
    for (const auto &[id, before] : present) {
        if (isWanted(before))
            continue;
        entry.stories.append(id);
        entry.before.append(before);
    }
    entry.after = QList<qint64>(entry.stories.size(), wanted);
    articletable::setStates(database, entry.stories, state, wanted);
    return entry;
}

LibraryChange changed(Database &database, const QList<ArticleId> &ids)
{
    const auto ofFeeds = feedentrytable::anyListed(database, ids);
    if (ids.size() > limits::announcedStories)
        return {.feeds = ofFeeds, .everything = true};
    return {.changed = articletable::headlines(database, ids), .feeds = ofFeeds};
}

LibraryChange removed(Database &database, const QList<ArticleId> &ids)
{
    const auto ofFeeds = feedentrytable::anyListed(database, ids);
    if (ids.size() > limits::announcedStories)
        return {.feeds = ofFeeds, .everything = true};
    return {.removed = ids, .feeds = ofFeeds};
}

void markOpened(Database &database, ArticleId id, const QDateTime &now)
{
    auto query = database.query("UPDATE articles SET opened = ?, read = 1 WHERE id = ?");
    query << storedDeed(now) << qint64(id);
    query.run();
    startedstories::renew(database, {id}, now);
}

struct Addition
{
    const Article &article;
    storyversions::Ready version;
    Library::Occasion occasion;
    QDateTime now;
    QString watchedFolder;
};

bool isOpening(const Addition &addition)
{
    return addition.occasion == Library::Occasion::Opened;
}

// Somebody asked for the story, unlike one that a watched folder merely has.
bool isAskedFor(const Addition &addition)
{
    return addition.occasion != Library::Occasion::Found;
}

journal::Entry addingOf(const QList<ArticleId> &ids)
{
    return {.action = Action::Add,
            .stories = ids,
            .before = QList<qint64>(ids.size(), 1),
            .after = QList<qint64>(ids.size(), 0)};
}

Added addNew(Database &database, searchtable::Changes &index, const Addition &addition)
{
    const auto id
        = storyversions::add(database, index, addition.version, addition.now, addition.now).id;
    if (isOpening(addition))
        markOpened(database, id, addition.now);
    journal::append(database, addingOf({id}),
                    isOpening(addition) ? journal::Kind::Step : journal::Kind::Record,
                    addition.now);
    return {.id = id};
}

// A story that was removed stays so when it is merely found again, and comes back when somebody
// asks for it.
Added addAgain(Database &database, searchtable::Changes &index, ArticleId id,
               const Addition &addition)
{
    const auto wasRemoved = articletable::state(database, id, State::Removed) != 0;
    const auto isNewer = storyversions::renew(database, index, id, addition.version, addition.now);
    const auto revives = wasRemoved && isAskedFor(addition);
    if (revives) {
        articletable::setState(database, id, State::Removed, 0);
        journal::append(database, addingOf({id}),
                        isOpening(addition) ? journal::Kind::Step : journal::Kind::Record,
                        addition.now);
    } else if (isNewer || isOpening(addition)) {
        journal::append(
            database, {.action = isOpening(addition) ? Action::Open : Action::Add, .stories = {id}},
            journal::Kind::Record, addition.now);
    }
    if (isOpening(addition))
        markOpened(database, id, addition.now);
    return {.id = id, .change = {}};
}

Added addStory(Database &database, const Addition &addition)
{
    searchtable::Changes index;
    const auto known
        = articletable::identify(database, addition.article, addition.version.description.keys);
    const auto before = articletable::headline(database, known);
    auto added = known == ArticleId::None ? addNew(database, index, addition)
                                          : addAgain(database, index, known, addition);
    for (const auto &picture : addition.article.pictures)
        picturetable::insert(database, added.id, picture);
    articletable::linkFile(database, added.id, addition.article.provenance, addition.now);
    const auto isLinked = !addition.watchedFolder.isEmpty()
        && foldertable::link(database, addition.watchedFolder, added.id);

    index.write(database);
    const auto after = articletable::headline(database, added.id);
    // It may be a feed's too, and so may have come back to that, or have been read.
    added.change.feeds = known != ArticleId::None && (before != after)
        && feedentrytable::anyListed(database, {added.id});
    if (after && !before)
        added.change.added = {*after};
    else if (after && (after != before || isLinked))
        added.change.changed = {*after};
    return added;
}

} // namespace

Result<Added> Library::add(const Article &article, Occasion occasion, const QDateTime &now,
                           const QString &watchedFolder)
{
    // Pictures are on the disk before the story is: one without a story does no harm.
    for (const auto &picture : article.pictures) {
        if (const auto saved = mediastore::save(m->media, picture); !saved)
            return saved.error();
    }
    const Addition addition{.article = article,
                            .version = storyversions::ready(article),
                            .occasion = occasion,
                            .now = now,
                            .watchedFolder = watchedFolder};
    return attempt(m->file, [&]() -> Result<Added> {
        Transaction transaction(*m->database,
                                occasion == Occasion::Opened ? Durability::PowerSafe
                                                             : Durability::Relaxed);
        auto added = addStory(*m->database, addition);
        searchtable::merge(*m->database, limits::mergedWithOne, searchtable::Where::Newest);
        transaction.commit();
        return added;
    });
}

Result<void> Library::addedTogether(const QList<ArticleId> &ids, const QDateTime &now)
{
    if (ids.isEmpty())
        return {};
    return attempt(m->file, [&]() -> Result<void> {
        Transaction transaction(*m->database, Durability::Relaxed);
        // The story that was opened first was a step by itself until the others had come.
        const auto last = journal::next(*m->database, journal::Direction::Undo);
        if (last && last->entry.action == Action::Add
            && std::ranges::all_of(last->entry.stories,
                                   [&](ArticleId id) { return ids.contains(id); }))
            journal::markAsRecord(*m->database, *last);
        journal::append(*m->database, addingOf(ids), journal::Kind::Step, now);
        transaction.commit();
        return {};
    });
}

Result<LibraryChange> Library::setOpened(ArticleId id, const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database, Durability::Relaxed);
        if (!articletable::headline(*m->database, id))
            return Error{Error::Kind::NotFound, u"no story %1"_s.arg(qint64(id))};
        markOpened(*m->database, id, now);
        journal::append(*m->database, {.action = Action::Open, .stories = {id}},
                        journal::Kind::Record, now);
        auto change = changed(*m->database, {id});
        transaction.commit();
        return change;
    });
}

Result<LibraryChange> Library::setRead(const QList<ArticleId> &ids, bool read, const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database);
        const auto entry = setStates(*m->database, Action::Read, State::Read, ids, qint64(read),
                                     [&](qint64 before) { return (before != 0) == read; });
        if (entry.stories.isEmpty())
            return LibraryChange();
        startedstories::renew(*m->database, entry.stories);
        journal::append(*m->database, entry, journal::Kind::Step, now);
        auto change = changed(*m->database, entry.stories);
        transaction.commit();
        return change;
    });
}

Result<LibraryChange> Library::setBookmarked(const QList<ArticleId> &ids, bool bookmarked,
                                             const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database);
        // A bookmark set twice keeps its first moment, and so its place in the list.
        const auto entry = setStates(*m->database, Action::Bookmark, State::Bookmarked, ids,
                                     bookmarked ? storedDeed(now) : 0,
                                     [&](qint64 before) { return (before != 0) == bookmarked; });
        if (entry.stories.isEmpty())
            return LibraryChange();
        journal::append(*m->database, entry, journal::Kind::Step, now);
        auto change = changed(*m->database, entry.stories);
        transaction.commit();
        return change;
    });
}

Result<LibraryChange> Library::remove(const QList<ArticleId> &ids, const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database);
        const auto entry = setStates(*m->database, Action::Remove, State::Removed, ids, 1,
                                     [](qint64) { return false; });
        if (entry.stories.isEmpty())
            return LibraryChange();
        journal::append(*m->database, entry, journal::Kind::Step, now);
        auto change = removed(*m->database, entry.stories);
        transaction.commit();
        return change;
    });
}

Result<LibraryChange> Library::setPosition(ArticleId id, const ReadingPosition &position,
                                           const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database, Durability::Relaxed);
        if (!articletable::headline(*m->database, id))
            return Error{Error::Kind::NotFound, u"no story %1"_s.arg(qint64(id))};
        auto query = m->database->query(
            "INSERT OR REPLACE INTO positions (article, block, quote, fraction) "
            "VALUES (?, ?, ?, ?)");
        query << qint64(id) << position.block << position.quote << position.fraction;
        query.run();
        LibraryChange change;
        if (startedstories::renew(*m->database, {id}, now) > 0)
            change.changed = articletable::headlines(*m->database, {id});
        transaction.commit();
        return change;
    });
}
