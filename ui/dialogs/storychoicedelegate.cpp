#include "dialogs/storychoicedelegate.h"

#include "dialogs/rowlines.h"
#include "dialogs/storychoicemodel.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace {

constexpr int padding = theme::grid;
constexpr int boxSide = 16;
constexpr int gutter = 5 * theme::grid; // From the row's edge to the words.

bool isToggle(const QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        return static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_Space || key == Qt::Key_Select;
}

void paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool checked)
{
    QStyleOptionButton box;
    box.palette = option.palette;
    box.state = QStyle::State_Enabled | (checked ? QStyle::State_On : QStyle::State_Off);
    const auto left = QStyle::visualRect(option.direction, option.rect,
                                         QRect(option.rect.left() + StoryChoiceDelegate::boxLeft, 0,
                                               boxSide, boxSide))
                          .left();
    box.rect = QRect(left, option.rect.top() + padding + 1, boxSide, boxSide);
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
}

} // namespace

void StoryChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    rows::paintGround(painter, option);
    const auto chosen = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    paintBox(painter, option, chosen);

    const auto words
        = QStyle::visualRect(option.direction, option.rect,
                             option.rect.adjusted(gutter, padding, -2 * theme::grid, -padding));
    const auto quiet = theme::secondaryText(option.palette);
    const auto strong = option.palette.color(QPalette::Text);
    rows::Lines lines{painter, words};
    lines.draw(index.data().toString(), rows::titleFont(option.font), chosen ? strong : quiet);
    for (const auto role : {StoryChoiceModel::DetailsRole, StoryChoiceModel::ExcerptRole}) {
        if (const auto text = index.data(role).toString(); !text.isEmpty())
            lines.draw(text, rows::smallFont(option.font), quiet);
    }
    painter->restore();
}

QSize StoryChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {gutter * 4,
            2 * padding + QFontMetrics(rows::titleFont(option.font)).height()
                + 2 * (rows::lineGap + QFontMetrics(rows::smallFont(option.font)).height())};
}

bool StoryChoiceDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                      const QStyleOptionViewItem & /*option*/,
                                      const QModelIndex &index)
{
    if (!isToggle(event))
        return false;
    const auto chosen = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    return model->setData(index, QVariant::fromValue(chosen ? Qt::Unchecked : Qt::Checked),
                          Qt::CheckStateRole);
}
