#pragma once

#include <QByteArray>
#include <QtEndian>

namespace support {

// A PNG of this size (PNG specification, §5 and §11), made without Qt Gui: what stands in its
// header after the size, and its packed pixels.
inline QByteArray pngOf(quint32 width, quint32 height, const QByteArray &kind,
                        const QByteArray &pixels)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const auto chunk = [&](const QByteArray &typed) {
        quint32 crc = 0xffffffff;
        for (const auto byte : typed) {
            crc ^= quint8(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320 : 0);
        }
        return number(quint32(typed.size() - 4)) + typed + number(~crc);
    };
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
        + chunk("IHDR" + number(width) + number(height) + kind) + chunk("IDAT" + pixels)
        + chunk("IEND");
}

// A grey one.
inline QByteArray png(quint32 width, quint32 height)
{
    const auto row = QByteArray(1, '\0') + QByteArray(qsizetype(width), '\x7f');
    // qCompress() puts four bytes of length before the zlib stream.
    const auto pixels = qCompress(row.repeated(qsizetype(height))).mid(4);
    return pngOf(width, height, QByteArray("\x08\0\0\0\0", 5), pixels);
}

// One that says it is this large and holds nothing.
inline QByteArray hollowPng(quint32 width, quint32 height)
{
    return pngOf(width, height, QByteArray("\x08\x02\0\0\0", 5),
                 qCompress(QByteArray(64, '\0')).mid(4));
}

} // namespace support
