#include "network/turns.h"

#include <algorithm>

namespace network {

void Turns::wait(Ticket ticket, const QString &server)
{
    auto &line = m_servers[server];
    displace(line);
    // One that was redirected here comes before those that were asked for later.
    auto &waiting = line.waiting;
    if (waiting.empty() || waiting.back() < ticket)
        waiting.push_back(ticket);
    else
        waiting.insert(std::ranges::lower_bound(waiting, ticket), ticket);
    ++m_waiting;
    place(server, line);
}

std::optional<Ticket> Turns::next()
{
    if (m_ready.empty() || m_busy >= m_all)
        return std::nullopt;

    const auto [ticket, name] = *m_ready.begin();
    auto &server = m_servers[name];
    displace(server);
    server.waiting.pop_front();
    ++server.busy;
    ++m_busy;
    --m_waiting;
    place(name, server);
    return ticket;
}

void Turns::setSlow(Ticket ticket)
{
    if (m_slow.size() >= m_mostSlow || m_slow.contains(ticket))
        return;
    m_slow.insert(ticket);
    --m_busy;
}

void Turns::done(Ticket ticket, const QString &server)
{
    auto &line = m_servers[server];
    displace(line);
    --line.busy;
    if (!m_slow.remove(ticket))
        --m_busy;
    if (line.busy == 0 && line.waiting.empty())
        m_servers.remove(server);
    else
        place(server, line);
}

void Turns::leave(Ticket ticket, const QString &server)
{
    auto &line = m_servers[server];
    displace(line);
    const auto found = std::ranges::lower_bound(line.waiting, ticket);
    if (found != line.waiting.end() && *found == ticket) {
        line.waiting.erase(found);
        --m_waiting;
    }
    if (line.busy == 0 && line.waiting.empty())
        m_servers.remove(server);
    else
        place(server, line);
}

void Turns::place(const QString &name, const Server &server)
{
    if (!server.waiting.empty() && server.busy < m_perServer)
        m_ready.emplace(server.waiting.front(), name);
}

void Turns::displace(const Server &server)
{
    if (!server.waiting.empty())
        m_ready.erase(server.waiting.front());
}

} // namespace network
