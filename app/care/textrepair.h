#pragma once

#include "library/backups.h"

#include <QList>
#include <QStringList>

class Database;

// Gives stories a text again whose own cannot be read.
namespace textrepair {

struct Outcome
{
    QStringList restored = {}; // Titles of those whose text a backup or an earlier version had.
    QStringList shortened = {}; // Those of which only what lists show is left.
    QStringList listedAnew = {}; // Those whose place in lists was lost, made anew from their text.
};

// `sources` are backups that can be read, the newest first.
Outcome mend(Database &database, const QList<backups::Backup> &sources);

} // namespace textrepair
