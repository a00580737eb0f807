#pragma once

#include "formats/block.h"
#include "formats/printedpages.h"

namespace formats {

// The paragraphs, headings, lists and quotations in the lines of a plain text, however it was
// wrapped, indented or broken over pages.
Blocks textBlocks(const QList<Line> &lines);

// True when `next` goes on with the sentence that `text` leaves open: a page break or a careless
// copy has parted one paragraph in two. A heading leaves nothing open.
bool continuesSentence(QStringView text, QStringView next);

} // namespace formats
