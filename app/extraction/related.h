#pragma once

#include "extraction/pagetree.h"
#include "model/article.h"

#include <QHash>
#include <QUrl>

namespace extraction {

// Links to other stories that a page gives beside its own.
struct RelatedStories
{
    QList<Link> links = {}; // In order.
    QHash<int, QString> pieces = {}; // Lines inside the story: item → <aside class="related">.
};

// Finds the lines "Related: …" between `begin` and `end`: they leave the text and become asides.
RelatedStories inlineRelated(PageTree &tree, int begin, int end, const QUrl &base);

// The stories named in boxes "More on this story", which are left out of the text.
QList<Link> relatedBoxes(PageTree &tree, const QUrl &base);

} // namespace extraction
