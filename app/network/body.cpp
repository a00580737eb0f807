#include "network/body.h"

#include "network/unpacker.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace network {

namespace {

// As many bytes as tell packed from not packed.
constexpr qsizetype headSize = 2;

bool isGzip(const QByteArray &head)
{
    return head.startsWith("\x1f\x8b");
}

// RFC 1950 §2.2: the method is deflate, and both bytes together are a multiple of 31.
bool isZlib(const QByteArray &head)
{
    if (head.size() < headSize)
        return false;
    const auto first = quint8(head.at(0));
    return (first & 0x0f) == 8 && (first * 256 + quint8(head.at(1))) % 31 == 0;
}

// Bare deflate has no mark of its own, but text does: "<", "{" or white space is no block that any
// packer begins with.
bool looksLikeText(const QByteArray &head)
{
    return !head.isEmpty() && QByteArrayView("<{[ \t\r\n\xef").contains(head.front());
}

std::unique_ptr<Body::Unpacker> unpacker(const QByteArray &encoding, const QByteArray &head)
{
    if (encoding == "br")
        return std::make_unique<Brotli>();
    if (encoding == "gzip" || encoding == "x-gzip") {
        return isGzip(head) ? std::make_unique<Inflating>(Inflating::Form::Gzip) : nullptr;
    }
    if (encoding == "deflate" && isGzip(head))
        return std::make_unique<Inflating>(Inflating::Form::Gzip);
    // Half of the servers leave the frame of zlib out.
    if (encoding == "deflate" && !looksLikeText(head)) {
        return std::make_unique<Inflating>(isZlib(head) ? Inflating::Form::Zlib
                                                        : Inflating::Form::Bare);
    }
    return nullptr;
}

void discard(QFile *file)
{
    file->remove();
    delete file;
}

} // namespace

Body::Body(const QByteArray &encoding, qint64 limit)
    : m_encoding(encoding.trimmed().toLower())
    , m_limit(limit)
    , m_file(nullptr, discard)
{
}

Body::~Body() = default;
Body::Body(Body &&other) noexcept = default;
Body &Body::operator=(Body &&other) noexcept = default;

QByteArray Body::encodings()
{
    return "gzip, deflate, br"_ba;
}

void Body::expect(qint64 length)
{
    // A lie costs no memory: what is never written to is never there.
    if (length > 0)
        m_bytes.reserve(std::min(length, m_limit));
}

Result<void> Body::writeTo(const QString &file)
{
    auto fresh = std::make_unique<QFile>(file);
    if (fresh->exists())
        return Error{Error::Kind::Refused, u"there is a file"_s};
    if (!fresh->open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{Error::Kind::Unreadable, fresh->errorString()};
    m_file.reset(fresh.release());
    return {};
}

Result<void> Body::write()
{
    if (m_file->write(m_bytes) != m_bytes.size())
        return Error{Error::Kind::Unreadable, m_file->errorString()};
    m_written += m_bytes.size();
    m_bytes.resize(0); // Its room is used again.
    return {};
}

Result<void> Body::begin()
{
    m_begun = true;
    m_unpacker = unpacker(m_encoding, m_head);
    return take(std::exchange(m_head, {}));
}

Result<void> Body::take(QByteArrayView piece)
{
    if (!m_begun) {
        m_head.append(piece);
        return m_head.size() < headSize ? Result<void>() : begin();
    }
    const auto unpacked = unpack(piece);
    return unpacked && m_file ? write() : unpacked;
}

Result<void> Body::unpack(QByteArrayView piece)
{
    const auto limit = m_limit - m_written;
    const Error tooLarge{Error::Kind::TooLarge, u"more than %1 bytes"_s.arg(m_limit)};
    if (!m_unpacker) {
        if (m_bytes.size() + piece.size() > limit)
            return tooLarge;
        m_bytes.append(piece);
        return {};
    }
    switch (m_unpacker->take(piece, m_bytes, limit)) {
    case Unpacker::State::Full:
        return tooLarge;
    case Unpacker::State::Broken:
        return Error{Error::Kind::ServerTrouble,
                     u"a body that is not %1"_s.arg(QString::fromLatin1(m_encoding))};
    case Unpacker::State::Going:
        break;
    }
    return {};
}

Result<QByteArray> Body::finish()
{
    if (!m_begun) {
        if (const auto begun = begin(); !begun)
            return begun.error();
    }
    if (m_unpacker && !m_unpacker->ended())
        return Error{Error::Kind::Unreachable, u"truncated"_s};
    if (m_file) {
        if (!m_file->flush())
            return Error{Error::Kind::Unreadable, m_file->errorString()};
        m_file.get_deleter() = [](QFile *file) { delete file; };
    }
    if (m_bytes.capacity() > m_bytes.size() + m_bytes.size() / 4)
        m_bytes.squeeze();
    return std::move(m_bytes);
}

} // namespace network
