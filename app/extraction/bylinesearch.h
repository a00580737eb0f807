#pragma once

#include "extraction/authornames.h"
#include "extraction/publicationdate.h"

namespace extraction {

// The authors a page shows its readers: microdata, links to authors' pages, what is marked as a
// byline, lines "By …"; those near the headline before those behind the story.
QList<Author> shownAuthors(const PageTree &tree, const TopOfStory &top, const Outlet &outlet);

} // namespace extraction
