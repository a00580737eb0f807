#pragma once

#include "extraction/jsonld.h"
#include "extraction/pagetree.h"
#include "html/pictures.h"

#include <QUrl>

namespace extraction {

// A figure and the place in the page that holds it with its words.
struct FoundFigure
{
    int item = -1; // The element that holds picture and caption and nothing else.
    QString address = {}; // The picture as the page writes it; empty when it is lost.
    Figure figure = {};
};

// The figures of a page in document order: pictures with alt, caption and credit apart. Icons,
// avatars, counters and advertisements are no figures.
QList<FoundFigure> findFigures(const PageTree &tree, const html::EmbeddedPictures &pictures,
                               const QUrl &base, const QList<Figure> &stated);

// A figure as HTML: <figure><img><figcaption>caption <span class="credit">credit</span>.
QString figureHtml(const FoundFigure &found);

// True when two addresses name the same picture, whatever its size or the server's path.
bool isSamePicture(const QString &one, const QString &other);

} // namespace extraction
