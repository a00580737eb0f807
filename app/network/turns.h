#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <deque>
#include <map>
#include <optional>

namespace network {

using Ticket = quint64; // Counts requests in the order they came.

// Whose turn it is: the first that waits, of all whose server has a connection to spare. A server
// that is busy or slow keeps nobody else waiting.
class Turns
{
public:
    Turns(int all, int perServer, int slow)
        : m_all(all)
        , m_perServer(perServer)
        , m_mostSlow(slow)
    {
    }

    void wait(Ticket ticket, const QString &server);
    // Takes its connection, which done() gives back.
    std::optional<Ticket> next();
    void done(Ticket ticket, const QString &server);
    // One under way takes long: it no longer counts among all, unless too many are slow.
    void setSlow(Ticket ticket);
    // Of one that waits.
    void leave(Ticket ticket, const QString &server);

    [[nodiscard]] bool idle() const { return m_servers.isEmpty(); }
    [[nodiscard]] qsizetype waiting() const { return m_waiting; }

private:
    struct Server
    {
        int busy = 0;
        std::deque<Ticket> waiting = {}; // In order.
    };

    void place(const QString &name, const Server &server);
    void displace(const Server &server);

    int m_all;
    int m_perServer;
    int m_mostSlow;
    int m_busy = 0;
    qsizetype m_waiting = 0;
    QHash<QString, Server> m_servers;
    QSet<Ticket> m_slow;
    std::map<Ticket, QString> m_ready; // The first of each server that has a connection to spare.
};

} // namespace network
