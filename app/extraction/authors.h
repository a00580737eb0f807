#pragma once

#include "extraction/authornames.h"
#include "extraction/publicationdate.h"

namespace extraction {

// Who wrote the story: what JSON-LD and metas state, and what the page shows its readers, each
// confirming the other. The outlet's own name and accounts of its system are no authors. Empty
// when the page names nobody.
QList<Author> storyAuthors(const PageTree &tree, const PageHead &head, const StructuredData &data,
                           const TopOfStory &top, const Outlet &outlet);

} // namespace extraction
