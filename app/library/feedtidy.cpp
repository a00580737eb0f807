#include "library/articletable.h"
#include "library/clocktrust.h"
#include "library/database.h"
#include "library/feedstore.h"
#include "library/journal.h"
#include "library/limits.h"
#include "library/picturetable.h"
#include "library/searchtable.h"
#include "library/storedcontent.h"

// Retention: what feeds no longer keep leaves the library for good, and its room becomes free.

namespace {

// Stories that no feed that told them keeps any longer: neither bookmarked nor ever opened from a
// file or found in a folder, and either read or here for longer than a day. Those that somebody
// removed go the same way; feedEntries still knows them, so that they are not taken in again.
QList<ArticleId> outdated(Database &database, const QDateTime &now)
{
    QList<ArticleId> ids;
    auto query = database.query(
        "SELECT DISTINCT articles.id FROM feeds CROSS JOIN feedArticles CROSS JOIN articles "
        "WHERE feeds.subscribed = 1 AND feeds.keptDays > 0 AND feedArticles.feed = feeds.id "
        "AND articles.id = feedArticles.article AND "
        "feedArticles.listed < ?1 - feeds.keptDays * 86400000 AND "
        " articles.added < ?1 - feeds.keptDays * 86400000 AND articles.bookmarked = 0 "
        "AND (articles.read = 1 OR articles.removed > 0 OR articles.added < ?1 - 86400000) "
        "AND NOT EXISTS (SELECT 1 FROM files WHERE files.article = articles.id) "
        "AND NOT EXISTS (SELECT 1 FROM folderArticles WHERE folderArticles.article = articles.id) "
        "AND NOT EXISTS (SELECT 1 FROM feedArticles AS told JOIN feeds AS other "
        "ON other.id = told.feed WHERE told.article = articles.id AND other.subscribed = 1 "
        "AND (other.keptDays = 0 OR articles.added >= ?1 - other.keptDays * 86400000)) "
        "ORDER BY articles.id LIMIT ?2");
    query << stored(now) << limits::tidiedAtOnce;
    while (query.next())
        ids.append(ArticleId(query.number(0)));
    return ids;
}

void removeRows(Database &database, const std::string &table, ArticleId id)
{
    auto query = database.query("DELETE FROM " + table + " WHERE article = ?");
    query << qint64(id);
    query.run();
}

// Its rows in feedArticles go while it is still there to be counted off.
void forget(Database &database, searchtable::Changes &index, ArticleId id)
{
    if (const auto told = storedcontent::unpack(articletable::content(database, id)))
        index.remove({.id = id, .listed = articletable::placeOf(database, id)}, told->article);
    for (const auto *table : {"feedArticles", "positions", "articlePictures", "versions"})
        removeRows(database, table, id);
    articletable::setState(database, id, articletable::State::Removed, 1);
    articletable::erase(database, id);
}

struct Forgotten
{
    QList<ArticleId> stories = {};
};

Forgotten forgetSome(Database &database, const QDateTime &now)
{
    Transaction transaction(database, Transaction::Durability::Relaxed);
    Forgotten forgotten{.stories = outdated(database, now)};
    if (forgotten.stories.isEmpty())
        return forgotten;
    searchtable::Changes index;
    for (const auto id : std::as_const(forgotten.stories)) {
        const auto pictures = picturetable::picturesOf(database, id);
        forget(database, index, id);
        for (const auto &picture : pictures)
            picturetable::removeUnused(database, picture);
    }
    journal::append(database,
                    {.action = journal::Entry::Action::Tidy,
                     .by = Actor::Program,
                     .after = {forgotten.stories.size()}},
                    journal::Kind::Record, now);
    index.write(database);
    transaction.commit();
    return forgotten;
}

// A few pages at a time, so that nothing waits for long.
void freePages(Database &database)
{
    auto query = database.query("PRAGMA incremental_vacuum("
                                + std::to_string(limits::pagesFreedAtOnce) + ")");
    query.run();
}

} // namespace

Result<LibraryChange> FeedStore::tidy(const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        // The pictures' files stay: a backup may name them. What nobody names goes later.
        const auto forgotten
            = clocktrust::believes(m_database, now) ? forgetSome(m_database, now) : Forgotten();
        freePages(m_database);
        if (forgotten.stories.isEmpty())
            return LibraryChange();
        if (forgotten.stories.size() > limits::announcedStories)
            return LibraryChange{.feeds = true, .everything = true};
        return LibraryChange{.removed = forgotten.stories, .feeds = true};
    });
}
