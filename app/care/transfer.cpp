#include "care/transfer.h"

#include "care/libraryfiles.h"
#include "library/librarylock.h"
#include "library/migrations.h"
#include "library/safefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using libraryfiles::fileIn;
using libraryfiles::mediaIn;
using libraryfiles::pictureFile;
using transfer::Contents;

Error storage(const QString &detail, const QString &file)
{
    return {.kind = Error::Kind::Storage, .detail = detail, .where = file};
}

QString fileAt(const QString &path)
{
    return QFileInfo(path).isDir() ? fileIn(path) : path;
}

// The pictures that a backup brings along; a file among the library's own backups brings none.
QString mediaAt(const QString &path)
{
    return mediaIn(QFileInfo(path).isDir() ? path : QFileInfo(path).path());
}

template<typename Use>
void forEachPicture(Database &database, Use use)
{
    auto query = database.query("SELECT hash, size FROM pictures");
    while (query.next())
        use(query.blob(0), query.number(1));
}

bool isWhole(const QString &file, qint64 size)
{
    const QFileInfo info(file);
    return info.isFile() && info.size() == size;
}

Result<void> checkVersion(const QString &file)
{
    if (const auto refused = libraryfiles::check(file); !refused)
        return refused;
    return attempt(file, [&]() -> Result<void> {
        const auto database = libraryfiles::reading(file);
        auto checked = migrations::check(*database);
        if (!checked)
            return Error{checked.error().kind, checked.error().detail, file};
        if (database->handle().tableExists("articles"))
            return {};
        return Error{Error::Kind::Malformed, u"not a library of stories"_s, file};
    });
}

int number(Database &database, const std::string &sql)
{
    auto query = database.query(sql);
    return query.next() ? int(query.number(0)) : 0;
}

QDateTime madeAt(Database &database, const QString &file)
{
    if (database.handle().tableExists("care")) {
        auto query = database.query("SELECT value FROM care WHERE name = 'backedUp'");
        if (query.next())
            return QDateTime::fromString(query.text(0), Qt::ISODate).toUTC();
    }
    const auto siblings = backups::in(QFileInfo(file).path());
    for (const auto &sibling : siblings) {
        if (QFileInfo(sibling.file) == QFileInfo(file))
            return sibling.made;
    }
    return QFileInfo(file).lastModified().toUTC();
}

Contents contentsOf(Database &database, const QString &path, const QString &libraryFolder)
{
    const auto file = fileAt(path);
    Contents contents{.path = path,
                      .made = madeAt(database, file),
                      .stories = number(database, "SELECT stories FROM totals"),
                      .unread = number(database, "SELECT unread FROM totals"),
                      .bookmarks = number(database, "SELECT bookmarks FROM totals"),
                      .bytes = QFileInfo(file).size()};
    if (database.handle().tableExists("feeds"))
        contents.feeds = number(database, "SELECT count(*) FROM feeds WHERE subscribed = 1");
    forEachPicture(database, [&](const QByteArray &hash, qint64 size) {
        ++contents.pictures;
        if (isWhole(pictureFile(mediaAt(path), hash), size))
            contents.bytes += size;
        else if (!isWhole(pictureFile(mediaIn(libraryFolder), hash), size))
            ++contents.missingPictures;
    });
    return contents;
}

// Brings the pictures that `database` names from one folder to another. Those that are missing are
// passed over: `inspect` counts them.
enum class Way { Copy, Link };
Result<void> bringPictures(Database &database, const QString &from, const QString &to, Way way,
                           const std::stop_token &stop)
{
    Result<void> outcome;
    forEachPicture(database, [&](const QByteArray &hash, qint64 size) {
        const auto source = pictureFile(from, hash);
        const auto target = pictureFile(to, hash);
        if (!outcome || isWhole(target, size) || !isWhole(source, size))
            return;
        if (stop.stop_requested()) {
            outcome = Error{Error::Kind::Cancelled, {}};
            return;
        }
        QFile::remove(target); // Cut short, if it is there.
        if (!QDir().mkpath(QFileInfo(target).path())
            || !(way == Way::Link ? safefiles::linkOrCopy(source, target)
                                  : safefiles::copy(source, target)))
            outcome = storage(u"a picture cannot be copied"_s, target);
    });
    return outcome;
}

qint64 bytesOfPictures(Database &database)
{
    qint64 bytes = 0;
    forEachPicture(database, [&](const QByteArray &, qint64 size) { bytes += size; });
    return bytes;
}

void note(const QString &file, const QDateTime &now)
{
    Database copy(file, Database::Access::ReadWrite);
    auto query = copy.query("INSERT OR REPLACE INTO care (name, value) VALUES ('backedUp', ?)");
    query << now.toUTC().toString(Qt::ISODate);
    query.run();
}

Result<void> writeBackup(const QString &libraryFolder, const QString &folder, const QDateTime &now,
                         const std::stop_token &stop)
{
    return attempt(folder, [&]() -> Result<void> {
        Database database(fileIn(libraryFolder), Database::Access::ReadOnly);
        if (const auto room = backups::checkRoom(
                folder, bytesOfPictures(database) + QFileInfo(fileIn(libraryFolder)).size());
            !room)
            return room;
        if (const auto written = backups::writeTo(database, fileIn(folder), stop); !written)
            return written;
        note(fileIn(folder), now);
        const auto copy = libraryfiles::reading(fileIn(folder));
        return bringPictures(*copy, mediaIn(libraryFolder), mediaIn(folder), Way::Copy, stop);
    });
}

// A copy of the backup's file beside the library's, checked.
Result<QString> broughtIn(const QString &libraryFolder, const QString &path,
                          const std::stop_token &stop)
{
    const auto source = fileAt(path);
    const auto arriving = fileIn(libraryFolder) + u".restoring"_s;
    QFile::remove(arriving);
    const auto written = attempt(arriving, [&]() -> Result<void> {
        const auto database = libraryfiles::reading(source);
        if (const auto brought
            = bringPictures(*database, mediaAt(path), mediaIn(libraryFolder), Way::Link, stop);
            !brought)
            return brought;
        return backups::writeTo(*database, arriving, stop);
    });
    if (!written)
        return written.error();
    return arriving;
}

// What a backup that was cut short leaves, and nothing that somebody keeps under the same name.
bool isUnfinishedBackup(const QString &folder)
{
    const auto names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                              | QDir::NoDotAndDotDot);
    return std::ranges::all_of(names, [](const QString &name) {
        return name.startsWith(u"library.sqlite"_s) || name == u"media"_s;
    });
}

} // namespace

Result<Contents> transfer::backUp(const QString &libraryFolder, const QString &target,
                                  const QDateTime &now, const std::stop_token &stop)
{
    if (const auto checked = checkVersion(fileIn(libraryFolder)); !checked)
        return checked.error();
    const QDir wanted(target);
    const auto folder = wanted.exists() && !wanted.isEmpty()
        ? wanted.filePath(u"broadsheet-"_s + now.toLocalTime().toString(u"yyyyMMdd-HHmmss"_s))
        : wanted.absolutePath();
    // Under another name until it is whole.
    const auto unfinished = folder + u".part"_s;
    if (!isUnfinishedBackup(unfinished))
        return storage(u"something else has this name"_s, unfinished);
    QDir(unfinished).removeRecursively();
    if (QDir(folder).exists() && !QDir(folder).isEmpty())
        return storage(u"there is a backup of this name"_s, folder);
    const auto written = writeBackup(libraryFolder, unfinished, now, stop);
    QDir().rmdir(folder);
    if (!written || !safefiles::rename(unfinished, folder)) {
        QDir(unfinished).removeRecursively();
        return written ? storage(u"it cannot be renamed"_s, folder) : written.error();
    }
    return inspect(folder, libraryFolder);
}

Result<Contents> transfer::inspect(const QString &path, const QString &libraryFolder)
{
    const auto file = fileAt(path);
    if (const auto checked = checkVersion(file); !checked)
        return checked.error();
    return attempt(file, [&]() -> Result<Contents> {
        return contentsOf(*libraryfiles::reading(file), path, libraryFolder);
    });
}

Result<transfer::Restored> transfer::restore(const QString &libraryFolder, const QString &path,
                                             const QDateTime &now, const std::stop_token &stop)
{
    const auto contents = inspect(path, libraryFolder);
    if (!contents)
        return contents.error();
    if (QFileInfo(fileAt(path)) == QFileInfo(fileIn(libraryFolder)))
        return Error{Error::Kind::Refused, u"this is the library itself"_s, path};
    if (!QDir().mkpath(libraryFolder))
        return storage(u"the folder cannot be made"_s, libraryFolder);
    if (const auto refused = migrations::checkFile(fileIn(libraryFolder)); !refused)
        return refused.error();
    const auto lock = LibraryLock::take(libraryFolder, LibraryLock::Tenure::Brief);
    if (!lock)
        return lock.error();
    if (const auto room = backups::checkRoom(libraryFolder, contents->bytes); !room)
        return room.error();
    const auto arriving = broughtIn(libraryFolder, path, stop);
    if (!arriving)
        return arriving.error();
    const auto aside = libraryfiles::keepAside(libraryFolder, backups::Reason::BeforeRestore, now);
    const auto placed
        = aside ? libraryfiles::putInPlace(*arriving, libraryFolder) : Result<void>(aside.error());
    if (!placed) {
        QFile::remove(*arriving);
        return placed.error();
    }
    (*lock)->markChecked();
    backups::discard(backups::folderOf(libraryFolder));
    return Restored{.contents = *contents, .keptAside = *aside};
}
