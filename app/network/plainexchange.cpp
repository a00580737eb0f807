#include "network/plainexchange.h"

#include "network/addresses.h"
#include "network/problems.h"

#include <algorithm>
#include <array>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace network {

namespace {

// Servers that send their headers and then the body wait for a sign between the two (RFC 896),
// which the system here keeps back for 40 ms on a connection that is used again. It forgets the
// wish.
void acknowledgeAtOnce(const QTcpSocket &socket)
{
#ifdef Q_OS_LINUX
    const int yes = 1;
    ::setsockopt(int(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
#else
    Q_UNUSED(socket)
#endif
}

} // namespace

PlainExchange::PlainExchange(Lines &lines, const Job &job, const Limits &limits, Ended ended)
    : Exchange(job, limits, std::move(ended))
    , m_lines(lines)
{
    if (auto socket = m_lines.take(server(url()))) {
        m_kept = true;
        ask(std::move(socket));
    } else {
        dial();
    }
}

PlainExchange::~PlainExchange()
{
    PlainExchange::hangUp();
}

void PlainExchange::dial()
{
    m_dialing = std::make_unique<Dialing>(
        url(), [this](Socket socket, QAbstractSocket::SocketError error, const QString &words) {
            m_dialing.release()->deleteLater(); // It is telling us.
            if (socket)
                ask(std::move(socket));
            else
                fail(socketError(error, words));
        });
}

void PlainExchange::ask(Socket socket)
{
    m_socket = std::move(socket);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &PlainExchange::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &PlainExchange::readClosed);
    m_socket->write(request());
    m_socket->flush();
    if (m_socket) // Still: sending may show that nobody is there.
        acknowledgeAtOnce(*m_socket);
}

QByteArray PlainExchange::request() const
{
    auto target
        = url().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    auto bytes = "GET " + target
        + " HTTP/1.1\r\nHost: " + url().authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    const auto headers = requestHeaders();
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n";
}

void PlainExchange::read()
{
    constexpr qint64 pieceSize = qint64{32} * 1024;
    std::array<char, pieceSize> piece; // NOLINT(*-member-init): read() says how much of it counts.
    // No more than is there now: a fast server does not keep the others waiting.
    auto left = m_socket->bytesAvailable();
    while (left > 0 && m_socket) {
        const auto size = m_socket->read(piece.data(), std::min(left, pieceSize));
        if (size <= 0)
            return;
        left -= size;
        readPiece(QByteArrayView(piece.data(), size));
    }
}

void PlainExchange::readPiece(QByteArrayView input)
{
    using Event = ResponseReader::Event;
    while (!over()) {
        switch (m_reader.next(input)) {
        case Event::More:
            return;
        case Event::Head:
            takeHead(m_reader.status());
            break;
        case Event::Body:
            takeBody(m_reader.piece());
            break;
        case Event::Broken:
            return fail({Error::Kind::ServerTrouble, QString::fromLatin1(m_reader.words())});
        case Event::End:
            if (!input.isEmpty()) // More than it said: nothing to trust with another request.
                hangUp();
            return finish();
        }
    }
}

void PlainExchange::readClosed()
{
    read();
    if (over())
        return;
    // The server may end a kept connection at any time; then nobody has seen the request.
    if (m_kept && !m_reader.started()) {
        m_kept = false;
        hangUp();
        return dial();
    }
    switch (m_reader.closed()) {
    case ResponseReader::Event::End:
        return finish();
    case ResponseReader::Event::Broken:
        return fail({Error::Kind::ServerTrouble, QString::fromLatin1(m_reader.words())});
    default:
        fail({Error::Kind::Unreachable, m_reader.started() ? u"truncated"_s : u"closed"_s});
    }
}

void PlainExchange::finish()
{
    if (m_socket && m_reader.keepsOpen()) {
        disconnect(m_socket.get(), nullptr, this, nullptr);
        m_lines.keep(server(url()), std::move(m_socket));
    }
    takeEnd();
}

QByteArray PlainExchange::header(QByteArrayView name) const
{
    return m_reader.header(name);
}

void PlainExchange::hangUp()
{
    m_dialing.reset();
    if (!m_socket)
        return;
    disconnect(m_socket.get(), nullptr, this, nullptr);
    auto *socket = m_socket.release(); // It may be telling us.
    socket->abort();
    socket->deleteLater();
}

} // namespace network
