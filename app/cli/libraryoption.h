#pragma once

#include "cli/options.h"
#include "library/library.h"

#include <memory>

namespace cli {

// Where the library is that was named, or the usual one.
QString libraryFolder(const Options &options);
Result<std::unique_ptr<Library>> openLibrary(const Options &options, Library::Access access);

} // namespace cli
