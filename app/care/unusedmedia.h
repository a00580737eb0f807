#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

class Database;

// Pictures' files that neither the library nor any of its backups names, and have not for a while.
namespace unusedmedia {

struct File
{
    QByteArray hash;
    qint64 bytes = 0;

    bool operator==(const File &) const = default;
};

// Looks through the whole folder of pictures. Throws as Database does.
QList<File> find(Database &database, const QString &libraryFolder, const QDateTime &now);

// Removes those of them that nobody has come to use since; answers the bytes that are free now. For
// whoever writes the library, so that no story comes in meanwhile.
qint64 remove(Database &database, const QString &libraryFolder, const QList<File> &files,
              const QDateTime &now);

} // namespace unusedmedia
