#pragma once

#include "extraction/figures.h"

namespace extraction {

// Gives figures that say nothing of themselves the words that the page's metadata has on them.
void addStatedWords(QList<FoundFigure> &figures, const QList<Figure> &stated);

// Takes "3/12" off the captions of a gallery.
void takeOffCounters(QList<FoundFigure> &figures);

// Leaves out pictures that the page shows again without a word, thumbnails and dividers, and words
// that it says again without the picture.
void leaveOutCopies(QList<FoundFigure> &figures);

} // namespace extraction
