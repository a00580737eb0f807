#pragma once

#include "extraction/pagetree.h"

#include <vector>

namespace extraction {

// A story that its page keeps in several places: the opening in a header, the rest in columns.
struct StoryParts
{
    int region = 0; // The item that holds all of them.
    std::vector<int> items = {}; // In order; none holds another.

    [[nodiscard]] bool contain(const PageTree &tree, int index) const;

    // True for a figure in a part, or alone between two, where many sites keep theirs. Figures are
    // left out of the tree before.
    [[nodiscard]] bool holdFigure(const PageTree &tree, int index) const;

    // True if any of them stands in the item.
    [[nodiscard]] bool standIn(const PageTree &tree, int index) const;
};

// Joins to the item `root` that holds most of a story what belongs to it beside: sentences between
// the headline and the story, and neighbours with as much prose. `heading` is the headline or -1.
StoryParts storyParts(const PageTree &tree, int root, int heading);

// Makes parts of the story of what a rule keeps outside it.
void joinKept(const PageTree &tree, StoryParts &parts);

// Leaves out what stands between the parts and has text of its own.
void leaveOutBetween(PageTree &tree, const StoryParts &parts);

} // namespace extraction
