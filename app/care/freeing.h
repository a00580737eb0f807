#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QString>

#include <stop_token>

// Makes room on the disk.
namespace freeing {

struct Wishes
{
    bool olderVersions = false; // Beyond the last ones.
    bool unusedPictures = false;
    bool oldBackups = false; // All but the newest.
    bool freePages = true;

    bool operator==(const Wishes &) const = default;
};

// Answers the bytes that are free now. In small steps: whoever writes the library at the same time,
// in this program, is held up for moments only.
Result<qint64> run(const QString &libraryFolder, const Wishes &wishes, const QDateTime &now,
                   const std::stop_token &stop = {});

} // namespace freeing
