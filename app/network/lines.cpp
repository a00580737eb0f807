#include "network/lines.h"

#include <algorithm>
#include <utility>

namespace network {

Lines::~Lines()
{
    hangUp();
}

void Lines::hangUp()
{
    // Each tells us of its end: by then it is no longer ours.
    const auto all = std::exchange(m_free, {});
}

Socket Lines::take(const QString &server)
{
    const auto found = m_free.find(server);
    if (found == m_free.end())
        return {};
    auto socket = std::move(found->second.back());
    found->second.pop_back();
    if (found->second.empty())
        m_free.erase(found);
    disconnect(socket.get(), nullptr, this, nullptr);
    return socket;
}

void Lines::keep(const QString &server, Socket socket)
{
    auto *kept = socket.get();
    if (kept->state() != QAbstractSocket::ConnectedState)
        return;
    // Whatever comes now is no answer.
    connect(kept, &QTcpSocket::readyRead, this, [=, this] { drop(server, kept); });
    connect(kept, &QTcpSocket::disconnected, this, [=, this] { drop(server, kept); });
    m_free[server].push_back(std::move(socket));
}

void Lines::drop(const QString &server, QTcpSocket *socket)
{
    const auto found = m_free.find(server);
    if (found == m_free.end())
        return;
    const auto mine = std::ranges::find(found->second, socket, &Socket::get);
    if (mine == found->second.end())
        return;
    disconnect(socket, nullptr, this, nullptr);
    mine->release()->deleteLater(); // It is telling us.
    found->second.erase(mine);
    if (found->second.empty())
        m_free.erase(found);
}

} // namespace network
