#include "dialogs/historydelegate.h"

#include "dialogs/historymodel.h"
#include "dialogs/rowlines.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QPainter>

namespace {

constexpr int padding = 6;
constexpr int icon = 16;
constexpr int gutter = icon + theme::grid + theme::half; // From the row's edge to the words.

QFont dayFont(const QFont &base)
{
    auto font = rows::smallFont(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintDay(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto room = option.rect.adjusted(theme::half, 0, -theme::grid, 0);
    const QRect line(room.left(), room.top(), room.width(),
                     HistoryDelegate::dayHeight(option.font, index) - theme::half);
    painter->setFont(dayFont(option.font));
    painter->setPen(theme::secondaryText(option.palette));
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, line),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignBottom),
        index.data(HistoryModel::DayRole).toString());
}

// Answers how much room it took at the end of the line.
int paintTime(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
              const QString &time)
{
    if (time.isEmpty())
        return 0;
    painter->setFont(rows::smallFont(option.font));
    painter->setPen(theme::secondaryText(option.palette));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, room),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignTop),
                      time);
    return painter->fontMetrics().horizontalAdvance(time) + 2 * theme::grid;
}

} // namespace

int HistoryDelegate::dayHeight(const QFont &font, const QModelIndex &index)
{
    if (index.data(HistoryModel::DayRole).toString().isEmpty())
        return 0;
    return QFontMetrics(dayFont(font)).height() + 3 * theme::half
        + (index.row() > 0 ? theme::grid : 0);
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    auto row = option;
    if (const auto day = dayHeight(option.font, index); day > 0) {
        paintDay(painter, option, index);
        row.rect.setTop(row.rect.top() + day);
    }
    rows::paintGround(painter, row);

    const auto quiet = theme::secondaryText(option.palette);
    auto words = row.rect.adjusted(theme::grid, padding, -theme::grid - theme::half, -padding);
    if (const auto name = index.data(HistoryModel::IconRole).toString(); !name.isEmpty()) {
        const auto ratio = painter->device()->devicePixelRatioF();
        const QRect place(words.left(), words.top() + 1, icon, icon);
        painter->drawPixmap(QStyle::visualRect(option.direction, row.rect, place),
                            theme::tinted(name, quiet, icon, ratio));
        words.setLeft(words.left() + gutter);
    }
    const auto time = paintTime(painter, row, words, index.data(HistoryModel::TimeRole).toString());
    const auto isDone = index.data(HistoryModel::DoneRole).toBool();
    rows::Lines title{
        painter, QStyle::visualRect(option.direction, row.rect, words.adjusted(0, 0, -time, 0))};
    const auto isChange = !index.parent().isValid();
    title.draw(index.data().toString(), isChange ? rows::titleFont(option.font) : option.font,
               isDone ? option.palette.color(QPalette::Text) : quiet);
    rows::Lines detail{painter, QStyle::visualRect(option.direction, row.rect, words)};
    detail.room.setTop(title.room.top());
    if (const auto text = index.data(HistoryModel::DetailRole).toString(); !text.isEmpty())
        detail.draw(text, rows::smallFont(option.font), quiet);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto height = 2 * padding + QFontMetrics(rows::titleFont(option.font)).height()
        + dayHeight(option.font, index);
    if (!index.data(HistoryModel::DetailRole).toString().isEmpty())
        height += rows::lineGap + QFontMetrics(rows::smallFont(option.font)).height();
    return {gutter * 4, height};
}

void HistoryList::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    // Qt has filled it with the colour of the selection, which ours leaves free.
    painter->fillRect(rect, palette().base());
    QTreeView::drawBranches(
        painter, rect.adjusted(0, HistoryDelegate::dayHeight(font(), index), 0, 0), index);
}
