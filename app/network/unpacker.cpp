#include "network/unpacker.h"

#include <algorithm>

namespace network {

namespace {

constexpr qsizetype step = qsizetype{64} * 1024;

// Room for the next piece at the end of `bytes`: one byte more than may be, so that too much shows.
qsizetype makeRoom(QByteArray &bytes, qint64 limit)
{
    const auto room = std::min<qint64>(std::max(step, bytes.size() / 2), limit + 1 - bytes.size());
    bytes.resize(bytes.size() + room);
    return room;
}

} // namespace

Inflating::Inflating(Form form)
{
    constexpr int window = 15;
    constexpr int gzip = 16;
    const int bits = form == Form::Gzip ? window + gzip : form == Form::Zlib ? window : -window;
    m_made = inflateInit2(&m_stream, bits) == Z_OK;
}

Inflating::~Inflating()
{
    if (m_made)
        inflateEnd(&m_stream);
}

Body::Unpacker::State Inflating::take(QByteArrayView piece, QByteArray &bytes, qint64 limit)
{
    if (!m_made)
        return State::Broken;
    // zlib never writes to it.
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
    m_stream.avail_in = uInt(piece.size());

    bool filled = false;
    while (m_stream.avail_in > 0 || filled) {
        if (m_ended) {
            // Behind a whole body only another one counts; what else servers append does not.
            if (m_stream.avail_in == 0 || *m_stream.next_in != 0x1f)
                return State::Going;
            inflateReset(&m_stream);
            m_ended = false;
        }
        const auto size = bytes.size();
        const auto room = makeRoom(bytes, limit);
        m_stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + size);
        m_stream.avail_out = uInt(room);
        const int answer = inflate(&m_stream, Z_NO_FLUSH);
        filled = m_stream.avail_out == 0;
        bytes.resize(size + room - qsizetype(m_stream.avail_out));
        if (bytes.size() > limit)
            return State::Full;
        m_ended = answer == Z_STREAM_END;
        if (answer == Z_BUF_ERROR)
            break;
        if (answer != Z_OK && answer != Z_STREAM_END)
            return State::Broken;
    }
    return State::Going;
}

Brotli::Brotli()
    : m_state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance)
{
}

Body::Unpacker::State Brotli::take(QByteArrayView piece, QByteArray &bytes, qint64 limit)
{
    if (!m_state)
        return State::Broken;
    auto left = size_t(piece.size());
    auto *next = reinterpret_cast<const quint8 *>(piece.data());
    while (!m_ended) {
        const auto size = bytes.size();
        auto room = size_t(makeRoom(bytes, limit));
        const auto all = room;
        auto *out = reinterpret_cast<quint8 *>(bytes.data() + size);
        const auto answer
            = BrotliDecoderDecompressStream(m_state.get(), &left, &next, &room, &out, nullptr);
        bytes.resize(size + qsizetype(all - room));
        if (bytes.size() > limit)
            return State::Full;
        if (answer == BROTLI_DECODER_RESULT_ERROR)
            return State::Broken;
        m_ended = answer == BROTLI_DECODER_RESULT_SUCCESS;
        if (answer == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
            break;
    }
    return State::Going;
}

} // namespace network
