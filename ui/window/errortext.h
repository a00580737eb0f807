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

// How a batch went: "3 of 20 files could not be read".
QString summary(int failed, int total);

} // namespace errortext
