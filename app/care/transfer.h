#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>

#include <stop_token>

// Backups that leave the library, and come back. One that leaves is a folder that is itself a
// library, with its pictures: any Broadsheet opens it where it is.
namespace transfer {

struct Contents
{
    QString path = {}; // The backup's file, or the folder of one that left.
    QDateTime made = {};
    int stories = 0;
    int unread = 0;
    int bookmarks = 0;
    int feeds = 0;
    qint64 bytes = 0; // With the pictures it brings along.
    int pictures = 0;
    int missingPictures = 0; // That neither it nor the library has.

    bool operator==(const Contents &) const = default;
};

// Writes all that the library holds into `target`: into itself when it is new or empty, else into a
// new folder in it. Nobody is held up.
Result<Contents> backUp(const QString &libraryFolder, const QString &target, const QDateTime &now,
                        const std::stop_token &stop = {});

// What a backup holds: `path` is a file from among the library's backups, or a folder.
Result<Contents> inspect(const QString &path, const QString &libraryFolder);

struct Restored
{
    Contents contents;
    QString keptAside; // What was the library until now; empty when there was none.
};
// Makes the library what the backup holds. What it was before is kept among its backups. The
// library must not be open. Whatever fails leaves it as it is.
Result<Restored> restore(const QString &libraryFolder, const QString &path, const QDateTime &now,
                         const std::stop_token &stop = {});

} // namespace transfer
