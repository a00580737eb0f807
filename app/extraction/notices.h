#pragma once

#include "extraction/pagetree.h"

#include <QStringView>

namespace extraction {

// True for a line that a page's machinery says and not its author: "Advertisement", "Share this
// article", "Please enable JavaScript", "All rights reserved".
bool isNotice(QStringView line);

// Leaves such lines out of a story, and headings that have nothing under them.
void leaveOutNotices(PageTree &tree, int root);

} // namespace extraction
