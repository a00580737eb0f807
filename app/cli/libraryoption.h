#pragma once

#include "cli/options.h"
#include "library/library.h"

#include <memory>

namespace cli {

// The library that was named, or the usual one.
Result<std::unique_ptr<Library>> openLibrary(const Options &options, Library::Access access);

} // namespace cli
