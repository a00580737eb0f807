#pragma once

#include "base/result.h"
#include "formats/block.h"

namespace formats {

// The blocks of a Markdown text: CommonMark with tables, strikethrough and bare addresses as links.
// Raw HTML in it is read as HTML; making it safe is the sanitiser's task, not ours.
Result<Blocks> markdownBlocks(const QString &markdown);

} // namespace formats
