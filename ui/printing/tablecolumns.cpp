#include "printing/tablecolumns.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace printing {

namespace {

using Columns = QList<int>;

class Measures
{
public:
    Measures(const QList<ColumnNeed> &needs, const TableRoom &room)
        : m_needs(needs)
        , m_room(room)
    {
    }

    [[nodiscard]] double least(const Columns &columns) const
    {
        return gaps(columns) + sum(columns, &ColumnNeed::least);
    }

    [[nodiscard]] TablePart part(const Columns &columns, double scale) const
    {
        const auto room = m_room.width - gaps(columns) * scale;
        const auto narrow = sum(columns, &ColumnNeed::least) * scale;
        const auto wide = sum(columns, &ColumnNeed::most) * scale;
        TablePart part{.columns = columns, .scale = scale};
        for (const auto column : columns) {
            const auto &need = m_needs.at(column);
            const auto least = need.least * scale;
            const auto most = need.most * scale;
            if (wide <= 0)
                part.widths.append(room / double(columns.size()));
            else if (room >= wide)
                part.widths.append(most * room / wide);
            else if (room >= narrow)
                part.widths.append(least + (most - least) * (room - narrow) / (wide - narrow));
            else
                part.widths.append(least * room / narrow);
        }
        return part;
    }

    // Filled one after the other.
    [[nodiscard]] QList<Columns> filled(const Columns &first, double room) const
    {
        QList<Columns> parts;
        auto part = first;
        for (auto column = int(first.size()); column < m_needs.size(); ++column) {
            if (part.size() > first.size() && least(part + Columns{column}) > room) {
                parts.append(part);
                part = first;
            }
            part.append(column);
        }
        parts.append(part);
        return parts;
    }

    // No more of them than need be, and none much wider than another.
    [[nodiscard]] QList<Columns> even(double room) const
    {
        const auto leads = m_needs.size() > 2 && least({0}) <= room / 2;
        const auto first = leads ? Columns{0} : Columns();
        const auto count = filled(first, room).size();
        auto tooNarrow = 0.0;
        auto enough = room;
        constexpr auto rounds = 16;
        for (auto round = 0; round < rounds; ++round) {
            const auto tried = (tooNarrow + enough) / 2;
            (filled(first, tried).size() > count ? tooNarrow : enough) = tried;
        }
        return filled(first, enough);
    }

private:
    [[nodiscard]] double gaps(const Columns &columns) const
    {
        return m_room.gap * double(columns.size() - 1);
    }

    [[nodiscard]] double sum(const Columns &columns, double ColumnNeed::*what) const
    {
        return std::accumulate(columns.begin(), columns.end(), 0.0, [&](double all, int column) {
            return all + m_needs.at(column).*what;
        });
    }

    const QList<ColumnNeed> &m_needs;
    const TableRoom &m_room;
};

} // namespace

QList<TablePart> tableParts(const QList<ColumnNeed> &needs, const TableRoom &room)
{
    if (needs.isEmpty())
        return {};
    const Measures measures(needs, room);
    Columns all(needs.size());
    std::iota(all.begin(), all.end(), 0);
    constexpr std::array steps{0.0, 1 / 3.0, 2 / 3.0, 1.0};
    for (const auto step : steps) {
        const auto scale = 1 - step * (1 - room.smallest);
        if (measures.least(all) * scale <= room.width)
            return {measures.part(all, scale)};
    }
    // Where it is parted all the same, its letters need not be the smallest.
    const auto scale = (1 + room.smallest) / 2;
    QList<TablePart> parts;
    for (const auto &columns : measures.even(room.width / scale))
        parts.append(measures.part(columns, scale));
    return parts;
}

} // namespace printing
