#pragma once

#include "network/dialing.h"

#include <QHash>
#include <QString>

#include <unordered_map>
#include <vector>

namespace network {

// Connections that are kept open for the next request to their server.
class Lines : public QObject
{
public:
    Lines() = default;
    ~Lines() override;

    // Null where there is none.
    Socket take(const QString &server);
    void keep(const QString &server, Socket socket);
    void hangUp();

private:
    void drop(const QString &server, QTcpSocket *socket);

    std::unordered_map<QString, std::vector<Socket>> m_free;
};

} // namespace network
