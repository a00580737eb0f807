#pragma once

#include "model/feed.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <deque>
#include <optional>

namespace tasks {

// Feeds that wait for their turn. Hosts take turns and few feeds of one are asked at a time: a host
// that hangs holds up nobody else.
class FeedQueue
{
public:
    // Answers how many of them did not wait and were not under way already.
    int add(const QList<Feed> &feeds);
    // The next whose host has room; it is under way from now on.
    std::optional<Feed> next();
    // Its host answered: the next of that host may go.
    void answered(FeedId feed);
    // It is no longer under way.
    void end(FeedId feed);
    // Those that wait still; they do so no longer.
    QList<Feed> takeWaiting();

    // Nothing waits, and nothing is under way.
    [[nodiscard]] bool isEmpty() const { return m_known.isEmpty(); }

private:
    struct Host
    {
        std::deque<Feed> waiting = {};
        int asked = 0;
    };

    QHash<QString, Host> m_hosts;
    std::deque<QString> m_turns; // Hosts of which some wait.
    QHash<FeedId, QString> m_asked; // And their hosts.
    QSet<FeedId> m_known; // All that wait or are under way.
};

} // namespace tasks
