#pragma once

#include "formats/block.h"
#include "model/article.h"
#include "print/printedfile.h"

namespace formats {

// Whether Broadsheet has printed a file, as that says itself.
bool isOwnPrint(const QString &program);

// Takes what stands above and below the text of each page; the outlet, which begins the foot, is
// then the story's.
void takeOwnEdges(print::File &file, Article &stated);

// Takes what Broadsheet prints below a story: where it was, which is then its address, and the
// addresses of its links, which stand in the text as well.
void takeOwnNotes(Blocks &blocks, Article &stated);

} // namespace formats
