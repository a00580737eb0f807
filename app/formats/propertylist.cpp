#include "formats/propertylist.h"

#include "formats/binaryproperties.h"
#include "formats/limits.h"
#include "formats/xmlproperties.h"

#include <QStringDecoder>

Result<formats::PropertyList> formats::PropertyList::parse(const QByteArray &bytes)
{
    return bytes.startsWith("bplist") ? BinaryProperties::parse(bytes)
                                      : XmlProperties::parse(bytes);
}

const formats::PropertyList::Object *formats::PropertyList::object(Value value, Kind kind) const
{
    if (value < 0 || value >= m_objects.size() || m_objects.at(value).kind != kind)
        return nullptr;
    return &m_objects.at(value);
}

qsizetype formats::PropertyList::size(const Object &container) const
{
    return m_numberSize > 0 ? container.bytes.size() / m_numberSize : container.values.size();
}

formats::PropertyList::Value formats::PropertyList::valueAt(const Object &container,
                                                            qsizetype index) const
{
    if (m_numberSize == 0)
        return container.values.at(index);
    const auto number = bigEndianNumber(
        QByteArrayView(container.bytes).sliced(index * m_numberSize, m_numberSize));
    return number < quint64(m_objects.size()) ? Value(number) : none;
}

formats::PropertyList::Value formats::PropertyList::entry(Value dictionary,
                                                          const QByteArray &name) const
{
    const auto *found = object(dictionary, Kind::Dictionary);
    if (!found)
        return none;
    // Names stand before the values.
    const auto entries = size(*found) / 2;
    for (qsizetype i = 0; i < qMin(entries, limits::propertyKeys); ++i) {
        const auto *key = object(valueAt(*found, i), Kind::String);
        if (key && key->bytes == name)
            return valueAt(*found, entries + i);
    }
    return none;
}

QList<formats::PropertyList::Value> formats::PropertyList::items(Value list) const
{
    QList<Value> values;
    const auto *found = object(list, Kind::List);
    for (qsizetype i = 0; found && i < qMin(size(*found), limits::propertyItems); ++i)
        values.append(valueAt(*found, i));
    return values;
}

QString formats::PropertyList::string(Value value) const
{
    if (const auto *found = object(value, Kind::String))
        return QString::fromUtf8(found->bytes);
    if (const auto *found = object(value, Kind::WideString))
        return QStringDecoder(QStringDecoder::Utf16BE).decode(found->bytes);
    return {};
}

QByteArray formats::PropertyList::data(Value value) const
{
    const auto *found = object(value, Kind::Data);
    return found ? found->bytes : QByteArray();
}
