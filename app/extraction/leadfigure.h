#pragma once

#include "extraction/figures.h"
#include "extraction/publicationdate.h"

namespace extraction {

// What tells the picture that opens a story from the others at its top.
struct LeadSigns
{
    const TopOfStory &top;
    int opening = 0; // Where the text begins, a short paragraph above it left aside.
    int root = 0;
    Figure stated = {}; // What the page's metadata says.
    QString title = {};
    QUrl page = {};
    QUrl base = {};
};

// Takes the figure that opens the story out of those of the page. Without one, or for a figure that
// lost its picture, the picture that the page states; nothing if that is in the story.
Figure takeLead(PageTree &tree, QList<FoundFigure> &figures, const LeadSigns &signs,
                const QHash<QString, QString> &embedded);

} // namespace extraction
