#pragma once

#include "extraction/pagetree.h"

namespace extraction {

// Whether a table carries data; otherwise it only lays out the page.
bool isDataTable(const PageTree &tree, int table);

} // namespace extraction
