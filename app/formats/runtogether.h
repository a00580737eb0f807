#pragma once

#include "formats/block.h"

namespace formats {

// A table's cells written one after the other may run the last link of a menu into the headline
// beside it. Parts them: the story speaks of what its headline says, not of the menu.
void partHeadlineFromMenu(Blocks &blocks);

} // namespace formats
