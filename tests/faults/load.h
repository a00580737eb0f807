#pragma once

#include "library/library.h"

#include <QDateTime>

class QRandomGenerator;

// What people and feeds do to a library, as steps with numbers: the same step does the same to two
// libraries that are the same. So one that went through a fault can be held against one that did
// not.
namespace load {

// What a step promises once its call returned.
enum class Promise { PowerSafe, Relaxed };

// Makes the feeds that the steps are about.
Result<void> begin(Library &library);

// Every one is a single call.
Result<Promise> run(Library &library, int number);
// What the step is, for messages.
QString nameOf(int number);

QDateTime timeOf(int number);

// The pictures that the steps up to this one may have saved.
QStringList picturesUpTo(int number);

} // namespace load
