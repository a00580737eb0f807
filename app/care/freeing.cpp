#include "care/freeing.h"

#include "care/libraryfiles.h"
#include "care/limits.h"
#include "care/unusedmedia.h"
#include "library/clocktrust.h"
#include "library/librarylock.h"
#include "library/limits.h"
#include "library/migrations.h"
#include "library/stopped.h"

#include <QFile>
#include <QFileInfo>

namespace {

qint64 number(Database &database, const char *sql)
{
    return qint64(database.handle().execAndGet(sql).getInt64());
}

// The ids of so many versions that may go, after an article.
bool removeSomeVersions(Database &database, qint64 &story)
{
    Transaction transaction(database, Transaction::Durability::Relaxed);
    auto last = database.query("SELECT max(article) FROM (SELECT DISTINCT article FROM versions "
                               "WHERE article > ? ORDER BY article LIMIT ?)");
    last << story << limits::tidiedAtOnce;
    const auto until = last.next() ? last.number(0) : 0;
    if (until <= story)
        return false;
    auto query = database.query(
        "DELETE FROM versions WHERE id IN (SELECT id FROM (SELECT versions.id AS id, row_number() "
        "OVER (PARTITION BY versions.article ORDER BY versions.id = articles.version DESC, "
        "versions.id DESC) AS place FROM versions JOIN articles ON articles.id = versions.article "
        "WHERE versions.article > ? AND versions.article <= ?) WHERE place > ?)");
    query << story << until << limits::keptVersions;
    query.run();
    transaction.commit();
    story = until;
    return true;
}

bool freeSomePages(Database &database)
{
    const auto before = number(database, "PRAGMA freelist_count");
    if (before == 0)
        return false;
    database.query("PRAGMA incremental_vacuum(" + std::to_string(limits::pagesFreedAtOnce) + ")")
        .run();
    return number(database, "PRAGMA freelist_count") < before;
}

qint64 removeOldBackups(const QString &folder)
{
    qint64 freed = 0;
    const auto all = backups::in(backups::folderOf(folder));
    for (const auto &backup : all.mid(1)) {
        if (QFile::remove(backup.file))
            freed += backup.bytes;
        QFile::remove(backup.file + QStringLiteral("-wal"));
    }
    return freed;
}

qint64 removeUnusedPictures(Database &database, const QString &folder, const QDateTime &now,
                            const std::stop_token &stop)
{
    qint64 freed = 0;
    // First all that was written is on the disk: after a power cut, stories that had gone would be
    // back without their pictures.
    Transaction settled(database, Transaction::Durability::PowerSafe);
    auto note = database.query("INSERT OR REPLACE INTO care (name, value) VALUES ('swept', ?)");
    note << now.toUTC().toString(Qt::ISODate);
    note.run();
    settled.commit();
    const auto unused = unusedmedia::find(database, folder, now);
    for (qsizetype at = 0; at < unused.size() && !stop.stop_requested();
         at += limits::mediaAtOnce) {
        // Nothing comes in while the transaction lasts.
        Transaction transaction(database, Transaction::Durability::Relaxed);
        freed += unusedmedia::remove(database, folder, unused.mid(at, limits::mediaAtOnce), now);
        transaction.commit();
    }
    return freed;
}

} // namespace

Result<qint64> freeing::run(const QString &libraryFolder, const Wishes &wishes,
                            const QDateTime &now, const std::stop_token &stop)
{
    const auto file = libraryfiles::fileIn(libraryFolder);
    if (!QFileInfo(file).isFile())
        return Error{Error::Kind::NotFound, QStringLiteral("no library"), file};
    if (const auto refused = migrations::checkFile(file); !refused)
        return refused.error();
    return attempt(file, [&]() -> Result<qint64> {
        const auto lock = LibraryLock::take(libraryFolder, LibraryLock::Tenure::Brief);
        if (!lock)
            return lock.error();
        Database database(file, Database::Access::ReadWrite);
        const StoppedQueries stopped(database, stop);
        const auto before = QFileInfo(file).size();
        qint64 freed = wishes.oldBackups ? removeOldBackups(libraryFolder) : 0;
        // How long nobody has used them is only as true as the clock.
        if (wishes.unusedPictures && clocktrust::believes(database, now))
            freed += removeUnusedPictures(database, libraryFolder, now, stop);
        for (qint64 story = 0; wishes.olderVersions && !stop.stop_requested();) {
            if (!removeSomeVersions(database, story))
                break;
        }
        while (wishes.freePages && !stop.stop_requested() && freeSomePages(database)) { }
        database.query("PRAGMA wal_checkpoint(TRUNCATE)").run();
        return freed + std::max<qint64>(0, before - QFileInfo(file).size());
    });
}
