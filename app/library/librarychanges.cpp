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
#include "library/storykeys.h"
#include "library/storyversions.h"

#include <optional>

// The functions of Library that change stories.

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;
using State = articletable::State;
using Durability = Transaction::Durability;

// Brings the stories that are in other states to this one, and notes which they were.
journal::Entry setStates(Database &database, Action action, State state,
                         const QList<ArticleId> &ids, qint64 value)
{
    journal::Entry entry{.action = action, .after = {value}};
    const auto before = articletable::states(database, ids, state);
    for (const auto &[id, was] : before) {
        // A bookmark set twice keeps its first moment, and so its place in the list.
        if ((was != 0) == (value != 0))
            continue;
        entry.stories.append(id);
        entry.before.append(was);
    }
    articletable::setStates(database, entry.stories, state, value);
    if (entry.stories.size() == 1)
        entry.title = articletable::title(database, entry.stories.first());
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
    startedstories::beginAnew(database, id);
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
    // The row of those it comes with; 0: it is the first. None: it comes alone.
    std::optional<qint64> batchRow;
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

Actor actorOf(const Addition &addition)
{
    if (addition.occasion == Library::Occasion::Imported)
        return Actor::Import;
    return isOpening(addition) || addition.watchedFolder.isEmpty() ? Actor::You : Actor::Folder;
}

journal::Entry entryFor(const Addition &addition)
{
    return {.action = Action::Add,
            .by = actorOf(addition),
            .before = {1},
            .after = {0},
            .folder = addition.watchedFolder,
            .title = addition.article.title};
}

// Writes down what was added, with what came before it where that is one change; answers the row.
qint64 tell(Database &database, const journal::Entry &entry, const Addition &addition)
{
    const auto row = addition.batchRow ? addition.batchRow
        : entry.by == Actor::Folder
        ? journal::lastFinding(database, addition.watchedFolder, addition.now)
        : std::nullopt;
    if (row && (!addition.batchRow || journal::isDone(database, *row))) {
        journal::extend(database, *row, entry);
        return *row;
    }
    const auto isStep = isOpening(addition) || addition.batchRow;
    return journal::append(database, entry, isStep ? journal::Kind::Step : journal::Kind::Record,
                           addition.now);
}

struct Taken
{
    ArticleId id = ArticleId::None;
    qint64 row = 0; // In the journal, of what was changed.
};

Taken addNew(Database &database, searchtable::Changes &index, const Addition &addition)
{
    const auto id
        = storyversions::add(database, index, addition.version, addition.now, addition.now).id;
    if (isOpening(addition))
        markOpened(database, id, addition.now);
    auto entry = entryFor(addition);
    entry.stories = {id};
    return {.id = id, .row = tell(database, entry, addition)};
}

// A story that was removed stays so when it is merely found again, and comes back when somebody
// asks for it.
Taken addAgain(Database &database, searchtable::Changes &index, ArticleId id,
               const Addition &addition)
{
    Taken taken{.id = id};
    const auto wasRemoved = articletable::state(database, id, State::Removed) != 0;
    const auto before = articletable::currentVersion(database, id);
    const auto isNewer = storyversions::renew(database, index, id, addition.version, addition.now);
    auto entry = entryFor(addition);
    if (wasRemoved && isAskedFor(addition)) {
        articletable::setState(database, id, State::Removed, 0);
        entry.stories = {id};
    }
    if (isNewer)
        entry.texts = {
            {.story = id, .before = before, .after = articletable::currentVersion(database, id)}};
    if (!entry.stories.isEmpty() || isNewer)
        taken.row = tell(database, entry, addition);
    else if (isOpening(addition))
        journal::append(database,
                        {.action = Action::Open, .stories = {id}, .title = addition.article.title},
                        journal::Kind::Record, addition.now);
    if (isOpening(addition))
        markOpened(database, id, addition.now);
    return taken;
}

struct Story
{
    Added added;
    qint64 row = 0;
};

Story addStory(Database &database, const Addition &addition)
{
    searchtable::Changes index;
    const auto known
        = articletable::identify(database, addition.article, addition.version.description.keys);
    const auto before = articletable::headline(database, known);
    const auto taken = known == ArticleId::None ? addNew(database, index, addition)
                                                : addAgain(database, index, known, addition);
    Added added{.id = taken.id, .change = {}};
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
    return {.added = added, .row = taken.row};
}

Result<Story> take(Database &database, const QString &media, const Addition &addition)
{
    // Pictures are on the disk before the story is: one without a story does no harm.
    for (const auto &picture : addition.article.pictures) {
        if (const auto saved = mediastore::save(media, picture); !saved)
            return saved.error();
    }
    Transaction transaction(database,
                            isOpening(addition) ? Durability::PowerSafe : Durability::Relaxed);
    auto story = addStory(database, addition);
    searchtable::merge(database, limits::mergedWithOne, searchtable::Where::Newest);
    storykeys::keepUp(database);
    transaction.commit();
    return story;
}

} // namespace

Result<Added> Library::add(const Article &article, Occasion occasion, const QDateTime &now,
                           const QString &watchedFolder)
{
    const Addition addition{.article = article,
                            .version = storyversions::ready(article),
                            .occasion = occasion,
                            .now = now,
                            .watchedFolder = watchedFolder,
                            .batchRow = {}};
    return attempt(m->file, [&]() -> Result<Added> {
        const auto story = take(*m->database, m->media, addition);
        if (!story)
            return story.error();
        return story->added;
    });
}

Result<Added> Library::add(const Article &article, Occasion occasion, const QDateTime &now,
                           const Batch &batch)
{
    const Addition addition{.article = article,
                            .version = storyversions::ready(article),
                            .occasion = occasion,
                            .now = now,
                            .watchedFolder = {},
                            .batchRow = m->batches.value(batch)};
    return attempt(m->file, [&]() -> Result<Added> {
        const auto story = take(*m->database, m->media, addition);
        if (!story)
            return story.error();
        if (story->row != 0)
            m->batches.insert(batch, story->row);
        return story->added;
    });
}

Result<LibraryChange> Library::setOpened(ArticleId id, const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database, Durability::Relaxed);
        if (!articletable::headline(*m->database, id))
            return Error{Error::Kind::NotFound, u"no story %1"_s.arg(qint64(id))};
        markOpened(*m->database, id, now);
        journal::append(*m->database,
                        {.action = Action::Open,
                         .stories = {id},
                         .title = articletable::title(*m->database, id)},
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
        const auto entry = setStates(*m->database, Action::Read, State::Read, ids, qint64(read));
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
        const auto entry = setStates(*m->database, Action::Bookmark, State::Bookmarked, ids,
                                     bookmarked ? storedDeed(now) : 0);
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
        const auto entry = setStates(*m->database, Action::Remove, State::Removed, ids,
                                     qint64(articletable::Removal::ByHand));
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
        const auto was = startedstories::progress(*m->database, id);
        if (!was)
            return Error{Error::Kind::NotFound, u"no story %1"_s.arg(qint64(id))};
        auto query = m->database->query(
            "INSERT OR REPLACE INTO positions (article, block, quote, fraction, before, after) "
            "VALUES (?, ?, ?, ?, ?, ?)");
        query << qint64(id) << position.block << position.quote
              << startedstories::counted(*m->database, id, position.fraction) << position.before
              << position.after;
        query.run();
        LibraryChange change;
        const auto turned = startedstories::renew(*m->database, {id}, now) > 0;
        const auto step = [](double progress) { return int(progress / limits::announcedProgress); };
        const auto is = startedstories::progress(*m->database, id);
        // Most often nobody needs to know.
        if (turned || (is && step(*is) != step(*was)))
            change.changed = articletable::headlines(*m->database, {id});
        transaction.commit();
        return change;
    });
}
