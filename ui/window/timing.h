#pragma once

#include <QString>

// Prints how long after the start of the process something happened, when BROADSHEET_TIMING is set.
namespace timing {

void note(const QString &what);

} // namespace timing
