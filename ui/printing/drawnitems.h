#pragma once

#include <QList>
#include <QPointF>
#include <QTextLine>

namespace printing {

// Where the parts of a line begin, from the left, in the order in which Qt gives them to whatever
// paints. QTextLine::glyphRuns() has the same parts in another order where writing runs from the
// right.
QList<QPointF> drawnItems(const QTextLine &line);

} // namespace printing
