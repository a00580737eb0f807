#pragma once

#include "extraction/pagetree.h"

namespace extraction {

// The part of a page where a story's byline and date stand: from a little before its headline to
// its first paragraph.
struct TopOfStory
{
    int begin = 0;
    int heading = -1; // The headline's item, or -1.
    int end = 0;
};

// The heading a story begins with, between two items; -1 when there is none.
int firstHeading(const PageTree &tree, int begin, int end);

// It or what is around it is hidden from readers.
bool isHidden(const PageTree &tree, int index);

} // namespace extraction
