#pragma once

#include "extraction/pagetree.h"

namespace extraction {

// Leaves out what a story says twice: pull quotes, and paragraphs that a page carries again for
// narrow screens.
void leaveOutRepeats(PageTree &tree, int root);

} // namespace extraction
