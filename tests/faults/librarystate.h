#pragma once

#include "library/library.h"

#include <QByteArray>

// What is in a library, to be held against another, and whether it fits together.
namespace librarystate {

// All that a library tells, as lines: libraries with the same lines are the same to everybody. An
// error and a picture that is not whole stand among them, too.
QByteArray describe(Library &library);

// What does not fit together in a library's file: nothing when all is as it should be.
QByteArray damage(const QString &folder);

} // namespace librarystate
