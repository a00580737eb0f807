#include "pdf/imagestreams.h"

#include <QByteArray>

#include <optional>

namespace {

// A dictionary before a stream is short; what is longer is no picture's.
constexpr qsizetype longestDictionary = 4096;
constexpr qsizetype mostStreams = 20'000;

// The number behind a name: "/Width 640".
std::optional<qint64> numberOf(QByteArrayView dictionary, QByteArrayView name)
{
    auto at = dictionary.indexOf(name);
    if (at < 0)
        return {};
    at += name.size();
    while (at < dictionary.size()
           && (dictionary[at] == ' ' || dictionary[at] == '\n' || dictionary[at] == '\r'
               || dictionary[at] == '\t'))
        ++at;
    auto end = at;
    while (end < dictionary.size() && dictionary[end] >= '0' && dictionary[end] <= '9')
        ++end;
    if (end == at || end - at > 9)
        return {};
    return dictionary.sliced(at, end - at).toByteArray().toLongLong();
}

struct FrameHeader
{
    qint64 width = 0;
    qint64 height = 0;
    int colours = 0;
};

int byteAt(QByteArrayView bytes, qsizetype at)
{
    return int(uchar(bytes[at]));
}

// The frame header of a JPEG (ITU-T T.81 §B.2.2).
std::optional<FrameHeader> frameHeader(QByteArrayView jpeg)
{
    if (!jpeg.startsWith("\xFF\xD8"))
        return {};
    for (qsizetype at = 2; at + 9 < jpeg.size() && byteAt(jpeg, at) == 0xFF;) {
        const auto marker = byteAt(jpeg, at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8
            && marker != 0xCC;
        if (frame)
            return FrameHeader{.width = byteAt(jpeg, at + 7) * 256 + byteAt(jpeg, at + 8),
                               .height = byteAt(jpeg, at + 5) * 256 + byteAt(jpeg, at + 6),
                               .colours = byteAt(jpeg, at + 9)};
        at += 2 + byteAt(jpeg, at + 2) * 256 + byteAt(jpeg, at + 3);
    }
    return {};
}

// The bytes of a stream whose length may stand in another object.
QByteArrayView streamBytes(QByteArrayView file, qsizetype start)
{
    auto at = start + qsizetype(sizeof("stream") - 1);
    if (at < file.size() && file[at] == '\r')
        ++at;
    if (at < file.size() && file[at] == '\n')
        ++at;
    auto end = file.indexOf("endstream", at);
    if (end < 0)
        return {};
    while (end > at && (file[end - 1] == '\n' || file[end - 1] == '\r'))
        --end;
    return file.sliced(at, end - at);
}

bool isPlainJpeg(QByteArrayView dictionary)
{
    static constexpr const char *spoiling[]
        = {"/SMask",       "/Mask",          "/Decode[",       "/Decode [",
           "/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode"};
    if (!dictionary.contains("/DCTDecode"))
        return false;
    for (const auto *name : spoiling) {
        if (dictionary.contains(QByteArrayView(name)))
            return false;
    }
    return true;
}

} // namespace

QList<pdf::ImageStream> pdf::imageStreams(QByteArrayView file)
{
    QList<ImageStream> found;
    for (auto at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
        if (at >= 3 && file.sliced(at - 3, 3) == QByteArrayView("end"))
            continue;
        const auto from = std::max<qsizetype>(0, at - longestDictionary);
        auto dictionary = file.sliced(from, at - from);
        if (const auto object = dictionary.lastIndexOf(" obj"); object >= 0)
            dictionary = dictionary.sliced(object);
        const auto width = numberOf(dictionary, "/Width");
        const auto height = numberOf(dictionary, "/Height");
        if (!width || !height || !dictionary.contains("/Image"))
            continue;
        ImageStream image{.width = *width, .height = *height};
        if (isPlainJpeg(dictionary)) {
            const auto bytes = streamBytes(file, at);
            const auto frame = frameHeader(bytes);
            if (frame && frame->width == image.width && frame->height == image.height
                && (frame->colours == 1 || frame->colours == 3))
                image.jpeg = bytes;
        }
        found.append(image);
        if (found.size() >= mostStreams)
            break;
    }
    return found;
}
