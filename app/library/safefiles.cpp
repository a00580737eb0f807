#include "library/safefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_UNIX
bool synced(const QString &path, int flags)
{
    const auto descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const auto done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}
#endif

} // namespace

void safefiles::syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    synced(folder, O_RDONLY | O_DIRECTORY);
#else
    Q_UNUSED(folder)
#endif
}

bool safefiles::sync(const QString &file)
{
#ifdef Q_OS_UNIX
    return synced(file, O_RDONLY);
#else
    return QFile::exists(file);
#endif
}

bool safefiles::rename(const QString &from, const QString &to)
{
#ifdef Q_OS_UNIX
    // Not QFile::rename(), which never replaces.
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return false;
#else
    QFile::remove(to);
    if (!QFile::rename(from, to))
        return false;
#endif
    syncFolder(QFileInfo(to).path());
    return true;
}

bool safefiles::linkOrCopy(const QString &from, const QString &to)
{
#ifdef Q_OS_UNIX
    if (::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        syncFolder(QFileInfo(to).path());
        return true;
    }
#endif
    return copy(from, to);
}

bool safefiles::copy(const QString &from, const QString &to)
{
    if (!QFile::copy(from, to))
        return false;
    // A copy of what may only be read should not be so, too.
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    if (!sync(to)) {
        QFile::remove(to);
        return false;
    }
    syncFolder(QFileInfo(to).path());
    return true;
}

qint64 safefiles::bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

qint64 safefiles::room(const QString &folder)
{
    auto place = QDir(folder).absolutePath();
    while (!QFileInfo::exists(place) && place != QFileInfo(place).path())
        place = QFileInfo(place).path();
    const QStorageInfo disk(place);
    return disk.isValid() ? disk.bytesAvailable() : -1;
}
