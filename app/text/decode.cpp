#include "text/decode.h"

#include "text/convert.h"
#include "text/detect.h"
#include "text/labels.h"
#include "text/limits.h"

namespace text {

namespace {

struct ByteOrderMark
{
    QByteArrayView bytes;
    QByteArrayView encoding;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr ByteOrderMark byteOrderMarks[] = {
    {.bytes = QByteArrayView("\xFF\xFE\x00\x00", 4), .encoding = "utf-32le"},
    {.bytes = QByteArrayView("\x00\x00\xFE\xFF", 4), .encoding = "utf-32be"},
    {.bytes = QByteArrayView("\xEF\xBB\xBF", 3), .encoding = "utf-8"},
    {.bytes = QByteArrayView("\xFF\xFE", 2), .encoding = "utf-16le"},
    {.bytes = QByteArrayView("\xFE\xFF", 2), .encoding = "utf-16be"},
};

struct Choice
{
    QByteArray encoding;
    qsizetype skipped = 0; // The byte order mark.
};

// UTF-8, also when it was cut off in the middle of a character or has a few stray bytes: in other
// encodings such sequences hardly ever come about.
bool isMostlyUtf8(const Utf8Check &check)
{
    if (check.sequences == 0)
        return check.badBytes == 0 && !check.cutOff;
    if (check.sequences >= 4 * check.badBytes
        || (check.badBytes <= 3 && check.sequences > check.badBytes))
        return true;
    // The letters and marks of Western writing are no words in any other encoding. Text of several
    // bytes a character has such sequences too, but many more that are none.
    return check.western >= 2 && check.badBytes <= 2 * check.western
        && 2 * check.western >= 3 * check.badPlaces;
}

// Legacy text that is declared to be something else shows it by bytes which that does not have.
bool fits(QByteArrayView bytes, const QByteArray &encoding)
{
    const auto start = firstNonAscii(bytes);
    const auto sample = bytes.sliced(start, qMin(limits::sampledBytes, bytes.size() - start));
    const auto converted = convert(sample, encoding);
    return converted.replaced * 50 <= converted.text.size() + 50;
}

Choice chooseEncoding(QByteArrayView bytes, const QByteArray &declared)
{
    for (const auto &mark : byteOrderMarks) {
        if (bytes.startsWith(mark.bytes))
            return {.encoding = mark.encoding.toByteArray(), .skipped = mark.bytes.size()};
    }
    if (const auto wide = wideEncoding(bytes); !wide.isEmpty())
        return {.encoding = wide};
    const auto start = firstNonAscii(bytes);
    const auto label = encodingOfLabel(declared);
    if (start == bytes.size()) {
        const bool escapes = label == "iso-2022-jp" || label == "hz-gb-2312"
            || detectEncoding(bytes) == "iso-2022-jp";
        return {.encoding = escapes ? (label.isEmpty() ? QByteArray("iso-2022-jp") : label)
                                    : QByteArray("utf-8")};
    }
    const auto looked = bytes.sliced(start, qMin(limits::sniffedBytes, bytes.size() - start));
    if (isMostlyUtf8(checkUtf8(looked)))
        return {.encoding = "utf-8"};
    const bool narrow = !label.startsWith("utf-");
    if (!label.isEmpty() && narrow && fits(looked, label))
        return {.encoding = label};
    return {.encoding = detectEncoding(looked)};
}

// Line ends to \n and NUL away, in place: most texts need nothing and are only looked at.
void tidy(QString &text)
{
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    if (!text.contains(u'\r') && !text.contains(QChar(u'\0')) && !text.contains(QChar(0x85)))
        return;
    auto *const begin = text.data();
    auto *to = begin;
    const auto *const end = begin + text.size();
    for (const auto *from = begin; from != end; ++from) {
        if (from->isNull())
            continue;
        if (*from == u'\r' && from + 1 != end && from[1] == u'\n')
            continue;
        *to++ = *from == u'\r' || *from == QChar(0x85) ? QChar(u'\n') : *from;
    }
    text.truncate(to - begin);
}

} // namespace

Decoded decode(const QByteArray &bytes, const QByteArray &declared)
{
    const auto choice = chooseEncoding(bytes, declared);
    auto converted = convert(QByteArrayView(bytes).sliced(choice.skipped), choice.encoding);
    tidy(converted.text);
    return {.text = std::move(converted.text),
            .charset = ianaName(choice.encoding),
            .replaced = converted.replaced};
}

bool looksBinary(const QByteArray &bytes)
{
    for (const auto &mark : byteOrderMarks) {
        if (bytes.startsWith(mark.bytes))
            return false;
    }
    const auto looked = QByteArrayView(bytes).first(qMin(bytes.size(), limits::sampledBytes));
    if (looked.isEmpty() || !wideEncoding(looked).isEmpty())
        return false;
    qsizetype zeros = 0;
    qsizetype controls = 0;
    for (const char byte : looked) {
        const auto value = static_cast<uchar>(byte);
        zeros += value == 0 ? 1 : 0;
        controls += value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f'
                && value != 0x1B && value != 0x08
            ? 1
            : 0;
    }
    // Noise has a control character in every tenth byte, text hardly one at all.
    return zeros * 100 > looked.size() || controls * 50 > looked.size();
}

} // namespace text
