#include "printing/tablecells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

using html::Node;

constexpr QChar lineBreak(0x2028);
constexpr int widest = 40; // What spans more columns than this means all of them.

int span(const Node &cell, const char *name)
{
    return std::clamp(cell.attribute(name).toInt(), 1, widest);
}

} // namespace

QList<Node> rowsOf(const Node &table)
{
    QList<Node> rows;
    for (const auto &part : table.childElements()) {
        if (part.isElement(u"tr"))
            rows.append(part);
        for (const auto &row : part.childElements()) {
            if (row.isElement(u"tr"))
                rows.append(row);
        }
    }
    return rows;
}

bool laysOut(const Node &table)
{
    const auto rows = rowsOf(table);
    const auto wide = [](qsizetype least) {
        return [least](const Node &row) { return row.childElements().size() >= least; };
    };
    if (!table.firstDescendant(u"table").isNull() || std::ranges::none_of(rows, wide(2)))
        return true;
    // Flags before the names of countries lay out nothing.
    const auto isGrid
        = rows.size() > 2 && std::ranges::count_if(rows, wide(3)) * 2 > qsizetype(rows.size());
    return !isGrid
        && (!table.firstDescendant(u"img").isNull() || !table.firstDescendant(u"figure").isNull());
}

Cell cellOf(const Node &node)
{
    const auto align = node.attribute("align");
    const auto edge = align == "left"_L1 ? Cell::Edge::Left
        : align == "center"_L1           ? Cell::Edge::Centre
        : align == "right"_L1            ? Cell::Edge::Right
                                         : Cell::Edge::Start;
    return {.head = node.isElement(u"th") || node.parent().parent().isElement(u"thead"),
            .columns = span(node, "colspan"),
            .rows = span(node, "rowspan"),
            .edge = edge};
}

Cell withContent(Cell cell, const QList<Paragraph> &content)
{
    for (const auto &paragraph : content) {
        if (!cell.text.isEmpty())
            cell.text += lineBreak;
        if (!paragraph.marker.isEmpty())
            cell.text += paragraph.marker + u' ';
        for (auto span : paragraph.spans) {
            span.at += int(cell.text.size());
            cell.spans.append(span);
        }
        cell.text += paragraph.text;
    }
    return cell;
}

qsizetype headRows(const QList<Row> &rows)
{
    // The corner above a column of names is often no head.
    const auto isHead = [](const Cell &cell) { return cell.head || cell.text.isEmpty(); };
    const auto isBody = [&](const Row &row) { return !std::ranges::all_of(row, isHead); };
    const auto first = std::ranges::find_if(rows, isBody) - rows.begin();
    // One of heads alone has none.
    return first == rows.size() ? 0 : first;
}

} // namespace printing
