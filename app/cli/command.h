#pragma once

#include <QString>
#include <QStringList>

namespace cli {

// What a command leaves to its caller: 0, 1 when some of several inputs failed, 2 for bad input or
// usage.
enum ExitCode { Done = 0, SomeFailed = 1, Failed = 2 };

// Runs `broadsheet-cli` with these arguments (without the program's name).
int run(const QStringList &written);

} // namespace cli
