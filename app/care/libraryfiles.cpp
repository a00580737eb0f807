#include "care/libraryfiles.h"

#include "library/migrations.h"
#include "library/safefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

Error storage(const QString &detail, const QString &file)
{
    return {.kind = Error::Kind::Storage, .detail = detail, .where = file};
}

QString logOf(const QString &file)
{
    return file + u"-wal"_s;
}

// Brings what is only in the log into the file. What is damaged may not allow it.
void settleLog(const QString &file)
{
    const auto settled = attempt(file, [&]() -> Result<void> {
        Database database(file, Database::Access::ReadWrite);
        database.query("PRAGMA wal_checkpoint(TRUNCATE)").run();
        return {};
    });
    Q_UNUSED(settled)
}

} // namespace

QString libraryfiles::fileIn(const QString &folder)
{
    return folder + u"/library.sqlite"_s;
}

QString libraryfiles::mediaIn(const QString &folder)
{
    return folder + u"/media"_s;
}

QString libraryfiles::pictureFile(const QString &media, const QByteArray &hash)
{
    const auto hex = QString::fromLatin1(hash.toHex());
    return media + u'/' + hex.left(2) + u'/' + hex;
}

Result<void> libraryfiles::check(const QString &file)
{
    if (!QFileInfo(file).isFile())
        return Error{Error::Kind::NotFound, u"no library"_s, file};
    return migrations::checkFile(file);
}

std::unique_ptr<Database> libraryfiles::reading(const QString &file)
{
    // A backup is nobody's but ours, and needs no other files beside it. A library may be written
    // at the same time.
    const auto isShared = QFileInfo(file).fileName() == u"library.sqlite"_s
        || QFileInfo::exists(file + u"-shm"_s) || QFileInfo(logOf(file)).size() > 0;
    if (isShared) {
        try {
            auto database = std::make_unique<Database>(file, Database::Access::ReadOnly);
            database->handle().execAndGet("SELECT count(*) FROM sqlite_master");
            return database;
        } catch (const SQLite::Exception &) {
            // On media that nobody can write there is no log, and no way to one.
        }
    }
    return std::make_unique<Database>(file, Database::Access::Immutable);
}

std::unique_ptr<Database> libraryfiles::readingWhatIsThere(const QString &file)
{
    try {
        auto database = reading(file);
        database->handle().execAndGet("SELECT count(*) FROM sqlite_master");
        return database;
    } catch (const SQLite::Exception &exception) {
        if (errorFrom(exception, file).kind != Error::Kind::Malformed)
            throw;
    }
    return std::make_unique<Database>(file, Database::Access::Damaged);
}

Result<QString> libraryfiles::keepAside(const QString &folder, backups::Reason reason,
                                        const QDateTime &now)
{
    const auto file = fileIn(folder);
    if (!QFileInfo::exists(file))
        return QString();
    settleLog(file);
    const auto place = backups::folderOf(folder);
    const auto aside = backups::freeName(place, reason, now);
    if (!QDir().mkpath(place) || !safefiles::linkOrCopy(file, aside))
        return storage(u"the present library cannot be kept"_s, aside);
    if (QFileInfo(logOf(file)).size() > 0 && !safefiles::copy(logOf(file), logOf(aside)))
        return storage(u"the present library cannot be kept"_s, logOf(aside));
    return aside;
}

Result<void> libraryfiles::putInPlace(const QString &file, const QString &folder)
{
    const auto place = fileIn(folder);
    // The log of the old file would be taken for one of the new.
    QFile::remove(logOf(place));
    QFile::remove(place + u"-shm"_s);
    if (!safefiles::sync(file) || !safefiles::rename(file, place))
        return storage(u"it cannot take the library's place"_s, place);
    return {};
}
