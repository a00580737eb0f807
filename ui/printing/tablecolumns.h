#pragma once

#include <QList>

// How wide the columns of a table are. Pure arithmetic.
namespace printing {

// What the texts of a column need, set in letters of their own size.
struct ColumnNeed
{
    double least = 0; // That no word is parted, and prose has a few words in a line.
    double most = 0; // That no line is.
};

struct TableRoom
{
    double width = 0;
    double gap = 0; // Between two columns.
    double smallest = 1; // That letters are made, where all of it finds no room else.
};

// Columns that stand side by side.
struct TablePart
{
    QList<int> columns = {};
    QList<double> widths = {};
    double scale = 1; // Of its letters, and of the gaps.
};

// As wide as the room. A table that finds none is set smaller; and one that finds none then, in
// parts, one below the other, each of which begins with the first column of all.
QList<TablePart> tableParts(const QList<ColumnNeed> &needs, const TableRoom &room);

} // namespace printing
