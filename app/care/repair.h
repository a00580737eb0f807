#pragma once

#include "base/result.h"
#include "care/integrity.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <stop_token>

// Mends a library. What it was is kept, and takes its place again when mending fails.
namespace repair {

struct Report
{
    integrity::Health before = {};
    integrity::Health after = {};
    QStringList fromBackup = {}; // Titles of stories whose text a backup or an older version had.
    qint64 rowsFromBackup = 0; // Stories that a backup had and the damaged file no longer.
    QStringList listedAnew = {}; // Stories whose place in lists was lost, but not their text.
    QStringList shortened = {}; // Stories of which only the headline and the first lines are left.
    bool isNewFile = false; // The file itself was damaged: all that could be read is in a new one.
    QDateTime replacedBy = {}; // Nothing could be read: the backup of that moment took its place.
    QString keptAside = {}; // The file as it was; empty when there was nothing to mend.

    bool operator==(const Report &) const = default;
};

// Looks at everything and mends what can be mended. The library must not be open. Pictures whose
// files are gone stay missing.
Result<Report> run(const QString &libraryFolder, const QDateTime &now,
                   const std::stop_token &stop = {});

} // namespace repair
