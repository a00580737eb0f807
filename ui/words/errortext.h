#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

// What went wrong, in sentences that say what the person can do.
namespace errortext {

// One sentence or two, naming the file.
QString sentence(const Error &error);

// The same without the file's name, where that stands beside it.
QString reason(const Error &error);

// The library itself could not be opened or written: why, and that reading goes on.
QString libraryTrouble(const Error &error);

// A backup that cannot be restored.
QString backupTrouble(const Error &error);

// A story is on the screen, but not in the library: the same with that said first.
QString notKept(const Error &error);

// How a batch went: "3 of 20 files could not be read".
QString summary(int failed, int total);

} // namespace errortext
