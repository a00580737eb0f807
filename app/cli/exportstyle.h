#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "tasks/exportstories.h"

#include <QString>

namespace cli {

// Whether --to is said to be a folder: it ends in a slash, or is one that is there.
bool isNamedFolder(const QString &path);
// What a file's name ends in, when that says a format, its own or another's: "md", "pdf". Empty for
// the rest of a headline: "Dr. Marsh", "Version 1.2".
QString endingOf(const QString &path);

// How the stories are to be written, by the options of export; `oneFile` where --to names a file,
// whose ending says the form then. Refused, with a sentence, for what does not go together.
Result<tasks::ExportStyle> exportStyle(const Options &options, bool oneFile);

} // namespace cli
