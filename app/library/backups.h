#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <stop_token>

class Database;

// Copies of the library's file in a folder of their own, `backups` in the library's. Their pictures
// stay where the library has them: a picture's file never changes, and none is removed that a
// backup names.
namespace backups {

enum class Reason {
    Weekly,
    BeforeUpgrade, // By a newer version of the program.
    BeforeRestore, // What was the library until a backup took its place.
    BeforeRepair, // What was the library until it was mended.
    ByHand, // Whenever somebody asked for it.
};

struct Backup
{
    QString file = {};
    Reason reason = Reason::Weekly;
    QDateTime made = {}; // UTC
    qint64 bytes = 0;

    bool operator==(const Backup &) const = default;
};

QString folderOf(const QString &libraryFolder);
// The name of a backup's file without its folder, and what such a name says.
QString nameOf(Reason reason, const QDateTime &made);
// The same in a folder, for a moment a little later where there is a backup of that name.
QString freeName(const QString &folder, Reason reason, QDateTime made);
QList<Backup> in(const QString &folder); // The newest first.

// Those that need not be kept: weekly ones beyond the last few and those that stand for their
// month, the others but the newest few of their kind. What was there before a repair is never among
// them.
QList<Backup> superfluous(QList<Backup> backups);
// Removes those from a folder.
void discard(const QString &folder);
// Whether it is time for a weekly one.
bool isDue(const QList<Backup> &backups, const QDateTime &now);

// Writes what the library holds now into the folder, and removes what has become superfluous there.
// Holds nobody up. A copy that cannot be read back is none (Storage); where the disk is short of
// room nothing is written (NoRoom).
Result<Backup> make(Database &database, const QString &folder, Reason reason, const QDateTime &now,
                    const std::stop_token &stop = {});

// The same into a file that is named; for a backup that somebody takes away.
Result<void> writeTo(Database &database, const QString &file, const std::stop_token &stop = {});

// Whether a file is whole: SQLite's quick check.
Result<void> check(const QString &file, const std::stop_token &stop = {});

// Whether so much more may be written in a folder, leaving some room to breathe; else NoRoom.
Result<void> checkRoom(const QString &folder, qint64 bytes);

} // namespace backups
