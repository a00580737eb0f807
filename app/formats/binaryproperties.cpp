#include "formats/binaryproperties.h"

#include "formats/limits.h"

using namespace Qt::StringLiterals;

namespace formats {

namespace {

constexpr qsizetype markSize = 8; // "bplist00"
constexpr qsizetype trailerSize = 32;

struct Trailer
{
    quint64 placeSize; // Bytes of a place in the table.
    quint64 numberSize; // Bytes of an object's number.
    quint64 count; // Of objects.
    quint64 root; // Its number.
    quint64 table; // Where the table begins, and the objects end.
};

bool isNumberSize(quint64 size)
{
    return size == 1 || size == 2 || size == 4 || size == 8;
}

// Nothing when it does not fit the bytes.
std::optional<Trailer> trailerOf(const QByteArray &bytes)
{
    if (bytes.size() < markSize + trailerSize)
        return {};
    const auto end = QByteArrayView(bytes).last(trailerSize);
    const Trailer trailer{.placeSize = quint8(end[6]),
                          .numberSize = quint8(end[7]),
                          .count = bigEndianNumber(end.sliced(8, 8)),
                          .root = bigEndianNumber(end.sliced(16, 8)),
                          .table = bigEndianNumber(end.sliced(24, 8))};
    const auto room = quint64(bytes.size() - trailerSize);
    const auto fits = isNumberSize(trailer.placeSize) && isNumberSize(trailer.numberSize)
        && trailer.table >= markSize && trailer.table <= room
        && trailer.count <= (room - trailer.table) / trailer.placeSize
        && trailer.root < trailer.count && trailer.count <= quint64(limits::propertyValues);
    return fits ? std::optional(trailer) : std::nullopt;
}

// Where an object's content begins and how many units it has. The count is spelled out when it does
// not fit beside the kind.
struct Content
{
    qsizetype start;
    quint64 count;
};

std::optional<Content> contentAt(QByteArrayView objects, qsizetype at)
{
    const auto low = quint8(objects[at]) & 0x0f;
    if (low != 0x0f)
        return Content{at + 1, quint64(low)};
    if (at + 1 >= objects.size() || (quint8(objects[at + 1]) & 0xf0) != 0x10)
        return {};
    const auto width = qsizetype(1) << (quint8(objects[at + 1]) & 0x0f);
    if (width > 8 || at + 2 + width > objects.size())
        return {};
    return Content{at + 2 + width, bigEndianNumber(objects.sliced(at + 2, width))};
}

} // namespace

quint64 bigEndianNumber(QByteArrayView bytes)
{
    quint64 number = 0;
    for (const auto byte : bytes)
        number = (number << 8) | quint8(byte);
    return number;
}

std::optional<PropertyList::Object> BinaryProperties::objectAt(QByteArrayView objects,
                                                               quint64 place, int numberSize)
{
    using Kind = PropertyList::Kind;
    if (place < markSize || place >= quint64(objects.size()))
        return {};
    PropertyList::Object object;
    int unit = 0;
    switch (quint8(objects[qsizetype(place)]) >> 4) {
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
        return object;
    }
    const auto content = contentAt(objects, qsizetype(place));
    if (!content || content->count > quint64(objects.size() - content->start) / quint64(unit))
        return {};
    object.bytes = QByteArray::fromRawData(objects.data() + content->start,
                                           qsizetype(content->count) * unit);
    return object;
}

Result<PropertyList> BinaryProperties::parse(const QByteArray &bytes)
{
    const Error malformed{Error::Kind::Malformed, u"its table of contents is wrong or cut off"_s};
    const auto trailer = trailerOf(bytes);
    if (!trailer)
        return malformed;
    PropertyList list;
    list.m_bytes = bytes;
    list.m_root = PropertyList::Value(trailer->root);
    list.m_numberSize = int(trailer->numberSize);
    const auto objects = QByteArrayView(bytes).first(qsizetype(trailer->table));
    for (quint64 i = 0; i < trailer->count; ++i) {
        const auto entry = QByteArrayView(bytes).sliced(
            qsizetype(trailer->table + i * trailer->placeSize), qsizetype(trailer->placeSize));
        auto object = objectAt(objects, bigEndianNumber(entry), list.m_numberSize);
        if (!object)
            return malformed;
        list.m_objects.append(*std::move(object));
    }
    return list;
}

} // namespace formats
