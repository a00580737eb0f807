#include "formats/gzip.h"

#include "formats/unpackingroom.h"

#include <array>
#include <memory>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

// What inflateInit2() takes for each format.
constexpr int gzipWindow = 15 + 16;
constexpr int zlibWindow = 15;
constexpr int bareWindow = -15;

struct Closing
{
    void operator()(z_stream *stream) const
    {
        inflateEnd(stream);
        delete stream;
    }
};
using Stream = std::unique_ptr<z_stream, Closing>;

Stream opened(const QByteArray &bytes, int window)
{
    auto stream = std::make_unique<z_stream>();
    *stream = {};
    // zlib does not write to what it reads, but says so only with ZLIB_CONST.
    stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream->avail_in = uInt(bytes.size());
    if (inflateInit2(stream.get(), window) != Z_OK)
        return {};
    return Stream(stream.release());
}

// Goes on to the next member of gzip, skipping what is none; false when there is none.
bool toNextMember(z_stream &stream)
{
    const auto rest = QByteArrayView(stream.next_in, qsizetype(stream.avail_in));
    const auto at = rest.indexOf("\x1f\x8b\x08");
    if (at < 0)
        return false;
    stream.next_in += at;
    stream.avail_in -= uInt(at);
    return inflateReset(&stream) == Z_OK;
}

Result<QByteArray> unpacked(const QByteArray &bytes, int window, qsizetype limit)
{
    const Error malformed{Error::Kind::Malformed, u"it cannot be unpacked"_s};
    const auto stream = opened(bytes, window);
    if (!stream)
        return malformed;
    QByteArray content;
    formats::UnpackingRoom room(bytes.size());
    std::array<char, 64 * 1024> block;
    while (content.size() < limit) {
        stream->next_out = reinterpret_cast<Bytef *>(block.data());
        stream->avail_out = uInt(block.size());
        const auto status = inflate(stream.get(), Z_NO_FLUSH);
        const auto got = qsizetype(block.size() - stream->avail_out);
        if (!room.take(got))
            return formats::UnpackingRoom::full();
        content.append(block.data(), got);
        if (status == Z_OK && got > 0)
            continue;
        // At the end of a member, at a fault, or at the end of the bytes.
        if (window != gzipWindow || !toNextMember(*stream))
            break;
    }
    if (content.isEmpty())
        return malformed;
    return content;
}

} // namespace

Result<QByteArray> formats::gunzipped(const QByteArray &bytes)
{
    return unpacked(bytes, gzipWindow, limits::unpackedBytes);
}

QByteArray formats::gunzippedStart(const QByteArray &bytes)
{
    const auto start = unpacked(bytes.left(limits::sampleBytes), gzipWindow, 1);
    return start ? *start : QByteArray();
}

Result<QByteArray> formats::inflated(const QByteArray &bytes)
{
    const auto isZlib = bytes.size() > 2 && (bytes.at(0) & 0x0f) == Z_DEFLATED
        && (quint8(bytes.at(0)) * 256 + quint8(bytes.at(1))) % 31 == 0;
    return unpacked(bytes, isZlib ? zlibWindow : bareWindow, limits::unpackedBytes);
}
