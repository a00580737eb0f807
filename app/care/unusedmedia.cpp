#include "care/unusedmedia.h"

#include "care/libraryfiles.h"
#include "care/limits.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace {

constexpr qsizetype digits = 64;

bool isOld(const QFileInfo &file, const QDateTime &now)
{
    return file.lastModified().daysTo(now) >= limits::mediaGraceDays;
}

void addNamed(Database &database, QSet<QByteArray> &named)
{
    auto query = database.query("SELECT hash FROM pictures");
    while (query.next())
        named.insert(query.blob(0));
}

// Nothing is unused while a backup cannot be read.
bool addNamedByBackups(const QString &libraryFolder, QSet<QByteArray> &named)
{
    const auto backups = backups::in(backups::folderOf(libraryFolder));
    for (const auto &backup : backups) {
        try {
            addNamed(*libraryfiles::reading(backup.file), named);
        } catch (const SQLite::Exception &) {
            // What is damaged was kept to get out of it what may be in it.
            return false;
        }
    }
    return true;
}

} // namespace

QList<unusedmedia::File> unusedmedia::find(Database &database, const QString &libraryFolder,
                                           const QDateTime &now)
{
    QSet<QByteArray> named;
    addNamed(database, named);
    if (!addNamedByBackups(libraryFolder, named))
        return {};
    QList<File> unused;
    QDirIterator files(libraryfiles::mediaIn(libraryFolder), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const auto info = files.fileInfo();
        const auto hash = QByteArray::fromHex(info.fileName().toLatin1());
        if (info.fileName().size() == digits && !named.contains(hash) && isOld(info, now))
            unused.append({.hash = hash, .bytes = info.size()});
    }
    return unused;
}

qint64 unusedmedia::remove(Database &database, const QString &libraryFolder,
                           const QList<File> &files, const QDateTime &now)
{
    qint64 freed = 0;
    for (const auto &file : files) {
        const QFileInfo info(
            libraryfiles::pictureFile(libraryfiles::mediaIn(libraryFolder), file.hash));
        auto query = database.query("SELECT 1 FROM pictures WHERE hash = ?");
        query << file.hash;
        if (!query.next() && isOld(info, now) && QFile::remove(info.filePath()))
            freed += file.bytes;
    }
    return freed;
}
