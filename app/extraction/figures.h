#pragma once

#include "extraction/jsonld.h"
#include "extraction/pagetree.h"
#include "html/pictures.h"

#include <QUrl>

#include <vector>

namespace extraction {

// A figure and the place in the page that holds it with its words.
struct FoundFigure
{
    int item = -1; // The element that holds picture and caption and nothing else.
    int image = -1; // The <img>; -1 when there is none.
    std::vector<int> words = {}; // Captions and credits that stand outside it, right behind.
    QString address = {}; // The picture as the page writes it; empty when it is lost.
    QString lost = {}; // What the page writes of a picture that is, and of which nothing is said.
    Figure figure = {};
};

// The figures of a page in document order: pictures with alt, caption and credit apart, and the
// words on those that the page lost. Icons, avatars, counters and advertisements are no figures.
// `stated` are the figures that the page's metadata describes.
QList<FoundFigure> findFigures(const PageTree &tree, const html::EmbeddedPictures &pictures,
                               const QUrl &base, const QList<Figure> &stated);

// A figure as HTML: <figure><img><figcaption>caption <span class="credit">credit</span>.
QString figureHtml(const FoundFigure &found);

} // namespace extraction
