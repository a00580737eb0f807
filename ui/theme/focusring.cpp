#include "theme/focusring.h"

#include "theme/colours.h"
#include "theme/flatparts.h"

#include <QWidget>

void theme::paintFocusRing(QPainter *painter, const QStyleOption &option, const QRect &row)
{
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        flat::drawBox(painter, row, {.line = accent(option.palette), .lineWidth = 2});
}

void theme::dropFocusRing(QWidget &rows)
{
    rows.window()->setAttribute(Qt::WA_KeyboardFocusChange, false);
}
