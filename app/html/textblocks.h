#pragma once

#include "html/allowlist.h"

namespace html {

inline bool isCell(GumboTag name)
{
    return name == GUMBO_TAG_TD || name == GUMBO_TAG_TH;
}

// Whether its text is a block of its own where a story is written as text. Cells share the line of
// their row, readings that of the word they stand above.
inline bool endsTextBlock(GumboTag name)
{
    return isBlock(ruleFor(name).kind) && !isCell(name) && name != GUMBO_TAG_RT
        && name != GUMBO_TAG_RP;
}

} // namespace html
