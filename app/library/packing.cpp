#include "library/packing.h"

#include "library/packingwords.h"

#include <QtEndian>

#include <memory>
#include <type_traits>
#include <zlib.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace {

// In front stands one of these, then the size as qCompress() writes it. That begins with the size,
// which for anything up to 256 MB has a smaller first byte.
enum class Mark : unsigned char { Zlib = 0xD1, Zstandard = 0xD2 };
constexpr qsizetype sizeBytes = 4;
constexpr qsizetype headBytes = 1 + sizeBytes;

// As small as zlib's fourth level makes it, in a quarter of the time; the next takes three quarters
// more for a sixtieth less.
constexpr int level = 3;

const Bytef *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const Bytef *>(array.constData());
}

Error broken(const char *what)
{
    return {.kind = Error::Kind::Storage, .detail = QLatin1StringView(what)};
}

// zlib's state, ended with its scope.
struct Inflating
{
    Inflating() = default;
    ~Inflating() { inflateEnd(&z); }
    Inflating(const Inflating &) = delete;
    Inflating &operator=(const Inflating &) = delete;

    z_stream z{};
};

// Zstandard's states take longer to make than to use: a thread keeps its own, and all share the
// dictionaries, which never change.
template<auto Make, auto Free>
auto *state()
{
    using State = std::remove_pointer_t<decltype(Make())>;
    thread_local const std::unique_ptr<State, decltype(Free)> own(Make(), Free);
    return own.get();
}

const ZSTD_CDict *packingDictionary()
{
    static const auto words = packing::dictionary();
    static const auto *made = ZSTD_createCDict(words.constData(), size_t(words.size()), level);
    return made;
}

const ZSTD_DDict *unpackingDictionary()
{
    static const auto words = packing::dictionary();
    static const auto *made = ZSTD_createDDict(words.constData(), size_t(words.size()));
    return made;
}

Result<QByteArray> expanded(const QByteArray &packed, qint64 size)
{
    auto *context = state<&ZSTD_createDCtx, &ZSTD_freeDCtx>();
    if (!context)
        return broken("no memory to unpack");
    QByteArray result(size, Qt::Uninitialized);
    const auto got = ZSTD_decompress_usingDDict(
        context, result.data(), size_t(size), packed.constData() + headBytes,
        size_t(packed.size() - headBytes), unpackingDictionary());
    if (ZSTD_isError(got) || got != size_t(size))
        return broken("the stored text is damaged");
    return result;
}

Result<QByteArray> inflated(const QByteArray &packed, qint64 size)
{
    const auto words = packing::dictionary();
    Inflating stream;
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
    auto *context = state<&ZSTD_createCCtx, &ZSTD_freeCCtx>();
    if (!context || ZSTD_isError(ZSTD_CCtx_refCDict(context, packingDictionary())))
        return qCompress(bytes, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0); // It stands before.
    QByteArray result(headBytes + qsizetype(ZSTD_compressBound(size_t(bytes.size()))),
                      Qt::Uninitialized);
    result[0] = char(Mark::Zstandard);
    qToBigEndian(quint32(bytes.size()), result.data() + 1);
    const auto size
        = ZSTD_compress2(context, result.data() + headBytes, size_t(result.size() - headBytes),
                         bytes.constData(), size_t(bytes.size()));
    if (ZSTD_isError(size))
        return qCompress(bytes, level);
    result.truncate(headBytes + qsizetype(size));
    result.squeeze();
    return result;
}

Result<QByteArray> packing::unpacked(const QByteArray &packed, qint64 most)
{
    const auto mark = packed.isEmpty() ? Mark{} : Mark(packed.front());
    const auto isMarked = mark == Mark::Zlib || mark == Mark::Zstandard;
    if (packed.size() < (isMarked ? headBytes : sizeBytes))
        return broken("the stored text is cut off");
    // Believed only so far: as much is made room for.
    const qint64 size = qFromBigEndian<quint32>(packed.constData() + (isMarked ? 1 : 0));
    if (size > most)
        return broken("the stored text claims to be too large");
    if (isMarked)
        return mark == Mark::Zlib ? inflated(packed, size) : expanded(packed, size);
    auto result = qUncompress(packed);
    if (result.size() != size)
        return broken("the stored text is damaged");
    return result;
}
