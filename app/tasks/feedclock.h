#pragma once

#include "library/sharedlibrary.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

// Rings when feeds are due. It looks again whenever subscriptions changed.
class FeedClock : public QObject
{
    Q_OBJECT

public:
    explicit FeedClock(SharedLibrary &library, QObject *parent = nullptr);

    // Rings from now on, for the first time after this delay.
    void start(std::chrono::milliseconds delay);
    // Looks soon which feeds are due.
    void look();
    // Does not ring for that long.
    void rest(std::chrono::milliseconds pause);

signals:
    void rang(const QList<Feed> &due);

private:
    struct Hands
    {
        QList<Feed> due;
        QDateTime next;
    };

    static Result<Hands> hands(Library &library);
    void ring();
    void set(const Hands &hands);
    void wait(std::chrono::milliseconds time);

    SharedLibrary &m_library;
    QTimer m_timer;
    QDateTime m_expected; // When the timer should ring, by the clock on the wall.
    QDeadlineTimer m_rest{0};
    QHash<FeedId, QDeadlineTimer> m_quiet; // It does not ring again for a feed before these.
    bool m_started = false;
};
