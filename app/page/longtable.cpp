#include "page/longtable.h"

#include "page/limits.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortest = 3; // Letters that a column has room for in any case,
constexpr int longest = 48; // and at most: longer texts have lines.

int span(const page::Tag &cell, QLatin1StringView name)
{
    return std::max(1, page::attribute(cell, name).toInt());
}

// Walks over rows and cells, as they were serialised: every element that is opened is closed.
class Walker
{
public:
    Walker(QStringView html, qsizetype start, qsizetype end)
        : m_html(html)
        , m_at(start)
        , m_end(end)
    {
    }

    page::LongTable walk()
    {
        for (auto tag = page::nextTag(m_html, m_at); tag && tag->start < m_end;
             tag = page::nextTag(m_html, m_at)) {
            m_at = tag->end;
            if (tag->kind != page::Tag::Kind::Opening)
                continue;
            if (tag->name == "table"_L1 || m_widest.size() > page::limits::tableColumns)
                return {};
            if (tag->name == "tr"_L1)
                enterRow(*tag);
            else if (tag->name == "td"_L1 || tag->name == "th"_L1)
                enterCell(*tag);
        }
        const auto sum = std::accumulate(m_widest.begin(), m_widest.end(), 0);
        for (auto &width : m_widest)
            width = std::max(1, width * 100 / std::max(1, sum));
        return {.breaks = m_breaks, .shares = m_widest};
    }

private:
    void enterRow(const page::Tag &row)
    {
        m_column = 0;
        m_reachesDown = std::max(0, m_reachesDown - 1);
        const auto isFirst = m_pieceStart == 0;
        const auto isFull = row.start - m_pieceStart >= page::limits::pieceLetters;
        if (!isFirst && (!isFull || m_reachesDown > 0))
            return;
        if (!isFirst)
            m_breaks.append(row.start);
        m_pieceStart = row.start;
    }

    void enterCell(const page::Tag &cell)
    {
        const auto columns = std::min(span(cell, "colspan"_L1), page::limits::tableColumns);
        m_reachesDown = std::max(m_reachesDown, span(cell, "rowspan"_L1));
        const auto closing = page::closingTag(m_html, cell);
        const auto text = closing ? m_html.sliced(cell.end, closing->start - cell.end).size() : 0;
        while (m_widest.size() < m_column + columns)
            m_widest.append(shortest);
        if (columns == 1)
            m_widest[m_column] = std::max(m_widest.at(m_column), std::min(longest, int(text)));
        m_column += columns;
    }

    QStringView m_html;
    qsizetype m_at;
    qsizetype m_end;
    QList<qsizetype> m_breaks;
    QList<int> m_widest;
    qsizetype m_pieceStart = 0;
    int m_column = 0;
    int m_reachesDown = 0; // Rows, from the one that is read on, that a cell of it is in.
};

} // namespace

page::LongTable page::longTable(QStringView html, const Tag &table)
{
    const auto closing = closingTag(html, table);
    if (!closing || closing->start - table.end < limits::longTable)
        return {};
    return Walker(html, table.end, closing->start).walk();
}
