#include "printing/pagebreaks.h"

#include <algorithm>

namespace printing {

namespace {

// Fills columns from one slab on, until there are no more slabs, or no more columns.
class Filler
{
public:
    Filler(const QList<Slab> &slabs, const Room &room)
        : m_slabs(slabs)
        , m_room(room)
    {
    }

    QList<Place> fill()
    {
        for (m_at = 0; m_at < m_slabs.size();)
            putGroup();
        return m_places;
    }

private:
    [[nodiscard]] double height() const { return m_page == 0 ? m_room.first : m_room.height; }
    [[nodiscard]] bool atTop() const { return m_y <= 0; }

    // What is kept together from here on.
    [[nodiscard]] qsizetype groupEnd() const
    {
        auto end = m_at;
        while (end + 1 < m_slabs.size() && m_slabs.at(end).keepWithNext)
            ++end;
        return end + 1;
    }

    [[nodiscard]] double needed(qsizetype from, qsizetype to, bool top) const
    {
        double sum = 0;
        for (auto at = from; at < to; ++at)
            sum += m_slabs.at(at).height + (top && at == from ? 0 : m_slabs.at(at).above);
        return sum;
    }

    void putGroup()
    {
        const auto end = groupEnd();
        if (!atTop() && m_y + needed(m_at, end, false) > height())
            nextColumn();
        // The first page may have little room; any other column has all there is.
        if (m_page == 0 && needed(m_at, end, true) > height() && fits(m_at, end)) {
            m_page = 1;
            m_column = 0;
        }
        const auto whole = needed(m_at, end, true) <= height();
        for (; m_at < end; ++m_at) {
            if (!whole && !atTop() && m_y + needed(m_at, m_at + 1, false) > height())
                nextColumn();
            putSlab();
        }
    }

    [[nodiscard]] bool fits(qsizetype from, qsizetype to) const
    {
        return needed(from, to, true) <= m_room.height;
    }

    void putSlab()
    {
        const auto &slab = m_slabs.at(m_at);
        const auto y = atTop() ? 0 : m_y + slab.above;
        m_places.append({.page = m_page, .column = m_column, .y = y});
        m_y = y + slab.height;
    }

    void nextColumn()
    {
        m_y = 0;
        if (++m_column < m_room.columns)
            return;
        m_column = 0;
        ++m_page;
    }

    const QList<Slab> &m_slabs;
    Room m_room;
    QList<Place> m_places;
    qsizetype m_at = 0;
    int m_page = 0;
    int m_column = 0;
    double m_y = 0;
};

// The last page's columns, made as short as they can be with all of it still on that page.
void balance(QList<Place> &places, const QList<Slab> &slabs, const Room &room)
{
    const auto last = places.last().page;
    const auto begin = std::ranges::find(places, last, &Place::page) - places.begin();
    const auto rest = slabs.mid(begin);
    const auto full = last == 0 ? room.first : room.height;
    auto tooShort = 0.0;
    auto enough = full;
    QList<Place> best = places.mid(begin);
    for (auto round = 0; round < 24; ++round) {
        const auto height = (tooShort + enough) / 2;
        const auto tried = Filler(rest, {height, height, room.columns}).fill();
        const auto overflow = std::ranges::any_of(tried, [&](const Place &place) {
            const auto &slab = rest.at(&place - tried.data());
            return place.page > 0 || place.y + slab.height > height;
        });
        if (overflow) {
            tooShort = height;
        } else {
            enough = height;
            best = tried;
        }
    }
    for (qsizetype at = 0; at < best.size(); ++at)
        places[begin + at] = {last, best.at(at).column, best.at(at).y};
}

} // namespace

QList<Place> places(const QList<Slab> &slabs, const Room &room)
{
    auto found = Filler(slabs, room).fill();
    if (room.columns > 1 && !found.isEmpty())
        balance(found, slabs, room);
    return found;
}

} // namespace printing
