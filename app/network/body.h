#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>

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

    // What is taken goes to a new file from now on. Refused where there is a file; Unreadable.
    Result<void> writeTo(const QString &file);
    [[nodiscard]] qint64 written() const { return m_written; }

    // Makes room for a body of a length that the server states.
    void expect(qint64 length);
    // TooLarge, or ServerTrouble where it cannot be unpacked. Nothing more is taken after that.
    Result<void> take(QByteArrayView piece);
    // The whole, once, or nothing where it went to a file; Unreachable where its end is missing.
    Result<QByteArray> finish();

    // What is in memory.
    [[nodiscard]] qint64 size() const { return m_bytes.size(); }

    // What is accepted, as a header.
    static QByteArray encodings();

    class Unpacker;

private:
    Result<void> begin();
    Result<void> unpack(QByteArrayView piece);
    Result<void> write();

    QByteArray m_encoding;
    qint64 m_limit;
    QByteArray m_head; // The first bytes, until they tell whether it is packed.
    QByteArray m_bytes;
    bool m_begun = false;
    qint64 m_written = 0;
    std::unique_ptr<QFile, void (*)(QFile *)> m_file; // Goes with this, unless it is whole.
    std::unique_ptr<Unpacker> m_unpacker; // None: not packed.
};

} // namespace network
