#pragma once

#include <QString>

namespace tasks {

// Where the person's library is unless they say otherwise: $XDG_DATA_HOME/broadsheet on Linux, the
// like elsewhere.
QString libraryFolder();

} // namespace tasks
