#pragma once

#include "theme/metrics.h"

#include <QColor>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

// The parts that FlatStyle draws by itself.
namespace flat {

constexpr int scrollBarWidth = 12;
constexpr int scrollHandleMinimum = 40;
constexpr int sliderHandle = 2 * theme::grid;

struct Box
{
    QColor fill = Qt::transparent;
    QColor line = Qt::transparent;
    qreal lineWidth = 1;
};

void drawBox(QPainter *painter, const QRect &rect, const Box &box, qreal radius = theme::corner);
void drawField(const QStyleOption *option, QPainter *painter);
// The one that Enter presses is filled.
bool standsOut(const QStyleOptionButton &button);
void drawButton(const QStyleOption *option, QPainter *painter);
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawCheckBox(const QStyleOption *option, QPainter *painter);
// A field that opens: flat as the others, with a small arrow at its end.
void drawComboBox(const QStyle *style, const QStyleOptionComboBox *option, QPainter *painter,
                  const QWidget *widget);
// A field with a number, and at its end how to change that by a step.
void drawSpinBox(const QStyle *style, const QStyleOptionSpinBox *option, QPainter *painter,
                 const QWidget *widget);
void drawSlider(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
                const QWidget *widget);
// Where something carried over a list would come to stand: a line between two rows, or a ring
// around the one it would go into.
void drawDropPlace(const QStyleOption *option, QPainter *painter);
// Of the hand that drew the icons.
void drawArrow(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter);
// The arrow by which a row of a tree unfolds; no lines.
void drawBranch(const QStyleOption *option, QPainter *painter);
// Between two groups of a menu; no line has words in ours. Answers whether it was one.
bool drawSeparator(const QStyleOption *option, QPainter *painter);
void drawMenuItem(const QStyleOption *option, QPainter *painter);
void drawScrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
                   const QWidget *widget);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

} // namespace flat
