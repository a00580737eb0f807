#include "articles/rowgeometry.h"

#include <algorithm>

void RowGeometry::setHeights(int row, int heading)
{
    m_rowHeight = std::max(row, 1);
    m_headingHeight = heading;
}

void RowGeometry::setRows(int rows, const QList<int> &headings)
{
    m_rows = rows;
    m_headings = headings;
}

void RowGeometry::insertRows(int first, int count)
{
    m_rows += count;
    for (auto at = std::ranges::lower_bound(m_headings, first); at != m_headings.end(); ++at)
        *at += count;
}

void RowGeometry::removeRows(int first, int count)
{
    m_rows -= count;
    const auto from = std::ranges::lower_bound(m_headings, first);
    const auto to = std::ranges::lower_bound(m_headings, first + count);
    for (auto at = m_headings.erase(from, to); at != m_headings.end(); ++at)
        *at -= count;
}

void RowGeometry::setHeadings(int first, int last, const QList<int> &headings)
{
    const auto from = std::ranges::lower_bound(m_headings, first) - m_headings.begin();
    const auto to = std::ranges::upper_bound(m_headings, last) - m_headings.begin();
    // Most come at the end, of rows that were read in the background.
    if (to == m_headings.size()) {
        m_headings.resize(from);
        m_headings += headings;
    } else if (m_headings.mid(from, to - from) != headings) {
        m_headings = m_headings.first(from) + headings + m_headings.sliced(to);
    }
}

int RowGeometry::height() const
{
    return m_rows * m_rowHeight + int(m_headings.size()) * m_headingHeight;
}

int RowGeometry::top(int row) const
{
    return row * m_rowHeight + int(headingsUpTo(row)) * m_headingHeight;
}

int RowGeometry::rowAt(int y) const
{
    if (y < 0 || y >= height() || headingAt(y))
        return -1;
    const auto above = headingsAbove(y);
    return (y - int(above) * m_headingHeight) / m_rowHeight;
}

int RowGeometry::nearestRow(int y) const
{
    if (m_rows == 0)
        return -1;
    if (const auto heading = headingAt(y))
        return heading->row;
    return y < 0 ? 0 : y >= height() ? m_rows - 1 : rowAt(y);
}

std::optional<RowGeometry::Heading> RowGeometry::headingAt(int y) const
{
    const auto above = headingsAbove(y);
    if (above == 0 || y >= heading(above - 1).top + m_headingHeight)
        return std::nullopt;
    return heading(above - 1);
}

std::optional<RowGeometry::Heading> RowGeometry::headingOf(int row) const
{
    const auto upTo = headingsUpTo(row);
    if (upTo == 0)
        return std::nullopt;
    return heading(upTo - 1);
}

std::optional<RowGeometry::Heading> RowGeometry::headingAfter(int row) const
{
    const auto upTo = headingsUpTo(row);
    if (upTo == m_headings.size())
        return std::nullopt;
    return heading(upTo);
}

RowGeometry::Heading RowGeometry::heading(qsizetype at) const
{
    const auto row = m_headings.at(at);
    return {.row = row, .top = row * m_rowHeight + int(at) * m_headingHeight};
}

qsizetype RowGeometry::headingsUpTo(int row) const
{
    return std::ranges::upper_bound(m_headings, row) - m_headings.begin();
}

// Those that begin at y or above it.
qsizetype RowGeometry::headingsAbove(int y) const
{
    qsizetype low = 0;
    auto high = m_headings.size();
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (heading(middle).top <= y)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
