#include "desk/calmreading.h"

#include "shell/actions.h"
#include "shell/toolbar.h"
#include "theme/metrics.h"
#include "theme/motion.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>

#include <utility>

namespace {

constexpr int restsAfter = 2'000; // Milliseconds.
constexpr int edge = theme::half; // Of the screen: that far the pointer goes for the tools.
constexpr int leaves = 4 * theme::grid; // Below the tools: there it has done with them.

} // namespace

CalmReading::CalmReading(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restsAfter);
    connect(&m_rest, &QTimer::timeout, this, &CalmReading::rest);
}

CalmReading::~CalmReading()
{
    hidePointer(false);
}

void CalmReading::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    if (active) {
        m_last = QCursor::pos();
        QCoreApplication::instance()->installEventFilter(this);
        m_rest.start();
        return;
    }
    QCoreApplication::instance()->removeEventFilter(this);
    m_rest.stop();
    hidePointer(false);
    showTools(false);
}

bool CalmReading::showsTools() const
{
    return m_tools && m_tools->isVisible();
}

bool CalmReading::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        moved(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
    return QObject::eventFilter(watched, event);
}

void CalmReading::moved(const QPoint &where)
{
    // What moves below the pointer is told that it moved.
    if (std::exchange(m_last, where) == where)
        return;
    hidePointer(false);
    m_rest.start();
    const auto y = m.window.mapFromGlobal(where).y();
    if (y <= edge)
        showTools(true);
    else if (showsTools() && y > m_tools->height() + leaves)
        showTools(false);
}

void CalmReading::rest()
{
    // Whoever looks at a menu or a dialog wants to know where the pointer is.
    const auto busy = QApplication::activePopupWidget() || QApplication::activeModalWidget()
        || (showsTools() && m_tools->underMouse());
    if (busy) {
        m_rest.start();
        return;
    }
    showTools(false);
    hidePointer(true);
}

void CalmReading::hidePointer(bool hidden)
{
    if (std::exchange(m_hidden, hidden) == hidden)
        return;
    if (hidden)
        QApplication::setOverrideCursor(Qt::BlankCursor);
    else
        QApplication::restoreOverrideCursor();
}

void CalmReading::showTools(bool shown)
{
    if (shown == showsTools())
        return;
    if (!shown) {
        m_tools->hide();
        return;
    }
    if (!m_tools) {
        m_tools = new ToolBar(m.actions, &m.window);
        m_tools->addAction(m.actions[Command::FullScreen]);
        m_tools->arrange(ToolBar::For::Story);
        m_tools->setAutoFillBackground(true);
    }
    const QRect place(0, 0, m.window.width(), m_tools->sizeHint().height());
    m_tools->setGeometry(place);
    m_tools->show();
    m_tools->raise();
    theme::motion::slideIn(*m_tools, QPoint(0, -place.height()));
}
