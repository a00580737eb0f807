#include "network/dialing.h"

#include "network/limits.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace network {

namespace {

// In the order of the system, the families in turn.
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const auto &address : addresses) {
        const bool like = address.protocol() == addresses.first().protocol();
        (like ? first : second).append(address);
    }
    QList<QHostAddress> mixed;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        mixed += first.mid(i, 1);
        mixed += second.mid(i, 1);
    }
    return mixed.first(std::min<qsizetype>(mixed.size(), limits::addressesTried));
}

} // namespace

Dialing::Dialing(const QUrl &url, Done done)
    : m_port(quint16(url.port(80)))
    , m_done(std::move(done))
{
    m_next.setInterval(limits::nextAddress);
    connect(&m_next, &QTimer::timeout, this, &Dialing::tryNext);
    if (const QHostAddress address(url.host()); !address.isNull()) {
        // Looking it up would ask for its name.
        QMetaObject::invokeMethod(
            this, [this, address] { dial({address}); }, Qt::QueuedConnection);
        return;
    }
    // By name: in Qt 6.4 an answer to a function may come when the function is gone already, while
    // the program ends.
    m_lookup = QHostInfo::lookupHost(url.host(), this, SLOT(takeAddresses(QHostInfo)));
}

Dialing::~Dialing()
{
    if (m_lookup)
        QHostInfo::abortHostLookup(*m_lookup);
}

void Dialing::takeAddresses(const QHostInfo &host)
{
    if (host.addresses().isEmpty())
        return end({}, QAbstractSocket::HostNotFoundError, host.errorString());
    dial(interleaved(host.addresses()));
}

void Dialing::dial(const QList<QHostAddress> &addresses)
{
    m_addresses = addresses;
    m_next.start();
    tryNext();
}

void Dialing::tryNext()
{
    if (m_addresses.isEmpty())
        return m_next.stop();
    auto *socket = m_sockets.emplace_back(std::make_unique<QTcpSocket>()).get();
    connect(socket, &QTcpSocket::connected, this, [this, socket] { won(socket); });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] { lost(socket); });
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setReadBufferSize(limits::readAhead);
    socket->connectToHost(m_addresses.takeFirst(), m_port);
}

void Dialing::won(QTcpSocket *socket)
{
    const auto mine = std::ranges::find(m_sockets, socket, &Socket::get);
    auto winner = std::move(*mine);
    disconnect(socket, nullptr, this, nullptr);
    m_sockets.erase(mine);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    end(std::move(winner), QAbstractSocket::UnknownSocketError, {});
}

void Dialing::lost(QTcpSocket *socket)
{
    const auto error = socket->error();
    const auto words = socket->errorString();
    disconnect(socket, nullptr, this, nullptr);
    const auto mine = std::ranges::find(m_sockets, socket, &Socket::get);
    mine->release()->deleteLater(); // It is telling us.
    m_sockets.erase(mine);
    if (!m_addresses.isEmpty())
        tryNext();
    else if (m_sockets.empty())
        end({}, error, words);
}

void Dialing::end(Socket socket, QAbstractSocket::SocketError error, const QString &words)
{
    m_next.stop();
    m_addresses.clear();
    const auto others = std::exchange(m_sockets, {});
    std::exchange(m_done, {})(std::move(socket), error, words);
}

} // namespace network
