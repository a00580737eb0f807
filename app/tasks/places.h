#pragma once

#include <QString>

namespace tasks {

// Where the person's library is unless they say otherwise: $XDG_DATA_HOME/broadsheet on Linux, the
// like elsewhere.
QString libraryFolder();

// A folder as people write it: "~" is their own, and what is relative starts here.
QString folderNamed(const QString &written);

// Where the person's reading rules are: $XDG_CONFIG_HOME/broadsheet/reading-rules.txt on Linux.
QString rulesFile();
// The same where all of the program's things are in one folder.
QString rulesFileIn(const QString &folder);

} // namespace tasks
