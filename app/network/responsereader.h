#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace network {

// Reads an answer of HTTP/1 (RFC 9112) from pieces as they arrive. It holds no more than the head,
// and that within a limit.
class ResponseReader
{
public:
    enum class Event {
        More, // All of the piece is read.
        Head, // Status and headers are known.
        Body, // piece() is the next of the body.
        End, // The answer is complete.
        Broken // This is no HTTP: words() says why.
    };

    // Takes what belongs to the next event off the front of `input`.
    Event next(QByteArrayView &input);
    // The other side has closed: End where the answer is complete by that, More where it is not.
    Event closed();

    [[nodiscard]] int status() const { return m_status; }
    // All values of a header, joined (RFC 9110 §5.3); the name in lower case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QByteArrayView piece() const { return m_piece; }
    [[nodiscard]] const char *words() const { return m_words; }

    // Whether anything at all has come.
    [[nodiscard]] bool started() const { return m_started; }
    // Whether another request may follow on this connection.
    [[nodiscard]] bool keepsOpen() const { return m_state == State::Ended && m_keepsOpen; }

private:
    enum class State { Head, Length, ChunkSize, Chunk, ChunkEnd, Trailer, UntilClosed, Ended };

    Event readHead(QByteArrayView &input);
    Event readStatus();
    void readHeader();
    Event endHead();
    Event frame();
    Event readBody(QByteArrayView &input);
    Event readChunkSize(QByteArrayView &input);
    Event readTrailer(QByteArrayView &input);
    // False where the line has not ended yet.
    bool readLine(QByteArrayView &input);
    Event broken(const char *words);

    State m_state = State::Head;
    QByteArray m_line;
    qsizetype m_lineBytes = 0; // Of all lines together.
    int m_status = 0;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    qint64 m_left = 0; // Of the body or the chunk.
    QByteArrayView m_piece;
    const char *m_words = "";
    bool m_started = false;
    bool m_keepsOpen = true;
};

} // namespace network
