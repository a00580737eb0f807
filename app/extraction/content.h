#pragma once

#include "extraction/pagekind.h"
#include "extraction/pagetree.h"

namespace extraction {

// The letters of a text; those of scripts written without spaces say about twice as much.
int weightOf(const Item &text);

// The item that holds the story: the part of the page with the most prose and the least else. -1
// when there is no prose at all.
//
// `heading` is the item of the headline, or -1: of several articles on a page the one under the
// headline is the story.
int storyRoot(const PageTree &tree, int heading, PageKind kind);

// Leaves out links that are marks and no words: to a heading itself, from a footnote back to where
// it was called.
void leaveOutAnchors(PageTree &tree);

// Leaves out of a thread what forums write around each post: ranks, counts, signatures.
void leaveOutPosters(PageTree &tree, int root, PageKind kind);

// Leaves out what inside the story is not of it: lists of links, notices, headings with nothing
// under them. `host` is the page's own: links to elsewhere are oftener the author's.
void pruneStory(PageTree &tree, int root, PageKind kind, const QString &host);

} // namespace extraction
