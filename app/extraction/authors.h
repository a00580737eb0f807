#pragma once

#include "extraction/publicationdate.h"

namespace extraction {

// Who wrote the story: JSON-LD, metas, what is marked as a byline, a line "By …" under the
// headline. Empty when the page names nobody. `site` is no author's name.
QList<Author> storyAuthors(const PageTree &tree, const PageHead &head, const StructuredData &data,
                           const TopOfStory &top, const QString &site);

} // namespace extraction
