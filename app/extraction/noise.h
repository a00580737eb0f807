#pragma once

#include "extraction/pagekind.h"
#include "extraction/pagetree.h"

namespace extraction {

// How much of a page is taken for something else than the story.
enum class Strictness {
    Strict, // By tag, role and class names.
    Loose // By tag alone: for pages whose class names mislead.
};

// Leaves out navigation, share bars, comments, advertisements and whatever else is not the story,
// each with its reason.
void leaveOutNoise(PageTree &tree, Strictness strictness, PageKind kind);

} // namespace extraction
