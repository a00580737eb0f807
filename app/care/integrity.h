#pragma once

#include "base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <stop_token>

// Whether all is well with a library. Looking changes nothing and holds nobody up.
namespace integrity {

struct Finding
{
    enum class Kind {
        NotALibrary, // The file cannot be understood at all.
        DamagedFile, // Pages of it hold what they should not.
        DamagedIndex, // Searches fail or find too little.
        IncompleteIndex,
        WrongCounts,
        WrongFeedCounts,
        StoriesWithoutText,
        UnknownStories, // That would be taken for new ones if they came again.
        StrayRows, // Of stories or feeds that are not there.
        MissingPictures, // Their files are gone or cut short.
    };

    Kind kind = Kind::DamagedFile;
    qint64 count = 0;
    QStringList examples = {}; // Titles; of a damaged file what SQLite says.

    bool operator==(const Finding &) const = default;
};

struct Health
{
    QList<Finding> findings = {};
    int stories = 0;

    [[nodiscard]] bool has(Finding::Kind kind) const;
    [[nodiscard]] bool isSound() const { return findings.isEmpty(); }
    bool operator==(const Health &) const = default;
};

// Quick sees what a crash can do: pages and totals. Full reads every story and every picture's
// size.
enum class Depth { Quick, Full };
Result<Health> examine(const QString &libraryFolder, Depth depth, const std::stop_token &stop = {});

} // namespace integrity
