#include "printing/tablecells.h"
#include "printing/tablecolumns.h"
#include "printing/tablegrid.h"
#include "printing/typesetter.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace printing {

namespace {

constexpr QChar lineBreak(0x2028);
constexpr double gap = 0.55; // Between columns, in lines.
constexpr double air = 0.2; // Above and below what stands in a row, in lines.
constexpr double below = 0.4; // The table, in lines.
constexpr double prose = 6; // Of a column that has more than words: its least width, in ems,
constexpr double word = 14; // and what a word may ask for at most: an address may be parted.
constexpr double widest = 0.42; // Of the room: two columns never stand in parts of their own.
constexpr double highestHead = 0.25; // Of a page, for one that is said again on the next.
constexpr qsizetype longRow = 8; // Lines of what is set on two pages where it must.
constexpr double smallestPoints = 6.4;
constexpr double pointsPerInch = 72;

Style ofCell(Style style, const Cell &cell, bool rightToLeft)
{
    using Edge = Cell::Edge;
    if (cell.head)
        style.font.setWeight(QFont::Bold);
    style.edge = cell.edge == Edge::Centre ? Qt::AlignHCenter
        : cell.edge == Edge::Left          ? Qt::AlignLeft
        : cell.edge == Edge::Right         ? Qt::AlignRight
        : rightToLeft                      ? Qt::AlignRight
                                           : Qt::AlignLeft;
    return style;
}

Style scaled(Style style, double scale)
{
    style.font.setPixelSize(std::max(1, qRound(style.font.pixelSize() * scale)));
    style.line *= scale;
    style.above *= scale;
    return style;
}

ColumnNeed needOf(const Cell &cell, const QFont &font)
{
    // What is bold or raised in it is a little wider.
    constexpr auto slack = 1.04;
    const QFontMetricsF metrics(font);
    ColumnNeed need;
    auto longestWord = 0.0;
    for (const auto &line : cell.text.split(lineBreak)) {
        need.most = std::max(need.most, metrics.horizontalAdvance(line) * slack);
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, line);
        for (qsizetype from = 0, to = breaks.toNextBoundary(); to > from;
             from = to, to = breaks.toNextBoundary()) {
            const auto part = line.sliced(from, to - from).trimmed();
            longestWord = std::max(longestWord, metrics.horizontalAdvance(part) * slack);
        }
    }
    const auto em = double(font.pixelSize());
    need.least = std::max(std::min(longestWord, word * em), std::min(need.most, prose * em));
    return need;
}

// What reaches over several columns asks each of them for its share.
QList<ColumnNeed> needsOf(const Grid &grid, const Style &style, double room)
{
    QList<ColumnNeed> needs(grid.columns);
    for (const auto &row : grid.rows) {
        for (const auto &place : row.cells) {
            const auto need = needOf(*place.cell, ofCell(style, *place.cell, false).font);
            for (auto at = place.column; at < place.column + place.columns; ++at) {
                const auto least = std::min(need.least / place.columns, widest * room);
                needs[at].least = std::max(needs.at(at).least, least);
                needs[at].most = std::max(needs.at(at).most, need.most / place.columns);
            }
        }
    }
    for (auto &need : needs)
        need.most = std::max(need.most, need.least);
    return needs;
}

} // namespace

// Sets the rows of a part of a table.
class Typesetter::RowSetter
{
public:
    RowSetter(Typesetter &typesetter, const TablePart &part, const Style &style)
        : m_typesetter(typesetter)
        , m_part(part)
        , m_style(style)
        , m_gap(gap * style.line)
    {
    }

    // Never parted, unless it is very high.
    QList<Piece> set(const GridRow &row, bool isFirst)
    {
        setCells(row);
        const auto parted = m_lines > longRow;
        const auto count = parted ? m_lines : 1;
        QList<Piece> pieces;
        for (qsizetype at = 0; at < count; ++at)
            pieces.append(piece(at, parted ? 1 : m_lines));
        for (qsizetype at = 0; at + 1 < count; ++at)
            pieces[at].slab.keepWithNext = at == 0 || at + 2 == count;
        for (auto &piece : pieces) {
            const auto isTop = &piece == &pieces.first();
            const auto isEnd = &piece == &pieces.last();
            const auto above = isTop ? air * m_style.line : 0;
            for (auto &line : piece.content.lines)
                line.at.ry() += above;
            piece.slab.height += above + (isEnd ? air * m_style.line : 0);
            if (isTop && isFirst)
                rule(piece, 0);
            if (isEnd)
                rule(piece, piece.slab.height);
        }
        return pieces;
    }

private:
    struct SetCell
    {
        Lines lines;
        double x;
    };

    void setCells(const GridRow &row)
    {
        m_cells.clear();
        m_lines = 1;
        for (const auto &place : row.cells) {
            auto from = 0.0;
            auto width = -m_gap;
            for (qsizetype at = 0; at < m_part.columns.size(); ++at) {
                const auto column = m_part.columns.at(at);
                if (column < place.column)
                    from += m_part.widths.at(at) + m_gap;
                else if (column < place.column + place.columns)
                    width += m_part.widths.at(at) + m_gap;
            }
            if (width <= 0 || place.cell->text.isEmpty())
                continue;
            const auto rightToLeft = m_typesetter.m_text.rightToLeft;
            const auto style = ofCell(m_style, *place.cell, rightToLeft);
            m_cells.append({m_typesetter.setText(place.cell->text, place.cell->spans, style, width),
                            rightToLeft ? m_typesetter.m_column - from - width : from});
            m_lines = std::max(m_lines, m_cells.last().lines.places.size());
        }
    }

    // Those of its lines, of all cells.
    [[nodiscard]] Piece piece(qsizetype first, qsizetype count) const
    {
        Piece piece{.slab = {.height = double(count) * m_style.line}};
        for (const auto &cell : m_cells) {
            const auto end = std::min(first + count, cell.lines.places.size());
            for (auto line = first; line < end; ++line) {
                piece.content.lines.append({.layout = cell.lines.layout,
                                            .line = int(line),
                                            .at = cell.lines.places.at(line)
                                                + QPointF(cell.x, -double(first) * m_style.line)});
            }
        }
        return piece;
    }

    void rule(Piece &piece, double y) const
    {
        piece.content.rules.append(QLineF(0, y, m_typesetter.m_column, y));
    }

    Typesetter &m_typesetter;
    const TablePart &m_part;
    const Style &m_style;
    double m_gap;
    QList<SetCell> m_cells; // Of the row that is set,
    qsizetype m_lines = 1; // and its height.
};

void Typesetter::setTable(const Paragraph &table)
{
    auto style = m_styles.of(Paragraph::Role::Table);
    const auto above = style.above;
    if (!table.text.isEmpty()) {
        auto caption = m_styles.of(Styles::Voice::Caption);
        caption.above = above;
        caption.keepWithNext = true;
        caption.whole = true;
        setLines({.text = table.text}, caption);
    }
    const auto grid = gridOf(table.rows);
    const auto smallest = smallestPoints / pointsPerInch * unitsPerInch * m_setting.textSize / 100;
    const TableRoom room{.width = m_column,
                         .gap = gap * style.line,
                         .smallest = std::min(1.0, smallest / style.font.pixelSize())};
    for (const auto &part : tableParts(needsOf(grid, style, m_column), room))
        setTablePart(grid, headRows(table.rows), part, scaled(style, part.scale));
}

void Typesetter::setTablePart(const Grid &grid, qsizetype heads, const TablePart &part,
                              const Style &style)
{
    RowSetter setter(*this, part, style);
    Sheet head;
    auto headHeight = 0.0;
    auto repeats = -1;
    for (qsizetype row = 0; row < grid.rows.size(); ++row) {
        auto pieces = setter.set(grid.rows.at(row), row == 0);
        pieces.first().slab.above = row == 0 ? style.above : 0;
        if (row < heads || grid.rows.at(row).goesOn)
            pieces.last().slab.keepWithNext = row + 1 < grid.rows.size();
        if (row == heads && heads > 0 && headHeight <= highestHead * m_area.height()) {
            repeats = int(m_heads.size());
            m_heads.append(head);
        }
        for (auto &piece : pieces) {
            if (row < heads) {
                add(head, piece.content, {0, headHeight});
                headHeight += piece.slab.height;
            } else if (repeats >= 0) {
                piece.head = repeats;
                piece.slab.headed = headHeight;
            }
        }
        m_pieces += pieces;
    }
    auto &last = m_pieces.last().slab;
    last.height += below * style.line;
    last.ends = true;
}

} // namespace printing
