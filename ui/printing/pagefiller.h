#pragma once

#include "printing/pagebreaks.h"

namespace printing {

// Fills columns with slabs, one after the other, until there are no more slabs.
class PageFiller
{
public:
    PageFiller(const QList<Slab> &slabs, const Room &room);

    QList<Place> fill();
    // The slabs as they stand one behind the other on the pages, by their numbers.
    [[nodiscard]] const QList<qsizetype> &order() const { return m_order; }

private:
    [[nodiscard]] double height() const { return m_page == 0 ? m_room.first : m_room.height; }
    [[nodiscard]] double rest() const { return height() - m_y; }
    [[nodiscard]] bool atTop() const { return m_y <= 0; }
    [[nodiscard]] double needed(const QList<qsizetype> &group, bool top, bool begun) const;
    [[nodiscard]] bool fitsRest(const QList<qsizetype> &group) const;
    [[nodiscard]] QList<qsizetype> groupFrom(qsizetype first) const;
    [[nodiscard]] bool textFills() const;
    void putNext();
    void putFloat(qsizetype slab);
    bool putShrunk(qsizetype slab);
    void putGroup(const QList<qsizetype> &group);
    void putSlab(qsizetype slab, double less = 0);
    void nextColumn();
    void beginColumn(int page, int column); // With the pictures that wait for it.

    const QList<Slab> &m_slabs;
    Room m_room;
    QList<Place> m_places;
    QList<qsizetype> m_order;
    QList<qsizetype> m_waiting; // Pictures, for the top of a column.
    qsizetype m_at = 0; // The first slab that neither has a place nor waits.
    int m_page = 0;
    int m_column = 0;
    double m_y = 0;
    bool m_begun = false; // There is text in the column.
};

} // namespace printing
