#pragma once

#include "extraction/pagetree.h"
#include "model/article.h"
#include "text/credits.h"

#include <vector>

namespace extraction {

// The caption and the credit in an element that holds a picture, and in `words` right behind it:
// its figcaption, what is marked as caption or credit, or all its words. `stated` are captions the
// page's metadata says: they tell where a caption ends.
text::Caption captionIn(const PageTree &tree, int holder, const std::vector<int> &words,
                        const QList<Figure> &stated);

// A line whose last words stand in an element of their own, behind a sentence, and can only be a
// credit: "Fans shelter from the rain. <b>Dee Lamb/Example Post</b>". Empty for any other.
text::Caption creditedLine(const PageTree &tree, int item);

// The same for one line of text.
text::Caption captionOf(const QString &line, const QList<Figure> &stated);

} // namespace extraction
