#include "web/promptframes.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimerEvent>
#include <QWidget>

namespace {

constexpr int longestWait = 5; // ms, which that timer is known by.

QWidget *framesOf(const QWidget *view)
{
    for (auto *child : view->findChildren<QWidget *>()) {
        if (child->inherits("QQuickWidget"))
            return child;
    }
    return nullptr;
}

} // namespace

PromptFrames::PromptFrames(QWidget *view)
    : QObject(view)
    , m_view(view)
{
    if (auto *dispatcher = QAbstractEventDispatcher::instance())
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &PromptFrames::draw);
}

void PromptFrames::draw()
{
    if (!m_frames)
        m_frames = framesOf(m_view);
    if (!m_frames || !m_frames->isVisible())
        return;
    const auto timers = QAbstractEventDispatcher::instance()->registeredTimers(m_frames);
    for (const auto &timer : timers) {
        if (timer.interval > longestWait)
            continue;
        QTimerEvent now(timer.timerId);
        QCoreApplication::sendEvent(m_frames, &now);
    }
}
