#include "care/repair.h"

#include "care/counts.h"
#include "care/libraryfiles.h"
#include "care/recovery.h"
#include "care/textrepair.h"
#include "care/transfer.h"
#include "library/librarylock.h"
#include "library/limits.h"
#include "library/migrations.h"
#include "library/searchtable.h"
#include "library/storykeys.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using backups::Backup;
using integrity::Finding;
using integrity::Health;
using repair::Report;
using Kind = Finding::Kind;

// Those that this program's tables fit and that are whole, the newest first.
QList<Backup> goodBackups(const QString &folder, const std::stop_token &stop)
{
    QList<Backup> good;
    for (const auto &backup : backups::in(backups::folderOf(folder))) {
        const auto fits = attempt(backup.file, [&]() -> Result<bool> {
            Database database(backup.file, Database::Access::Immutable);
            return migrations::check(database) && !migrations::isOld(database);
        });
        if (backup.reason != backups::Reason::BeforeRepair && fits && *fits
            && backups::check(backup.file, stop))
            good.append(backup);
    }
    return good;
}

void removeStrayRows(Database &database)
{
    const auto remove = [&](const char *table, const char *column, const char *from) {
        database.execute((std::string("DELETE FROM ") + table + " WHERE " + column
                          + " NOT IN (SELECT " + from + ")")
                             .c_str());
    };
    for (const auto *table :
         {"versions", "positions", "articlePictures", "files", "folderArticles", "feedArticles"})
        remove(table, "article", "id FROM articles");
    remove("articlePictures", "picture", "hash FROM pictures");
    remove("folderArticles", "folder", "id FROM folders");
    remove("knownFiles", "folder", "id FROM folders");
    remove("feedArticles", "feed", "id FROM feeds");
    remove("feedEntries", "feed", "id FROM feeds");
}

// All that can be mended where the pages are whole: in one transaction, but for the index.
void mendRows(Database &database, const QList<Backup> &sources, Report &report)
{
    Transaction transaction(database);
    database.execute("PRAGMA defer_foreign_keys = ON");
    auto texts = textrepair::mend(database, sources);
    removeStrayRows(database);
    counts::mend(database);
    storykeys::rebuild(database);
    searchtable::beginRebuild(database);
    transaction.commit();
    // In transactions of its own; whoever opens the library goes on where this is cut short.
    searchtable::resume(database);
    report.fromBackup = std::move(texts.restored);
    report.shortened = std::move(texts.shortened);
    report.listedAnew = std::move(texts.listedAnew);
}

Result<QString> newFile(const QString &folder)
{
    const auto file = libraryfiles::fileIn(folder) + u".mending"_s;
    for (const auto *end : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QString::fromLatin1(end));
    return attempt(file, [&]() -> Result<QString> {
        Database database(file, Database::Access::ReadWrite);
        database.execute(("PRAGMA page_size = " + std::to_string(limits::pageBytes)).c_str());
        database.execute("PRAGMA auto_vacuum = INCREMENTAL");
        migrations::run(database);
        return file;
    });
}

// What can be read of a damaged file, and of the newest backup where it cannot, in a new file.
Result<QString> recovered(const QString &folder, const QList<Backup> &sources, Report &report,
                          const std::stop_token &stop)
{
    auto file = newFile(folder);
    if (!file)
        return file;
    auto done = attempt(*file, [&]() -> Result<void> {
        Database to(*file, Database::Access::ReadWrite);
        const auto outcome = [&] {
            const auto from = libraryfiles::readingWhatIsThere(libraryfiles::fileIn(folder));
            return recovery::copyReadable(*from, to, stop);
        }();
        if (!sources.isEmpty())
            report.rowsFromBackup = recovery::fillFrom(sources.first().file, to, outcome);
        mendRows(to, sources, report);
        return {};
    });
    if (!done)
        return done.error();
    return file;
}

// A library of which nothing can be read.
Result<void> replaceByBackup(const QString &folder, const QList<Backup> &sources,
                             const QDateTime &now, Report &report, const std::stop_token &stop)
{
    if (sources.isEmpty())
        return Error{Error::Kind::Malformed, u"nothing can be read, and there is no backup"_s,
                     libraryfiles::fileIn(folder)};
    auto restored = transfer::restore(folder, sources.first().file, now, stop);
    if (!restored)
        return restored.error();
    report.replacedBy = sources.first().made;
    report.keptAside = restored->keptAside;
    return {};
}

Result<void> mendFile(const QString &folder, const QDateTime &now, Report &report,
                      const std::stop_token &stop)
{
    const auto sources = goodBackups(folder, stop);
    if (report.before.has(Kind::NotALibrary))
        return replaceByBackup(folder, sources, now, report, stop);
    const auto bytes = QFileInfo(libraryfiles::fileIn(folder)).size();
    if (const auto room = backups::checkRoom(folder, 2 * bytes); !room)
        return room;
    const auto file = recovered(folder, sources, report, stop);
    if (!file) {
        QFile::remove(libraryfiles::fileIn(folder) + u".mending"_s);
        // Where not even the list of tables can be read.
        return file.error().kind == Error::Kind::Malformed
                || file.error().kind == Error::Kind::Emptied
                || file.error().kind == Error::Kind::Storage
            ? replaceByBackup(folder, sources, now, report, stop)
            : Result<void>(file.error());
    }
    auto aside = libraryfiles::keepAside(folder, backups::Reason::BeforeRepair, now);
    if (!aside)
        return aside.error();
    report.isNewFile = true;
    report.keptAside = *aside;
    return libraryfiles::putInPlace(*file, folder);
}

// The file is mended where it is: its copy is what is kept.
Result<void> mendInPlace(const QString &folder, const QDateTime &now, Report &report,
                         const std::stop_token &stop)
{
    const auto sources = goodBackups(folder, stop);
    const auto file = libraryfiles::fileIn(folder);
    return attempt(file, [&]() -> Result<void> {
        Database database(file, Database::Access::ReadWrite);
        const auto kept = backups::make(database, backups::folderOf(folder),
                                        backups::Reason::BeforeRepair, now, stop);
        if (!kept)
            return kept.error();
        report.keptAside = kept->file;
        mendRows(database, sources, report);
        return {};
    });
}

bool canBeMended(const Finding &finding)
{
    return finding.kind != Kind::MissingPictures;
}

} // namespace

Result<Report> repair::run(const QString &libraryFolder, const QDateTime &now,
                           const std::stop_token &stop)
{
    const auto lock = LibraryLock::take(libraryFolder, LibraryLock::Tenure::Brief);
    if (!lock)
        return lock.error();
    const auto health = integrity::examine(libraryFolder, integrity::Depth::Full, stop);
    if (!health)
        return health.error();
    Report report{.before = *health, .after = *health};
    if (std::ranges::any_of(health->findings, canBeMended)) {
        const auto isFile = health->has(Kind::DamagedFile) || health->has(Kind::NotALibrary);
        const auto mended = isFile ? mendFile(libraryFolder, now, report, stop)
                                   : mendInPlace(libraryFolder, now, report, stop);
        if (!mended)
            return mended.error();
        const auto after = integrity::examine(libraryFolder, integrity::Depth::Full, stop);
        if (!after)
            return after.error();
        report.after = *after;
    }
    (*lock)->markChecked();
    return report;
}
