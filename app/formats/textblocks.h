#pragma once

#include "formats/block.h"
#include "formats/linewrap.h"
#include "formats/printedpages.h"

namespace formats {

// The paragraphs, headings, lists and quotations in the lines of a plain text, however it was
// wrapped, indented or broken over pages.
// Where the letters had different widths when the lines were broken, what is said counts for more
// than how long the lines are.
Blocks textBlocks(const QList<Line> &lines, Letters letters = Letters::Equal);

// True when `next` goes on with the sentence that `text` leaves open: a page break or a careless
// copy has parted one paragraph in two. A heading leaves nothing open.
bool continuesSentence(QStringView text, QStringView next);

} // namespace formats
