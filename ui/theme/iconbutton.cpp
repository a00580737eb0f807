#include "theme/iconbutton.h"

#include "theme/icons.h"

#include <QToolButton>

QToolButton *theme::iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(theme::icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}
