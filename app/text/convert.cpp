#include "text/convert.h"

#include "text/labels.h"

#include <QStringDecoder>

#include <algorithm>
#include <cstring>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

namespace text {

namespace {

struct ConverterClose
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

void countReplacement(const void *context, UConverterToUnicodeArgs *arguments, const char *,
                      int32_t, UConverterCallbackReason reason, UErrorCode *error)
{
    if (reason > UCNV_IRREGULAR)
        return;
    ++*static_cast<int *>(const_cast<void *>(context));
    const UChar replacement = 0xFFFD;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

int countReplacements(const QString &text)
{
    return static_cast<int>(text.count(QChar(QChar::ReplacementCharacter)));
}

Converted convertUnicode(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    Converted result{.text = decoder(bytes)};
    if (decoder.hasError())
        result.replaced = countReplacements(result.text);
    return result;
}

// ICU writes straight into the string, which grows by what is left at the rate seen so far.
bool convertAll(UConverter *converter, QByteArrayView bytes, QString &text)
{
    const char *source = bytes.data();
    const char *const end = source + bytes.size();
    text.resize(bytes.size() + 16);
    qsizetype written = 0;
    for (;;) {
        auto *const begin = reinterpret_cast<UChar *>(text.data());
        UChar *target = begin + written;
        UErrorCode error = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, begin + text.size(), &source, end, nullptr, true,
                       &error);
        written = target - begin;
        if (error != U_BUFFER_OVERFLOW_ERROR) {
            text.truncate(written);
            return U_SUCCESS(error);
        }
        text.resize(text.size() + (end - source) + 1024);
    }
}

Converted convertWithIcu(QByteArrayView bytes, const QByteArray &encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    const Converter converter(ucnv_open(converterOf(encoding).constData(), &error));
    if (!converter)
        return convertUnicode(bytes, QStringConverter::Latin1);
    Converted result;
    error = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), countReplacement, &result.replaced, nullptr, nullptr,
                        &error);
    convertAll(converter.get(), bytes, result.text);
    return result;
}

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

// The length of the well-formed sequence at `at`, 0 when there is none.
qsizetype sequenceLength(const uchar *bytes, qsizetype at, qsizetype size)
{
    const auto lead = bytes[at];
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > size)
        return 0;
    const auto second = bytes[at + 1];
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
        return 0;
    for (qsizetype i = 1; i < length; ++i) {
        if (!isContinuation(bytes[at + i]))
            return 0;
    }
    return length;
}

// A sequence that would go on after the last byte.
bool isCutOff(const uchar *bytes, qsizetype at, qsizetype size)
{
    const auto lead = bytes[at];
    const qsizetype length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length <= size)
        return false;
    return std::all_of(bytes + at + 1, bytes + size, isContinuation);
}

} // namespace

qsizetype firstNonAscii(QByteArrayView bytes)
{
    constexpr quint64 highBits = 0x8080808080808080;
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & highBits) != 0)
            break;
    }
    while (at < bytes.size() && static_cast<uchar>(bytes[at]) < 0x80)
        ++at;
    return at;
}

// U+00A0 to U+017F, and U+2000 to U+20BF with its quotes, dashes and signs of money.
static bool isWestern(const uchar *sequence)
{
    return (sequence[0] == 0xC2 && sequence[1] >= 0xA0)
        || (sequence[0] >= 0xC3 && sequence[0] <= 0xC5)
        || (sequence[0] == 0xE2 && sequence[1] >= 0x80 && sequence[1] <= 0x82);
}

Utf8Check checkUtf8(QByteArrayView bytes)
{
    Utf8Check result;
    qsizetype badEnd = -1; // Of the run of bad bytes that was met last.
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (data[at] < 0x80) {
            at += firstNonAscii(bytes.sliced(at));
            continue;
        }
        if (isCutOff(data, at, bytes.size())) {
            result.cutOff = true;
            break;
        }
        const auto length = sequenceLength(data, at, bytes.size());
        if (length == 0) {
            ++result.badBytes;
            result.badPlaces += badEnd == at ? 0 : 1;
            badEnd = at + 1;
        } else {
            ++result.sequences;
            result.western += isWestern(data + at) ? 1 : 0;
        }
        at += qMax<qsizetype>(length, 1);
    }
    return result;
}

Converted convert(QByteArrayView bytes, const QByteArray &encoding)
{
    if (encoding == "utf-8")
        return convertUnicode(bytes, QStringConverter::Utf8);
    if (encoding == "utf-16le")
        return convertUnicode(bytes, QStringConverter::Utf16LE);
    if (encoding == "utf-16be")
        return convertUnicode(bytes, QStringConverter::Utf16BE);
    if (encoding == "utf-32le")
        return convertUnicode(bytes, QStringConverter::Utf32LE);
    if (encoding == "utf-32be")
        return convertUnicode(bytes, QStringConverter::Utf32BE);
    return convertWithIcu(bytes, encoding);
}

} // namespace text
