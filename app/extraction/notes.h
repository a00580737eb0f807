#pragma once

#include "extraction/bodywriter.h"
#include "extraction/pagetree.h"
#include "html/anchors.h"

#include <QHash>
#include <QSet>
#include <QUrl>

namespace extraction {

// The notes of a story: what a sign in its text leads to, and what leads back from there.
struct StoryNotes
{
    QSet<int> references; // The links in the text.
    // Blocks that are notes without being items of a list, each numbered as it stands: the first of
    // several with the end of the last, and all with the element that gives the note its name.
    QHash<int, int> lists;
    QHash<int, html::Node> items;
    html::AnchorNames names; // Of those.
};

StoryNotes storyNotes(const PageTree &tree, ItemRange range, const QUrl &page);

// Leaves out of notes what leads back to where they were referred to: "^ a b", "↩", and the number
// where the list that the notes become has it.
void leaveOutWaysBack(PageTree &tree, const QUrl &page);

} // namespace extraction
