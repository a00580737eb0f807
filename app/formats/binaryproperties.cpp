#include "formats/binaryproperties.h"

#include "formats/limits.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype markSize = 8; // "bplist00"
constexpr qsizetype trailerSize = 32;

bool isNumberSize(quint64 size)
{
    return size == 1 || size == 2 || size == 4 || size == 8;
}

// A place among the objects, which end where the table begins.
struct Objects
{
    QByteArrayView bytes;

    // The object's content and the number of its units; the count is spelled out when it does not
    // fit beside the kind.
    struct Content
    {
        qsizetype start = 0;
        quint64 count = 0;
        bool isThere = false;
    };

    [[nodiscard]] Content contentAt(qsizetype at) const
    {
        const auto low = quint8(bytes[at]) & 0x0f;
        if (low != 0x0f)
            return {at + 1, quint64(low), true};
        if (at + 1 >= bytes.size() || (quint8(bytes[at + 1]) & 0xf0) != 0x10)
            return {};
        const auto width = qsizetype(1) << (quint8(bytes[at + 1]) & 0x0f);
        if (width > 8 || at + 2 + width > bytes.size())
            return {};
        return {at + 2 + width, formats::bigEndianNumber(bytes.sliced(at + 2, width)), true};
    }
};

} // namespace

quint64 formats::bigEndianNumber(QByteArrayView bytes)
{
    quint64 number = 0;
    for (const auto byte : bytes)
        number = (number << 8) | quint8(byte);
    return number;
}

Result<formats::PropertyList> formats::BinaryProperties::parse(const QByteArray &bytes)
{
    using Kind = PropertyList::Kind;
    const Error malformed{Error::Kind::Malformed, u"its table of contents is wrong or cut off"_s};
    if (bytes.size() < markSize + trailerSize)
        return malformed;
    const auto trailer = QByteArrayView(bytes).last(trailerSize);
    const auto offsetSize = quint64(quint8(trailer[6]));
    const auto numberSize = quint64(quint8(trailer[7]));
    const auto count = bigEndianNumber(trailer.sliced(8, 8));
    const auto root = bigEndianNumber(trailer.sliced(16, 8));
    const auto table = bigEndianNumber(trailer.sliced(24, 8));
    const auto room = quint64(bytes.size() - trailerSize);
    if (!isNumberSize(offsetSize) || !isNumberSize(numberSize) || table < markSize || table > room
        || count > (room - table) / offsetSize || root >= count)
        return malformed;

    PropertyList list;
    list.m_bytes = bytes;
    list.m_root = PropertyList::Value(root);
    list.m_numberSize = int(numberSize);
    const Objects objects{QByteArrayView(bytes).first(qsizetype(table))};
    for (quint64 i = 0; i < count; ++i) {
        const auto place = qsizetype(table + i * offsetSize);
        const auto at = bigEndianNumber(QByteArrayView(bytes).sliced(place, qsizetype(offsetSize)));
        if (at < markSize || at >= table)
            return malformed;
        quint64 unit = 0;
        PropertyList::Object object;
        switch (quint8(bytes.at(qsizetype(at))) >> 4) {
        case 0x4:
            object.kind = Kind::Data;
            unit = 1;
            break;
        case 0x5:
            object.kind = Kind::String;
            unit = 1;
            break;
        case 0x6:
            object.kind = Kind::WideString;
            unit = 2;
            break;
        case 0xa:
            object.kind = Kind::List;
            unit = numberSize;
            break;
        case 0xd:
            object.kind = Kind::Dictionary;
            unit = 2 * numberSize;
            break;
        default:
            break;
        }
        if (unit > 0) {
            const auto content = objects.contentAt(qsizetype(at));
            const auto left = table - quint64(content.start);
            if (!content.isThere || content.count > left / unit)
                return malformed;
            object.bytes = QByteArray::fromRawData(bytes.constData() + content.start,
                                                   qsizetype(content.count * unit));
        }
        list.m_objects.append(std::move(object));
    }
    return list;
}
