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

// The text of a heading without the line above the headline and the one below it, which some pages
// set in the same element and name by their class.
QString headlineText(const PageTree &tree, int heading);

// A line that is the title, given as titleKey() writes it; a heading also behind a word like
// "Blog:".
bool saysTitle(const PageTree &tree, int line, const QString &title);

// It or what is around it is hidden from readers.
bool isHidden(const PageTree &tree, int index);

} // namespace extraction
