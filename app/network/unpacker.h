#pragma once

#include "network/body.h"

#include <brotli/decode.h>
#include <memory>
#include <zlib.h>

namespace network {

// One way of packing.
class Body::Unpacker
{
public:
    enum class State { Going, Broken, Full };

    virtual ~Unpacker() = default;
    // Appends what is in `piece` to `bytes`, up to the limit.
    virtual State take(QByteArrayView piece, QByteArray &bytes, qint64 limit) = 0;
    [[nodiscard]] virtual bool ended() const = 0;
};

// gzip (RFC 1952), also several one after the other, zlib (RFC 1950) and bare deflate (RFC 1951).
class Inflating final : public Body::Unpacker
{
public:
    enum class Form { Gzip, Zlib, Bare };

    explicit Inflating(Form form);
    ~Inflating() override;
    Inflating(const Inflating &) = delete;
    Inflating &operator=(const Inflating &) = delete;

    State take(QByteArrayView piece, QByteArray &bytes, qint64 limit) override;
    [[nodiscard]] bool ended() const override { return m_ended; }

private:
    z_stream m_stream = {};
    bool m_made = false;
    bool m_ended = false;
};

// Brotli (RFC 7932).
class Brotli final : public Body::Unpacker
{
public:
    Brotli();

    State take(QByteArrayView piece, QByteArray &bytes, qint64 limit) override;
    [[nodiscard]] bool ended() const override { return m_ended; }

private:
    bool m_ended = false;
    std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> m_state;
};

} // namespace network
