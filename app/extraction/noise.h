#pragma once

#include "extraction/pagekind.h"
#include "extraction/pagetree.h"

#include <optional>

namespace extraction {

// How much of a page is taken for something else than the story.
enum class Strictness {
    Strict, // By tag, role and class names.
    Loose // By tag alone: for pages whose class names mislead.
};

// What class names and roles alone say that a part of a page is, if that is not the story.
std::optional<Left> reasonIn(Evidence evidence);

// Leaves out navigation, share bars, comments, advertisements and whatever else is not the story,
// each with its reason.
void leaveOutNoise(PageTree &tree, Strictness strictness, PageKind kind);

} // namespace extraction
