#include "library/diskfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

Result<void> diskfolder::sync(const QString &folder)
{
#ifdef Q_OS_UNIX
    const auto descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    // A folder that others own may be written but not read; then its names must do as they are.
    if (descriptor < 0)
        return {};
    // Some file systems sync no folders, and say that this is invalid.
    const auto failed = ::fsync(descriptor) != 0 && errno != EINVAL;
    ::close(descriptor);
    if (failed)
        return Error{Error::Kind::Storage, u"the folder cannot be written to the disk"_s, folder};
#else
    Q_UNUSED(folder)
#endif
    return {};
}

Result<void> diskfolder::make(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    const auto above = QFileInfo(folder).path();
    if (above != folder) {
        if (auto made = make(above); !made)
            return made;
    }
    // Somebody else may have made it meanwhile.
    if (!QDir().mkdir(folder) && !QFileInfo(folder).isDir())
        return Error{Error::Kind::Storage, u"the folder cannot be made"_s, folder};
    return sync(above);
}
