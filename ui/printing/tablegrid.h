#pragma once

#include "printing/manuscript.h"

#include <QList>

namespace printing {

// A cell in its place: a column may be taken by a cell of a row above.
struct GridCell
{
    const Cell *cell = nullptr;
    int column = 0;
    int columns = 1;
};

struct GridRow
{
    QList<GridCell> cells = {};
    bool goesOn = false; // A cell of it is in the next row, too.
};

struct Grid
{
    QList<GridRow> rows = {};
    int columns = 0;
};

// Points to the rows' cells.
Grid gridOf(const QList<Row> &rows);

} // namespace printing
