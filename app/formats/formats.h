#pragma once

#include "formats/pagereader.h"

namespace formats {

// The pages in a saved file, whatever its format. Errors: Empty, Unsupported, Malformed.
Result<QList<SavedPage>> read(const SavedFile &file);

} // namespace formats
