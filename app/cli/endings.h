#pragma once

#include "base/result.h"
#include "cli/command.h"

#include <QString>

namespace cli {

// How a command ends that cannot do what it was asked: says why, and answers Failed.
ExitCode fail(const Error &error);
// It was asked in a way that it does not understand.
ExitCode misused(const QString &what);

} // namespace cli
