#include "printing/tablegrid.h"

#include <algorithm>

namespace printing {

namespace {

// One row after the other, from the top.
class Placing
{
public:
    GridRow place(const Row &row)
    {
        GridRow placed;
        auto column = 0;
        for (const auto &cell : row) {
            while (column < m_taken.size() && m_taken.at(column) > 0)
                ++column;
            placed.cells.append({.cell = &cell, .column = column, .columns = cell.columns});
            for (const auto end = column + cell.columns; column < end; ++column) {
                while (m_taken.size() <= column)
                    m_taken.append(0);
                m_taken[column] = std::max(m_taken.at(column), cell.rows);
            }
        }
        for (auto &rows : m_taken)
            rows = std::max(0, rows - 1);
        placed.goesOn = std::ranges::any_of(m_taken, [](int rows) { return rows > 0; });
        return placed;
    }

private:
    QList<int> m_taken; // For each column: in how many rows, from the one that is placed on.
};

} // namespace

Grid gridOf(const QList<Row> &rows)
{
    Grid grid;
    Placing placing;
    for (const auto &row : rows) {
        grid.rows.append(placing.place(row));
        for (const auto &cell : std::as_const(grid.rows.last().cells))
            grid.columns = std::max(grid.columns, cell.column + 1);
    }
    // A cell that says it is wider than the table is as wide as that.
    for (auto &row : grid.rows) {
        for (auto &cell : row.cells)
            cell.columns = std::min(cell.columns, grid.columns - cell.column);
    }
    return grid;
}

} // namespace printing
