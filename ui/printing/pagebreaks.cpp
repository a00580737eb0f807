#include "printing/pagebreaks.h"

#include "printing/pagefiller.h"

#include <algorithm>

namespace printing {

namespace {

// The last page's columns, made as short as they can be with all of it still on that page.
void balance(QList<Place> &places, const QList<qsizetype> &onPage, const QList<Slab> &slabs,
             const Room &room)
{
    QList<Slab> rest;
    for (const auto at : onPage) {
        auto slab = slabs.at(at);
        slab.height -= places.at(at).less;
        slab.least = 0; // Else shorter columns would make it ever smaller.
        rest.append(slab);
    }
    const auto last = places.at(onPage.last()).page;
    auto tooShort = 0.0;
    auto enough = last == 0 ? room.first : room.height;
    QList<Place> best;
    for (auto round = 0; round < 24; ++round) {
        const auto height = (tooShort + enough) / 2;
        const auto tried = PageFiller(rest, {height, height, room.columns, room.grid}).fill();
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
    for (qsizetype at = 0; at < best.size(); ++at) {
        const auto less = places.at(onPage.at(at)).less;
        auto &place = places[onPage.at(at)];
        place = best.at(at);
        place.page = last;
        place.less = less;
    }
}

} // namespace

QList<Place> places(const QList<Slab> &slabs, const Room &room)
{
    PageFiller filler(slabs, room);
    auto found = filler.fill();
    if (room.columns == 1 || found.isEmpty())
        return found;
    const auto last = found.at(filler.order().last()).page;
    QList<qsizetype> onPage;
    for (const auto slab : filler.order()) {
        if (found.at(slab).page == last)
            onPage.append(slab);
    }
    balance(found, onPage, slabs, room);
    return found;
}

} // namespace printing
