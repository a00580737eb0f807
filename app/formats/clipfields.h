#pragma once

#include "formats/frontmatter.h"
#include "model/article.h"

namespace formats {

// What the fields of a clipper's front matter say of a story. The tools do not agree on words:
// "created" is when the clip was saved, "published" and mostly "date" when the story came out.
Article clippedFields(const FrontMatter &matter);

// Names as a single field gives them: "A, B", "A & B", "A; B", "By A and B".
QList<Author> authorsFrom(const QStringList &written);

} // namespace formats
