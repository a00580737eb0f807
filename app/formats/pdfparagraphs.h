#pragma once

#include "formats/pdfcolumns.h"

namespace formats::pdf {

// Lines that belong together, or a picture among them.
struct Paragraph
{
    QString text = {}; // Empty for a picture.
    QString picture = {}; // Its name; empty for text.
    QRectF box = {};
    qsizetype page = 0;
    double size = 0;
    int lines = 0;
    bool bold = false;
    bool italic = false;
    bool caption = false; // Set under a picture, within its width.
    bool indented = false; // All of it begins to the right of its column's edge.
    bool full = false; // Its last line reaches its column's edge.
    bool close = false; // It follows the one before at the distance of a line.
    QList<Link> links = {};
    double linked = 0;

    bool operator==(const Paragraph &) const = default;
};

// Joins lines that were broken where their column ends, and paragraphs that were broken where a
// page or a column ends. The pages' lines must be in their order.
QList<Paragraph> paragraphsOf(const QList<Page> &pages, const Setting &setting);

} // namespace formats::pdf
