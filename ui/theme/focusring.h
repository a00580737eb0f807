#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QWidget;

namespace theme {

// Around the row that the keyboard is at, where it was the keyboard that led there: WCAG 2.1, 2.4.7
// "Focus Visible". For rows that tell by their ground alone whether they have the focus.
void paintFocusRing(QPainter *painter, const QStyleOption &option, const QRect &row);

// Whoever presses the mouse on such rows sees where that is: no ring until the keyboard leads on.
// Qt remembers only that the keyboard was used once.
void dropFocusRing(QWidget &rows);

} // namespace theme
