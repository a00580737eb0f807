#pragma once

#include "extraction/pagetree.h"
#include "extraction/siterules.h"

#include <functional>

namespace extraction {

// Describes an item so that a rule means it and those like it on other pages of the site: by names
// that will last, else by what it stands in, else by the words it begins with. A rule that drops is
// made to spare whatever else the page keeps, if words can tell it apart.
SiteSelector selectorFor(const PageTree &tree, int item, SiteRule::Verb verb,
                         const std::function<bool(int item)> &isKept);

} // namespace extraction
