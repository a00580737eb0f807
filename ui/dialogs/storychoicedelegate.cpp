#include "dialogs/storychoicedelegate.h"

#include "dialogs/storychoicemodel.h"
#include "theme/colours.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace {

constexpr int padding = theme::grid;
constexpr int lineGap = 3;
constexpr int boxSide = 16;
constexpr int gutter = 5 * theme::grid; // From the row's edge to the words.

QFont titleFont(const QFont &base)
{
    auto font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont &base)
{
    auto font = base;
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

bool isToggle(const QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        return static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_Space || key == Qt::Key_Select;
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const auto row = option.rect.adjusted(theme::half, 1, -theme::half, -1);
    painter->setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const auto active = option.widget && option.widget->hasFocus();
        painter->setBrush(active ? theme::selection(option.palette)
                                 : theme::quietSelection(option.palette));
        painter->drawRoundedRect(row, theme::corner, theme::corner);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(theme::blended(option.palette.color(QPalette::Text),
                                         option.palette.color(QPalette::Base), 0.035));
        painter->drawRoundedRect(row, theme::corner, theme::corner);
    }
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

// One line, elided, at the side where its own script begins.
struct Lines
{
    QPainter *painter;
    QRect room;

    void draw(const QString &text, const QFont &font, const QColor &colour)
    {
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(colour);
        const auto side = text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(QRect(room.left(), room.top(), room.width(), metrics.height()),
                          int(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine),
                          metrics.elidedText(text, Qt::ElideRight, room.width()));
        room.setTop(room.top() + metrics.height() + lineGap);
    }
};

} // namespace

void StoryChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option);
    const auto chosen = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    paintBox(painter, option, chosen);

    const auto words
        = QStyle::visualRect(option.direction, option.rect,
                             option.rect.adjusted(gutter, padding, -2 * theme::grid, -padding));
    const auto quiet = theme::secondaryText(option.palette);
    const auto strong = option.palette.color(QPalette::Text);
    Lines lines{painter, words};
    lines.draw(index.data().toString(), titleFont(option.font), chosen ? strong : quiet);
    for (const auto role : {StoryChoiceModel::DetailsRole, StoryChoiceModel::ExcerptRole}) {
        if (const auto text = index.data(role).toString(); !text.isEmpty())
            lines.draw(text, smallFont(option.font), quiet);
    }
    painter->restore();
}

QSize StoryChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {gutter * 4,
            2 * padding + QFontMetrics(titleFont(option.font)).height()
                + 2 * (lineGap + QFontMetrics(smallFont(option.font)).height())};
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
