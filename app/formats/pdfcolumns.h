#pragma once

#include "formats/pdflines.h"

namespace formats::pdf {

struct Column
{
    double left = 0;
    double right = 0;

    bool operator==(const Column &) const = default;
};

// How the story is set.
struct Setting
{
    double size = 0; // Of the letters of its text, in points.
    double leading = 0; // From one line of it to the next, in points.
    QList<Column> columns = {}; // From left to right; at least one.

    bool operator==(const Setting &) const = default;
};

// Nothing for pages without a line.
std::optional<Setting> settingOf(const QList<Page> &pages);

// Puts the lines of a page into the order in which they are read: down each column, those that span
// columns between them. Lines beside the columns of the story are taken away and handed back.
QList<Line> orderLines(Page &page, const Setting &setting);

// The column a line stands in; the first when it spans several, -1 when it stands beside them.
qsizetype columnOf(const QRectF &box, const QList<Column> &columns);

} // namespace formats::pdf
