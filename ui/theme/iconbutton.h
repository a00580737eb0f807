#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace theme {

// A button that shows one of our icons and says what it does.
QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);

} // namespace theme
