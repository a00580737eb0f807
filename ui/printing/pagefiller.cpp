#include "printing/pagefiller.h"

#include <cmath>

namespace printing {

namespace {

// One that waits longer would stand too far from its words.
constexpr qsizetype mostWaiting = 2;
// Of what it may be made smaller by: a picture that is nearly as wide as the text looks misplaced.
constexpr double seen = 0.4;
constexpr double slack = 0.001; // Sums of the same parts are not always the same.

} // namespace

PageFiller::PageFiller(const QList<Slab> &slabs, const Room &room)
    : m_slabs(slabs)
    , m_room(room)
{
}

QList<Place> PageFiller::fill()
{
    m_places.resize(m_slabs.size());
    while (m_at < m_slabs.size())
        putNext();
    while (!m_waiting.isEmpty()) {
        if (putShrunk(m_waiting.first()))
            m_waiting.removeFirst();
        else
            nextColumn();
    }
    return m_places;
}

double PageFiller::needed(const QList<qsizetype> &group, bool top, bool begun) const
{
    auto sum = 0.0;
    for (const auto slab : group) {
        const auto &put = m_slabs.at(slab);
        sum += put.height + (top && slab == group.first() ? 0 : put.above);
        sum += begun || put.floats ? 0 : put.headed;
        begun = begun || !put.floats;
    }
    return sum;
}

bool PageFiller::fitsRest(const QList<qsizetype> &group) const
{
    return needed(group, atTop(), m_begun) <= rest() + slack;
}

// What is kept together from there on.
QList<qsizetype> PageFiller::groupFrom(qsizetype first) const
{
    QList<qsizetype> group;
    for (auto slab = first; slab < m_slabs.size(); ++slab) {
        group.append(slab);
        if (!m_slabs.at(slab).keepWithNext)
            break;
    }
    return group;
}

// Whether the column is full before too many pictures wait.
bool PageFiller::textFills() const
{
    auto waiting = m_waiting.size() + 1;
    auto sum = 0.0;
    for (auto slab = m_at; slab < m_slabs.size() && waiting <= mostWaiting; ++slab) {
        if (m_slabs.at(slab).floats) {
            ++waiting;
            continue;
        }
        sum += m_slabs.at(slab).above + m_slabs.at(slab).height;
        if (sum >= rest())
            return true;
    }
    return false;
}

void PageFiller::putNext()
{
    auto group = groupFrom(m_at);
    const auto picture = m_slabs.at(group.last()).floats;
    if (picture && group.size() == 1) {
        ++m_at;
        putFloat(group.first());
        return;
    }
    if (!picture || (m_waiting.isEmpty() && fitsRest(group))) {
        putGroup(group);
        return;
    }
    // A heading goes on with the text behind the picture below it, if there is room for that.
    const auto below = group.takeLast();
    const auto text = groupFrom(below + 1);
    const auto parts = !text.isEmpty() && !m_slabs.at(text.last()).floats
        && m_waiting.size() < mostWaiting && fitsRest(group + text);
    if (parts) {
        m_waiting.append(below);
        putGroup(group + text);
    } else if (atTop()) {
        putGroup(group + QList{below});
    } else {
        nextColumn();
    }
}

void PageFiller::putFloat(qsizetype slab)
{
    if (m_waiting.isEmpty()) {
        const auto highest = m_page > 0 || m_room.first >= m_room.height;
        if (fitsRest({slab}) || (atTop() && highest)) {
            putSlab(slab);
            return;
        }
        if (!textFills() && putShrunk(slab))
            return;
    }
    m_waiting.append(slab);
    if (m_waiting.size() > mostWaiting)
        nextColumn();
}

bool PageFiller::putShrunk(qsizetype slab)
{
    const auto &picture = m_slabs.at(slab);
    const auto room = rest() - (atTop() ? 0 : picture.above);
    if (picture.least <= 0 || picture.least > room)
        return false;
    const auto less = std::max(0.0, picture.height - room);
    putSlab(slab, less > 0 ? std::max(less, seen * (picture.height - picture.least)) : 0);
    return true;
}

// Puts the group, or goes on to where there may be room for it.
void PageFiller::putGroup(const QList<qsizetype> &group)
{
    if (!atTop() && !fitsRest(group)) {
        nextColumn();
        return;
    }
    // The first page may have little room; any other column has all there is.
    const auto whole = fitsRest(group);
    if (!whole && m_page == 0 && needed(group, true, false) <= m_room.height) {
        beginColumn(1, 0);
        return;
    }
    for (const auto slab : group) {
        while (!whole && !atTop() && !fitsRest({slab}))
            nextColumn();
        putSlab(slab);
    }
    m_at = group.last() + 1;
}

void PageFiller::putSlab(qsizetype slab, double less)
{
    const auto &put = m_slabs.at(slab);
    const auto headed = !m_begun && !put.floats && put.headed > 0;
    const auto y = (atTop() ? 0 : m_y + put.above) + (headed ? put.headed : 0);
    m_places[slab] = {.page = m_page, .column = m_column, .y = y, .less = less, .headed = headed};
    m_begun = m_begun || !put.floats;
    m_order.append(slab);
    m_y = y + put.height - less;
    // The lines beside it in the next column go on at the same heights.
    if ((put.floats || put.ends) && m_room.grid > 0)
        m_y = std::ceil((m_y - slack) / m_room.grid) * m_room.grid;
}

void PageFiller::nextColumn()
{
    if (m_column + 1 < m_room.columns)
        beginColumn(m_page, m_column + 1);
    else
        beginColumn(m_page + 1, 0);
}

void PageFiller::beginColumn(int page, int column)
{
    m_page = page;
    m_column = column;
    m_y = 0;
    m_begun = false;
    const auto highest = m_page > 0 || m_room.first >= m_room.height;
    while (!m_waiting.isEmpty()) {
        const auto picture = m_waiting.first();
        if (fitsRest({picture}) || (atTop() && highest))
            putSlab(picture);
        else if (textFills() || !putShrunk(picture))
            break;
        m_waiting.removeFirst();
    }
}

} // namespace printing
