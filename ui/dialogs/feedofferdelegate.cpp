#include "dialogs/feedofferdelegate.h"

#include "dialogs/rowlines.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QStringList>

FeedOfferDelegate::FeedOfferDelegate(Weight weight, int lines, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_weight(weight)
    , m_lines(lines)
{
}

void FeedOfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.flags().testFlag(Qt::ItemIsSelectable))
        rows::paintGround(painter, option);
    const auto quiet = theme::secondaryText(option.palette);
    rows::Lines lines{painter,
                      option.rect.adjusted(2 * theme::grid, theme::grid, -2 * theme::grid, 0)};
    lines.draw(index.data().toString(), nameFont(option.font),
               option.palette.color(QPalette::Text));
    const auto others = index.data(LinesRole).toStringList();
    for (const auto &line : others)
        lines.draw(line, rows::smallFont(option.font), quiet);
    painter->restore();
}

QSize FeedOfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {20 * theme::grid,
            2 * theme::grid + QFontMetrics(nameFont(option.font)).height()
                + m_lines * (rows::lineGap + QFontMetrics(rows::smallFont(option.font)).height())};
}

QFont FeedOfferDelegate::nameFont(const QFont &base) const
{
    return m_weight == Weight::Strong ? rows::titleFont(base) : base;
}
