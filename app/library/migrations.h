#pragma once

#include "base/result.h"

class Database;

namespace migrations {

// What the file says it is. Marks every library of ours: "BSht".
inline constexpr int applicationId = 0x42536874;

// The version this program writes.
int newestVersion();

// Refuses what is no library, or one of a newer version, without touching it.
Result<void> check(Database &database);
// Refuses a newer version by the first bytes of its file; says nothing of what is no library.
Result<void> checkFile(const QString &file);

// Whether the file is of a version that this program upgrades before it works with it.
bool isOld(Database &database);

// Brings an empty file or an older library to the newest version, each step in one transaction.
void run(Database &database);
// The same up to a version, as the program of that time made it.
void runTo(Database &database, int wanted);

} // namespace migrations
