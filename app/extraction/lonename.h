#pragma once

#include "extraction/pagetree.h"
#include "extraction/topofstory.h"
#include "model/article.h"

namespace extraction {

// A name on a line of its own under the headline, with its bearer's portrait or the date close to
// it; empty when there is none. Looks no further than `end`.
QString loneName(const PageTree &tree, const TopOfStory &top, int end);

// The names of persons that are all a line holds; none otherwise.
QStringList soleNames(const QString &line);

// The names that are all there is between the headline and what follows it, in a block of their
// own; none otherwise.
QList<Author> namesUnderHeadline(const PageTree &tree, const TopOfStory &top);

} // namespace extraction
