#include "shell/popover.h"

#include "theme/colours.h"
#include "theme/metrics.h"
#include "theme/motion.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int shadow = theme::grid;

// Also of the list that belongs to a field in it, which is a window of its own.
bool belongsTo(const QObject *part, const QObject *whole)
{
    while (part && part != whole)
        part = part->parent();
    return part != nullptr;
}

} // namespace

Popover::Popover(QWidget *window)
    : QWidget(window)
    , m_scroll(new QScrollArea(this))
{
    hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const auto edge = shadow + theme::half;
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addWidget(m_scroll);
}

void Popover::setContent(QWidget *content)
{
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(content);
    setFocusProxy(content);
}

void Popover::popUp(QWidget *opener, QWidget *room)
{
    m_opener = opener;
    m_room = room;
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    theme::motion::slideIn(*this, QPoint(0, -theme::grid));
    setFocus(Qt::PopupFocusReason);
    QCoreApplication::instance()->installEventFilter(this);
}

void Popover::leave()
{
    if (!isVisible())
        return;
    QCoreApplication::instance()->removeEventFilter(this);
    const auto had = isAncestorOf(QApplication::focusWidget());
    hide();
    if (had && m_before)
        m_before->setFocus();
    emit left();
}

bool Popover::event(QEvent *event)
{
    // These are shortcuts of the window's, too.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QWidget::event(event);
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    // What it stands below is laid out after this.
    if (event->type() == QEvent::Resize && watched == parentWidget())
        QTimer::singleShot(0, this, &Popover::place);
    // Whoever gets other events may not be a whole object yet.
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && !belongsTo(widget, this) && !belongsTo(widget, m_opener))
            leave();
    }
    return QWidget::eventFilter(watched, event);
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 4));
    for (auto out = shadow; out > 0; --out)
        painter.drawRoundedRect(card.adjusted(-out, -out + 2, out, out).intersected(rect()),
                                theme::grid + out, theme::grid + out);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(theme::hairline(palette()));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), theme::grid, theme::grid);
}

bool Popover::focusNextPrevChild(bool next)
{
    auto *from = QApplication::focusWidget();
    if (!isAncestorOf(from))
        return QWidget::focusNextPrevChild(next);
    const auto beside = [next](const QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (auto *widget = beside(from); widget != from; widget = beside(widget)) {
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
            && !widget->focusProxy() && widget->focusPolicy() & Qt::TabFocus) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
}

void Popover::place()
{
    setGeometry(placeWanted());
}

QRect Popover::placeWanted() const
{
    const auto *window = parentWidget();
    const auto *content = m_scroll->widget();
    const auto edges = 2 * (shadow + theme::half);
    const auto width = std::min(content->sizeHint().width() + edges, window->width());
    const auto wanted = content->hasHeightForWidth() ? content->heightForWidth(width - edges)
                                                     : content->sizeHint().height();
    const auto rightToLeft = layoutDirection() == Qt::RightToLeft;
    // Its end stands below the opener's end.
    const auto seen = m_opener && m_opener->isVisible();
    const auto *owner = seen ? m_opener.data() : m_room.data();
    const QRect from(owner->mapTo(window, QPoint()), owner->size());
    const auto top = (seen ? from.bottom() + 1 : from.top()) - (seen ? shadow - 2 : 0);
    const auto left = rightToLeft ? from.left() - shadow : from.right() + 1 + shadow - width;
    const auto height = std::min(wanted + edges, window->height());
    return {std::clamp(left, 0, window->width() - width),
            std::clamp(top, 0, window->height() - height), width, height};
}
