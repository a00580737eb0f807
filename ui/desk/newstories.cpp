#include "desk/newstories.h"

#include "reading/readingpane.h"
#include "theme/colours.h"
#include "theme/metrics.h"
#include "words/frontwords.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <utility>

NewStories::NewStories(ReadingPane &pane)
    : QAbstractButton(&pane)
    , m_pane(pane)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    hide();
    pane.installEventFilter(this);
    // The view that takes over comes above whatever stands over the pane.
    connect(&pane, &ReadingPane::painted, this, &QWidget::raise);
}

void NewStories::setCount(int stories)
{
    const auto before = std::exchange(m_count, stories);
    if (stories == before && isHidden() == (stories == 0))
        return;
    setText(frontwords::newStories(stories, QLocale()));
    setAccessibleName(text());
    setVisible(stories > 0);
    place();
    if (before == 0 && stories > 0) {
        QAccessibleEvent announcement(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    }
}

QSize NewStories::sizeHint() const
{
    const auto metrics = fontMetrics();
    return {metrics.horizontalAdvance(text()) + 4 * theme::grid,
            metrics.height() + 2 * theme::half};
}

void NewStories::place()
{
    if (m_count == 0)
        return;
    resize(sizeHint().boundedTo(m_pane.size()));
    move((m_pane.width() - width()) / 2, theme::grid);
    raise();
}

bool NewStories::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QAbstractButton::eventFilter(watched, event);
}

bool NewStories::event(QEvent *event)
{
    const auto handled = QAbstractButton::event(event);
    if (event->type() == QEvent::FontChange)
        place();
    return handled;
}

void NewStories::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto accent = theme::accent(palette());
    const auto ink = palette().color(QPalette::Base);
    const auto fill = isDown() ? theme::blended(ink, accent, 0.2)
        : underMouse()         ? theme::blended(ink, accent, 0.1)
                               : accent;
    const auto box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Text), 2) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, text());
}
