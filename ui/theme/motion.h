#pragma once

#include <QPoint>

#include <chrono>

class QWidget;

// Whether and how fast things move in the window: the one place that decides it.
namespace theme::motion {

// How long what comes, goes or turns takes on its way; nothing where the desktop wants no motion.
std::chrono::milliseconds length();

// Brings a widget that was just shown to where it stands, from so far away.
void slideIn(QWidget &widget, const QPoint &from);

// What the desktop says. Theme passes it on.
void allow(bool allowed);

} // namespace theme::motion
