#pragma once

#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace network {

using Socket = std::unique_ptr<QTcpSocket>;

// Connects to a server: looks its addresses up and tries them one soon after the other, both
// families in turn, so that a broken one costs a moment and not a minute (RFC 8305).
class Dialing : public QObject
{
    Q_OBJECT

public:
    // Called once, later, and may delete this; without a socket: what went wrong.
    using Done = std::function<void(Socket, QAbstractSocket::SocketError, const QString &)>;

    Dialing(const QUrl &url, Done done);
    ~Dialing() override;

private slots:
    void takeAddresses(const QHostInfo &host);

private:
    void dial(const QList<QHostAddress> &addresses);
    void tryNext();
    void won(QTcpSocket *socket);
    void lost(QTcpSocket *socket);
    void end(Socket socket, QAbstractSocket::SocketError error, const QString &words);

    quint16 m_port;
    Done m_done;
    std::optional<int> m_lookup;
    QList<QHostAddress> m_addresses;
    std::vector<Socket> m_sockets; // Those that are trying.
    QTimer m_next;
};

} // namespace network
