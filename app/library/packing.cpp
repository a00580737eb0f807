#include "library/packing.h"

#include "library/packingwords.h"

#include <QtEndian>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

// In front stands this, then the size as qCompress() writes it. That begins with the size, which
// for anything up to 256 MB has a smaller first byte.
constexpr char mark = char(0xD1);
constexpr qsizetype sizeBytes = 4;
constexpr qsizetype headBytes = 1 + sizeBytes;

// The next takes a fifth more time for a hundredth less.
constexpr int level = 4;

const Bytef *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const Bytef *>(array.constData());
}

Error broken(const char *what)
{
    return {.kind = Error::Kind::Storage, .detail = QLatin1StringView(what)};
}

// zlib's state, ended with its scope.
template<int (*End)(z_streamp)>
struct Stream
{
    Stream() = default;
    ~Stream() { End(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream z{};
};

Result<QByteArray> inflated(const QByteArray &packed, qint64 size)
{
    const auto words = packing::dictionary();
    Stream<inflateEnd> stream;
    if (inflateInit(&stream.z) != Z_OK)
        return broken("no memory to unpack");
    QByteArray result(size, Qt::Uninitialized);
    stream.z.next_in = const_cast<Bytef *>(bytesOf(packed)) + headBytes;
    stream.z.avail_in = uInt(packed.size() - headBytes);
    stream.z.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.z.avail_out = uInt(size);
    auto state = inflate(&stream.z, Z_FINISH);
    if (state == Z_NEED_DICT) {
        if (inflateSetDictionary(&stream.z, bytesOf(words), uInt(words.size())) != Z_OK)
            return broken("packed with another dictionary");
        state = inflate(&stream.z, Z_FINISH);
    }
    if (state != Z_STREAM_END || stream.z.avail_out != 0)
        return broken("the stored text is damaged");
    return result;
}

} // namespace

QByteArray packing::packed(const QByteArray &bytes)
{
    const auto words = dictionary();
    Stream<deflateEnd> stream;
    if (deflateInit2(&stream.z, level, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY)
            != Z_OK
        || deflateSetDictionary(&stream.z, bytesOf(words), uInt(words.size())) != Z_OK)
        return qCompress(bytes, level);
    QByteArray result(headBytes + qsizetype(deflateBound(&stream.z, uLong(bytes.size()))),
                      Qt::Uninitialized);
    result[0] = mark;
    qToBigEndian(quint32(bytes.size()), result.data() + 1);
    stream.z.next_in = const_cast<Bytef *>(bytesOf(bytes));
    stream.z.avail_in = uInt(bytes.size());
    stream.z.next_out = reinterpret_cast<Bytef *>(result.data()) + headBytes;
    stream.z.avail_out = uInt(result.size() - headBytes);
    if (deflate(&stream.z, Z_FINISH) != Z_STREAM_END)
        return qCompress(bytes, level);
    result.truncate(result.size() - qsizetype(stream.z.avail_out));
    result.squeeze();
    return result;
}

Result<QByteArray> packing::unpacked(const QByteArray &packed, qint64 most)
{
    const auto isMarked = packed.startsWith(mark);
    if (packed.size() < (isMarked ? headBytes : sizeBytes))
        return broken("the stored text is cut off");
    // Believed only so far: as much is made room for.
    const qint64 size = qFromBigEndian<quint32>(packed.constData() + (isMarked ? 1 : 0));
    if (size > most)
        return broken("the stored text claims to be too large");
    if (isMarked)
        return inflated(packed, size);
    auto result = qUncompress(packed);
    if (result.size() != size)
        return broken("the stored text is damaged");
    return result;
}
