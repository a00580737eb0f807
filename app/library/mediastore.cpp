#include "library/mediastore.h"

#include "library/diskfolder.h"
#include "library/limits.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr auto scheme = "broadsheet-media:"_L1;
constexpr qsizetype digits = 64;

QString folderOf(const QString &folder, const QString &hex)
{
    return folder + u'/' + hex.left(2);
}

Error storageError(const QString &detail, const QString &file)
{
    return {.kind = Error::Kind::Storage, .detail = detail, .where = file};
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    // QSaveFile writes to a temporary name and renames. It syncs, too, but keeps silent when that
    // fails.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return storageError(file.errorString(), path);
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return storageError(qt_error_string(errno), path);
#endif
    if (!file.commit())
        return storageError(file.errorString(), path);
    return diskfolder::sync(QFileInfo(path).path());
}

// A picture that is used again is as good as new: only old ones are taken for unused.
void renew(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

} // namespace

bool mediastore::isName(const QString &name)
{
    const auto isDigit
        = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return name.size() == scheme.size() + digits && name.startsWith(scheme)
        && std::all_of(name.cbegin() + scheme.size(), name.cend(), isDigit);
}

QByteArray mediastore::hashOf(const QString &name)
{
    return isName(name) ? QByteArray::fromHex(name.mid(scheme.size()).toLatin1()) : QByteArray();
}

QString mediastore::nameOf(const QByteArray &hash)
{
    return scheme + QString::fromLatin1(hash.toHex());
}

Result<void> mediastore::save(const QString &folder, const Picture &picture)
{
    if (picture.bytes.size() > limits::pictureBytes)
        return Error{Error::Kind::TooLarge, picture.name};
    const auto hash = QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256);
    if (picture.name != nameOf(hash))
        return Error{Error::Kind::Malformed, u"a picture is not what its name says"_s,
                     picture.name};
    const auto hex = QString::fromLatin1(hash.toHex());
    const auto path = folderOf(folder, hex) + u'/' + hex;
    // Renaming made it whole or not at all, but a broken disk may have cut it since.
    if (QFileInfo(path).size() == picture.bytes.size() && QFileInfo::exists(path)) {
        renew(path);
        return {};
    }
    if (const auto made = diskfolder::make(folderOf(folder, hex)); !made)
        return made;
    return write(path, picture.bytes);
}

Result<QByteArray> mediastore::load(const QString &folder, const QByteArray &hash)
{
    const auto hex = QString::fromLatin1(hash.toHex());
    QFile file(folderOf(folder, hex) + u'/' + hex);
    if (!file.exists())
        return Error{Error::Kind::NotFound, u"the picture's file is gone"_s, file.fileName()};
    if (!file.open(QIODevice::ReadOnly))
        return storageError(file.errorString(), file.fileName());
    return file.readAll();
}
