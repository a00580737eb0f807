#pragma once

#include "network/dialing.h"
#include "network/exchange.h"
#include "network/lines.h"
#include "network/responsereader.h"

#include <memory>

namespace network {

// HTTP/1.1 (RFC 9112) without TLS, carried by ourselves: Qt 6.4 reads headers that never end for as
// long as they come, and serves nobody else meanwhile.
class PlainExchange final : public Exchange
{
public:
    PlainExchange(Lines &lines, const Job &job, const Limits &limits, Ended ended);
    ~PlainExchange() override;

private:
    void dial();
    void ask(Socket socket);
    void read();
    void readPiece(QByteArrayView input);
    void readClosed();
    void finish();

    [[nodiscard]] QByteArray request() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const override;
    void hangUp() override;

    Lines &m_lines;
    std::unique_ptr<Dialing> m_dialing;
    Socket m_socket;
    ResponseReader m_reader;
    bool m_kept = false; // The connection has served another request.
};

} // namespace network
