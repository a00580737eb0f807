#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <stop_token>

class Database;

// What of a library takes how much room, and what can be freed.
struct LibrarySize
{
    // In bytes on the disk, each counted once.
    qint64 texts = 0; // The stories as they are now.
    qint64 olderVersions = 0; // What they said before.
    qint64 lists = 0; // Headlines, feeds, and what finds them.
    qint64 index = 0; // Of words.
    qint64 journal = 0; // What undo needs.
    qint64 freePages = 0;
    qint64 log = 0; // What was written and is not yet in the file.
    qint64 pictures = 0;
    qint64 backups = 0;
    bool estimated = false; // SQLite could not say what each table takes.

    struct Source
    {
        QString title; // Of a feed, or else of an outlet.
        qint64 bytes = 0; // Of its stories' texts.
        int stories = 0;

        bool operator==(const Source &) const = default;
    };
    QList<Source> biggest = {};

    struct Freeable
    {
        int count = 0;
        qint64 bytes = 0;

        bool operator==(const Freeable &) const = default;
    };
    Freeable versions = {}; // Older than those that are kept.
    Freeable unusedPictures = {}; // That no story, feed or backup names, for some time.
    Freeable oldBackups = {}; // All but the newest.

    [[nodiscard]] qint64 total() const;
    bool operator==(const LibrarySize &) const = default;
};

namespace librarysize {

// Reads the whole file, so it may take a while.
Result<LibrarySize> measure(const QString &libraryFolder, const QDateTime &now,
                            const std::stop_token &stop = {});

} // namespace librarysize
