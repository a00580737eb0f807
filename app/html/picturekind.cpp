#include "html/picturekind.h"

#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

int bigEndian(const QByteArray &bytes, qsizetype at, int width)
{
    if (at + width > bytes.size())
        return -1;
    const auto *from = bytes.constData() + at;
    if (width == 2)
        return qFromBigEndian<quint16>(from);
    const auto value = qFromBigEndian<quint32>(from);
    return value > INT_MAX ? INT_MAX : int(value);
}

int littleEndian16(const QByteArray &bytes, qsizetype at)
{
    return at + 2 > bytes.size() ? -1 : qFromLittleEndian<quint16>(bytes.constData() + at);
}

// The frame header among a JPEG's segments (ITU T.81 §B.2.2).
QSize jpegSize(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 9 < bytes.size() && static_cast<unsigned char>(bytes.at(at)) == 0xFF) {
        const auto marker = static_cast<unsigned char>(bytes.at(at + 1));
        const auto isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8
            && marker != 0xCC;
        if (isFrame)
            return {bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2)};
        const auto length = bigEndian(bytes, at + 2, 2);
        if (length < 2)
            break;
        at += 2 + length;
    }
    return {};
}

bool isAvif(const QByteArray &bytes)
{
    const auto brand = bytes.mid(8, 4);
    return bytes.mid(4, 4) == "ftyp" && (brand == "avif" || brand == "avis" || brand == "mif1");
}

} // namespace

PictureKind html::pictureKind(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return {u"image/png"_s, {bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4)}};
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return {u"image/jpeg"_s, jpegSize(bytes)};
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return {u"image/gif"_s, {littleEndian16(bytes, 6), littleEndian16(bytes, 8)}};
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return {u"image/webp"_s};
    if (isAvif(bytes))
        return {u"image/avif"_s};
    if (bytes.startsWith("BM") && bytes.size() > 26)
        return {u"image/bmp"_s};
    return {};
}
