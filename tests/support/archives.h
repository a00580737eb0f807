#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <utility>

namespace support {

// Of ISO 3309, as PNG, gzip and ZIP use it.
inline quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const auto byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320 : 0);
    }
    return ~crc;
}

// The lowest byte first.
inline QByteArray number(quint64 value, int width)
{
    QByteArray bytes;
    for (int i = 0; i < width; ++i)
        bytes.append(char(value >> (8 * i)));
    return bytes;
}

// RFC 1951: what qCompress() puts between a length, zlib's header and a sum.
inline QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes).sliced(6).chopped(4);
}

// RFC 1952.
inline QByteArray gzipped(const QByteArray &bytes)
{
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + deflated(bytes)
        + number(crc32(bytes), 4) + number(quint64(bytes.size()), 4);
}

// A ZIP archive of files that are not packed (APPNOTE.TXT §4.3). Places in it are counted from
// `start`.
inline QByteArray zipped(const QList<std::pair<QByteArray, QByteArray>> &files, qsizetype start = 0)
{
    QByteArray archive;
    QByteArray list;
    for (const auto &[name, content] : files) {
        const auto size = number(quint64(content.size()), 4);
        // Version 2.0, names in UTF-8, stored, at midnight of the first day there is.
        const auto common = number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2)
            + number(0x21, 2) + number(crc32(content), 4) + size + size
            + number(quint64(name.size()), 2) + number(0, 2);
        list += "PK\x01\x02" + number(20, 2) + common + QByteArray(10, '\0')
            + number(quint64(start + archive.size()), 4) + name;
        archive += "PK\x03\x04" + common + name + content;
    }
    const auto count = number(quint64(files.size()), 2);
    return archive + list + QByteArray("PK\x05\x06\0\0\0\0", 8) + count + count
        + number(quint64(list.size()), 4) + number(quint64(start + archive.size()), 4)
        + number(0, 2);
}

// A record of a WARC file.
inline QByteArray warcRecord(const QByteArray &type, const QByteArray &target,
                             const QByteArray &block,
                             const QByteArray &contentType = "application/http;msgtype=response")
{
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
        + "\r\nWARC-Date: 2025-03-04T10:00:00Z\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(block.size()) + "\r\n\r\n" + block
        + "\r\n\r\n";
}

// An answer of a server.
inline QByteArray httpAnswer(const QByteArray &body, const QByteArray &fields,
                             const QByteArray &status = "200 OK")
{
    return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n\r\n" + body;
}

} // namespace support
