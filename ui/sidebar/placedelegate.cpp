#include "sidebar/placedelegate.h"

#include "sidebar/sidebarmodel.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace {

using Kind = SidebarModel::Kind;

Kind kindOf(const QModelIndex &index)
{
    return index.data(SidebarModel::KindRole).value<Kind>();
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

// Where the parts of a row stand, for either direction of reading.
struct Places
{
    QRect row;
    QRect icon;
    QRect text;
    QRect count;

    Places(const QStyleOptionViewItem &option, int countWidth)
        : row(option.rect.adjusted(theme::grid, 1, -theme::grid, -1))
    {
        const auto inner = row.adjusted(theme::grid, 0, -theme::grid, 0);
        const auto gap = theme::grid + 2;
        icon = QRect(inner.left(), inner.center().y() - theme::iconSide / 2 + 1, theme::iconSide,
                     theme::iconSide);
        count = QRect(inner.right() - countWidth + 1, inner.top(), countWidth, inner.height());
        text = QRect(icon.right() + gap, inner.top(), count.left() - icon.right() - 2 * gap,
                     inner.height());
        if (option.direction == Qt::RightToLeft) {
            for (auto *part : {&icon, &text, &count})
                part->moveLeft(row.left() + row.right() - part->right());
        }
    }
};

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row)
{
    const auto &palette = option.palette;
    QColor fill;
    if (option.state.testFlag(QStyle::State_Selected))
        fill = option.state.testFlag(QStyle::State_HasFocus)
            ? theme::blended(theme::accent(palette), palette.color(QPalette::Window), 0.2)
            : theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.1);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = theme::hover(palette);
    if (!fill.isValid())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(row, theme::corner, theme::corner);
}

void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &text)
{
    auto font = smaller(option.font);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme::secondaryText(option.palette));
    painter->drawText(
        option.rect.adjusted(2 * theme::grid, 0, -2 * theme::grid, -theme::half),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignBottom), text);
}

} // namespace

void PlaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const auto kind = kindOf(index);
    const auto text = index.data(Qt::DisplayRole).toString();
    if (kind == Kind::Heading) {
        paintHeading(painter, option, text);
        painter->restore();
        return;
    }

    const auto stories = index.data(SidebarModel::CountRole).toInt();
    const auto count = stories > 0 ? QLocale().toString(stories) : QString();
    const auto countFont = smaller(option.font);
    const Places places(option, QFontMetrics(countFont).horizontalAdvance(count));
    paintBackground(painter, option, places.row);

    const auto &palette = option.palette;
    const auto selected = option.state.testFlag(QStyle::State_Selected);
    const auto secondary = theme::secondaryText(palette);
    const auto iconColour = selected ? theme::accent(palette) : secondary;
    painter->drawPixmap(places.icon.topLeft(),
                        theme::tinted(index.data(SidebarModel::IconRole).toString(), iconColour,
                                      theme::iconSide, painter->device()->devicePixelRatio()));

    auto font = option.font;
    font.setWeight(selected ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    painter->setPen(kind == Kind::WatchAnother ? secondary : palette.color(QPalette::Text));
    const auto alignment
        = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter->drawText(places.text, int(alignment),
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, places.text.width()));
    painter->setFont(countFont);
    painter->setPen(secondary);
    painter->drawText(places.count, Qt::AlignCenter, count);
    painter->restore();
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = std::max(theme::iconSide, option.fontMetrics.height());
    const auto heading = kindOf(index) == Kind::Heading;
    return {theme::sidebarWidth / 2, line + (heading ? 3 : 2) * theme::grid - theme::half};
}
