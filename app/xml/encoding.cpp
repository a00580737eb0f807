#include "xml/encoding.h"

#include "text/decode.h"
#include "text/detect.h"
#include "text/labels.h"

#include <QStringView>

#include <algorithm>
#include <cstring>

namespace {

constexpr qsizetype declarationBytes = 1024;

// The encoding an XML declaration names (XML §4.3.3), wherever junk put it.
QByteArray declaredInXml(QByteArrayView bytes)
{
    const auto head = bytes.first(std::min(bytes.size(), declarationBytes)).toByteArray();
    const auto begin = head.indexOf("<?xml");
    const auto end = head.indexOf("?>", begin);
    if (begin < 0 || end < 0)
        return {};
    const auto declaration = head.sliced(begin, end - begin);
    const auto name = declaration.indexOf("encoding");
    if (name < 0)
        return {};
    const auto open
        = std::min(size_t(declaration.indexOf('"', name)), size_t(declaration.indexOf('\'', name)));
    if (open >= size_t(declaration.size()))
        return {};
    const auto close = declaration.indexOf(declaration.at(qsizetype(open)), qsizetype(open) + 1);
    return close < 0 ? QByteArray()
                     : declaration.sliced(qsizetype(open) + 1, close - qsizetype(open) - 1);
}

bool hasByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE")
        || bytes.startsWith("\xFE\xFF") || bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4));
}

// What needs no look at the label: UTF-8, but for the encodings that are written in ASCII.
bool isPlainUtf8(QByteArrayView bytes, const QByteArray &encoding)
{
    const auto has = [bytes](char byte) {
        return std::memchr(bytes.data(), byte, size_t(bytes.size())) != nullptr;
    };
    if (bytes.isEmpty() || has('\0') || encoding == "hz-gb-2312" || has('\x1B'))
        return false;
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

} // namespace

QByteArray xml::inUtf8(const QByteArray &bytes, const QByteArray &declared)
{
    auto label = declared;
    if (text::encodingOfLabel(label).isEmpty())
        label = declaredInXml(bytes);
    if (!hasByteOrderMark(bytes) && isPlainUtf8(bytes, text::encodingOfLabel(label)))
        return bytes;
    return text::decode(bytes, label).text.toUtf8();
}
