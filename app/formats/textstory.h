#pragma once

#include "base/result.h"
#include "model/savedpage.h"

namespace formats {

// The story in a plain text, which somebody printed, copied, mailed or wrapped. `stated` is what is
// known besides and is not overruled; its warnings stay. A text too long to look for a story in it
// is shown as it is. Errors: Empty.
Result<SavedPage> textStory(const QString &text, Article stated);

} // namespace formats
