#include "theme/motion.h"

#include <QApplication>
#include <QPropertyAnimation>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace {

constexpr std::chrono::milliseconds longest{150};

} // namespace

std::chrono::milliseconds theme::motion::length()
{
    // A desktop's style knows what its own settings say.
    const auto ofStyle = std::chrono::milliseconds(
        QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration));
    if (!QApplication::isEffectEnabled(Qt::UI_General))
        return {};
    return std::min(ofStyle, longest);
}

void theme::motion::slideIn(QWidget &widget, const QPoint &from)
{
    if (length().count() == 0)
        return;
    auto *slide = new QPropertyAnimation(&widget, "pos", &widget);
    slide->setDuration(int(length().count()));
    slide->setStartValue(widget.pos() + from);
    slide->setEndValue(widget.pos());
    slide->setEasingCurve(QEasingCurve::OutCubic);
    slide->start(QAbstractAnimation::DeleteWhenStopped);
}

void theme::motion::allow(bool allowed)
{
    QApplication::setEffectEnabled(Qt::UI_General, allowed);
}
