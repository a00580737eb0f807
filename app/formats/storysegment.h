#pragma once

#include "formats/block.h"

namespace formats {

// The blocks that are the story's text, first and behind the last; the same when there is none, or
// when more of the text stands elsewhere.
struct Segment
{
    qsizetype first = 0;
    qsizetype end = 0;
};

// The stretch of a page with most prose and fewest links. It needs to know what is a link.
Segment storySegment(const Blocks &blocks);

} // namespace formats
