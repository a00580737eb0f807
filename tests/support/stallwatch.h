#pragma once

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QObject>

#include <algorithm>

namespace support {

// Measures how long the main thread is away from its event loop: the time between waking up and
// going back to sleep, without a thread of its own.
class StallWatch : public QObject
{
public:
    explicit StallWatch(double limitMilliseconds)
        : m_limit(limitMilliseconds)
    {
        auto *loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { m_clock.start(); });
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] { note(); });
    }

    [[nodiscard]] int stalls() const { return m_stalls; }
    [[nodiscard]] double longest() const { return m_longest; }

private:
    void note()
    {
        if (!m_clock.isValid())
            return;
        const auto away = double(m_clock.nsecsElapsed()) / 1e6;
        m_clock.invalidate();
        m_longest = std::max(m_longest, away);
        m_stalls += away > m_limit;
    }

    double m_limit;
    QElapsedTimer m_clock;
    int m_stalls = 0;
    double m_longest = 0;
};

} // namespace support
