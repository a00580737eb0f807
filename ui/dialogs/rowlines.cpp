#include "dialogs/rowlines.h"

#include "theme/colours.h"
#include "theme/focusring.h"
#include "theme/metrics.h"

#include <QWidget>

QFont rows::titleFont(const QFont &base)
{
    auto font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont rows::smallFont(const QFont &base)
{
    auto font = base;
    font.setPointSizeF(base.pointSizeF() * 0.92);
    return font;
}

void rows::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
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
    theme::paintFocusRing(painter, option, row);
}

void rows::Lines::draw(const QString &text, const QFont &font, const QColor &colour)
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
