#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace support {

// Measures how long the main thread is away from its event loop: a timer that is due every
// millisecond comes late by as much. The time the thread itself has used is told apart from the
// time it waited, since on a busy machine it also waits for its turn.
class StallWatch : public QObject
{
public:
    explicit StallWatch(double limitMilliseconds)
        : m_limit(limitMilliseconds)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { note(); });
        m_clock.start();
        m_used = threadTime();
        m_timer.start();
    }

    [[nodiscard]] int stalls() const { return m_stalls; } // By the clock on the wall.
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] int busyStalls() const { return m_busyStalls; } // By the thread's own time.
    [[nodiscard]] double longestBusy() const { return m_longestBusy; }

private:
    static double threadTime()
    {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return double(used.tv_sec) * 1000 + double(used.tv_nsec) / 1e6;
    }

    void note()
    {
        const auto away = double(m_clock.nsecsElapsed()) / 1e6;
        const auto used = threadTime();
        m_longest = std::max(m_longest, away);
        m_stalls += away > m_limit;
        m_longestBusy = std::max(m_longestBusy, used - m_used);
        m_busyStalls += used - m_used > m_limit;
        m_clock.start();
        m_used = used;
    }

    double m_limit;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_used = 0;
    int m_stalls = 0;
    double m_longest = 0;
    int m_busyStalls = 0;
    double m_longestBusy = 0;
};

} // namespace support
