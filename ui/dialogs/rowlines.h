#pragma once

#include <QFont>
#include <QPainter>
#include <QStyleOptionViewItem>

// What the rows of our dialogs' lists have in common.
namespace rows {

constexpr int lineGap = 3;

QFont titleFont(const QFont &base);
QFont smallFont(const QFont &base);

// Under a row that is selected or pointed at.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option);

// One line below the other, elided, each at the side where its own script begins.
struct Lines
{
    QPainter *painter;
    QRect room;

    void draw(const QString &text, const QFont &font, const QColor &colour);
};

} // namespace rows
