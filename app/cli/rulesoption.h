#pragma once

#include <QString>

namespace cli {

// Whether a file that was named for reading rules can be used. Says what is wrong with it on
// standard error; lines that are no rules are told, too, and do no harm.
bool areRules(const QString &file);

} // namespace cli
