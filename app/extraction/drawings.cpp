#include "extraction/drawings.h"

#include "html/svg.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr double iconSide = 64; // In CSS pixels; no chart or map says anything in less.

} // namespace

bool isIcon(const html::Node &drawing)
{
    const auto size = [&](const char *side) {
        auto written = drawing.attribute(side).trimmed();
        if (written.endsWith("px"_L1))
            written.chop(2);
        return written.toDouble();
    };
    auto larger = std::max(size("width"), size("height"));
    if (larger <= 0) {
        const auto box = drawing.attribute("viewBox").replace(u',', u' ').simplified().split(u' ');
        if (box.size() == 4)
            larger = std::max(box.at(2).toDouble(), box.at(3).toDouble());
    }
    return larger > 0 && larger <= iconSide;
}

QString withDrawings(const QString &figure, const PageTree &tree, int index)
{
    constexpr auto start = "<figure>"_L1;
    if (!figure.startsWith(start) || figure.contains("<img "_L1))
        return figure;
    QByteArray drawings;
    for (int inside = index + 1; inside < tree.at(index).end; ++inside) {
        const auto &item = tree.at(inside);
        if (item.tag == Tag::Ignored && html::isDrawing(item.node) && !isIcon(item.node))
            drawings += html::drawing(item.node);
    }
    return start + QString::fromUtf8(drawings) + figure.sliced(start.size());
}

} // namespace extraction
