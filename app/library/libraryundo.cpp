#include "library/articletable.h"
#include "library/clocktrust.h"
#include "library/foldertable.h"
#include "library/freepages.h"
#include "library/journal.h"
#include "library/journalapply.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/searchtable.h"

// The functions of Library that take changes back, and those for watched folders.

namespace {

using Direction = journal::Direction;

QString titleOf(Database &database, const journal::Entry &entry)
{
    if (entry.stories.size() == 1 && entry.texts.isEmpty())
        return articletable::title(database, entry.stories.first());
    if (entry.texts.size() == 1 && entry.stories.isEmpty())
        return articletable::title(database, entry.texts.first().story);
    return entry.stories.isEmpty() && entry.texts.isEmpty() ? entry.title : QString();
}

Result<Undone> step(Database &database, Direction direction)
{
    Transaction transaction(database);
    const auto step = journal::next(database, direction);
    if (!step)
        return Undone();
    const auto &entry = step->entry;
    auto applied = journalapply::apply(database, entry, direction);
    journal::mark(database, *step, direction);
    const Undone undone{.action = journal::deedOf(entry),
                        .stories = int(entry.stories.size()),
                        .texts = int(entry.texts.size()),
                        .passed = applied.passed,
                        .feeds = int(entry.feeds.size()),
                        .title = titleOf(database, entry),
                        .change = std::move(applied.change)};
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
                    {.action = journal::Entry::Action::Watch,
                     .before = {qint64(before)},
                     .after = {qint64(watching)},
                     .folder = folder},
                    journal::Kind::Step, now);
    transaction.commit();
    return {};
}

} // namespace

Result<Undone> Library::undo(const QDateTime & /*now*/, qint64 after)
{
    return attempt(m->file, [&]() -> Result<Undone> {
        if (after > 0 && journal::lastStep(*m->database) <= after)
            return Undone();
        return step(*m->database, Direction::Undo);
    });
}

Result<Undone> Library::redo(const QDateTime & /*now*/)
{
    return attempt(m->file, [&] { return step(*m->database, Direction::Redo); });
}

Result<LastStep> Library::lastStep() const
{
    return attempt(m->file, [&]() -> Result<LastStep> {
        const auto number = journal::lastStep(*m->database);
        if (number == 0)
            return LastStep();
        const auto line = journal::Lines(*m->database, HistoryKind::All, number + 1).next();
        return LastStep{.number = number, .deed = line ? line->entry.deed : Deed::None};
    });
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

Result<bool> Library::settle(const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<bool> {
        const auto prunes = m->pruning.hasMore() && clocktrust::believes(*m->database, now);
        Transaction transaction(*m->database, Transaction::Durability::Relaxed);
        const auto merged = searchtable::merge(*m->database, limits::mergedAtRest);
        const auto pruned = prunes && m->pruning.some(*m->database, now);
        transaction.commit();
        return freepages::giveBackSome(*m->database, limits::pagesFreedAtRest) || merged || pruned;
    });
}
