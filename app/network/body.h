#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace network {

// Takes a body in pieces as it arrives, packed as its Content-Encoding says (RFC 9110 §8.4: gzip,
// deflate or br), and unpacks it until it is larger than it may be. What is not packed although the
// header says so is taken as it is.
class Body
{
public:
    Body(const QByteArray &encoding, qint64 limit);
    ~Body();
    Body(Body &&other) noexcept;
    Body &operator=(Body &&other) noexcept;

    // Makes room for a body of a length that the server states.
    void expect(qint64 length);
    // TooLarge, or ServerTrouble where it cannot be unpacked. Nothing more is taken after that.
    Result<void> take(QByteArrayView piece);
    // The whole, once; Unreachable where its end is missing.
    Result<QByteArray> finish();

    // What is accepted, as a header.
    static QByteArray encodings();

    class Unpacker;

private:
    Result<void> begin();

    QByteArray m_encoding;
    qint64 m_limit;
    QByteArray m_head; // The first bytes, until they tell whether it is packed.
    QByteArray m_bytes;
    bool m_begun = false;
    std::unique_ptr<Unpacker> m_unpacker; // None: not packed.
};

} // namespace network
