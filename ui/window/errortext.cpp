#include "window/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

constexpr qint64 hardlyAnyRoom = 4LL * 1024 * 1024;

// Why the library cannot be written, as far as the system says.
QString storageReason(const Error &error)
{
    QFileInfo place(error.where);
    while (!place.exists() && place.filePath() != place.path())
        place.setFile(place.path());
    const QStorageInfo disk(place.isDir() ? place.filePath() : place.path());
    const QFileInfo folder(place.isDir() ? place.filePath() : place.path());
    if (disk.isReadOnly() || !place.isWritable() || !folder.isWritable()
        || error.detail.contains(u"readonly"_s))
        return tr("The folder of the library may only be read. Check its rights.");
    if (disk.isValid() && disk.bytesAvailable() < hardlyAnyRoom)
        return tr("The disk is full. Make some room on it and open the file again.");
    return tr("The library cannot be written. Check the rights of its folder and the room on the "
              "disk.");
}

} // namespace

QString errortext::reason(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return tr("It is not there any more. It may have been moved or renamed.");
    case Error::Kind::Unreadable:
        return tr("The system does not let it be read. Check the rights of the file.");
    case Error::Kind::NotAFile:
        return tr("It is not a file that can hold a story.");
    case Error::Kind::Unsupported:
        return tr("It is in a format that Broadsheet does not read.");
    case Error::Kind::Malformed:
        return tr("It is damaged or incomplete. Try to save the page again.");
    case Error::Kind::Empty:
        return tr("There is no text in it to read.");
    case Error::Kind::TooLarge:
        return tr("It is too large to be a story.");
    case Error::Kind::Offline:
        return tr("It cannot be reached. Check the connection.");
    case Error::Kind::Refused:
        return tr("It is not allowed here, for safety.");
    case Error::Kind::Storage:
        return storageReason(error);
    case Error::Kind::Cancelled:
        break;
    }
    return tr("It was cancelled.");
}

QString errortext::sentence(const Error &error)
{
    // Its files are named for nobody but the program.
    if (error.where.isEmpty() || error.kind == Error::Kind::Storage)
        return reason(error);
    const auto name = QFileInfo(error.where).fileName();
    return tr("“%1” could not be opened. %2")
        .arg(name.isEmpty() ? error.where : name, reason(error));
}

QString errortext::libraryTrouble(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Refused:
        return tr("The library is of a newer version of Broadsheet. It is left as it is.");
    case Error::Kind::Malformed:
        return tr("The library is damaged. It is left as it is; files can be read.");
    case Error::Kind::Storage:
        return storageReason(error);
    default:
        return tr("The library cannot be opened. Check the rights of its folder.");
    }
}

QString errortext::notKept(const Error &error)
{
    return tr("The story is shown but could not be kept. %1").arg(libraryTrouble(error));
}

QString errortext::summary(int failed, int total)
{
    return QCoreApplication::translate("errortext", "%1 of %n files could not be read", nullptr,
                                       total)
        .arg(failed);
}
