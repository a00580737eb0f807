#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace support {

// A value of a property list.
struct Property
{
    enum class Kind { String, WideString, Data, List, Dictionary };

    Kind kind = Kind::String;
    QByteArray bytes = {}; // Of a string, in ASCII, or of data.
    QList<std::pair<QByteArray, Property>> entries = {}; // Items of a list have no names.
};

// Apple's binary form, with numbers of two bytes, places of four.
class BinaryList
{
public:
    static QByteArray of(const Property &root)
    {
        BinaryList list;
        list.add(root);
        auto bytes = "bplist00" + QByteArray();
        QByteArray table;
        for (const auto &object : std::as_const(list.m_objects)) {
            table += high(quint64(bytes.size()), 4);
            bytes += object;
        }
        return bytes + table + QByteArray(6, '\0') + "\x04\x02"
            + high(quint64(list.m_objects.size()), 8) + high(0, 8) + high(quint64(bytes.size()), 8);
    }

    // The highest byte first.
    static QByteArray high(quint64 value, int width)
    {
        QByteArray bytes;
        while (width-- > 0)
            bytes.append(char(value >> (8 * width)));
        return bytes;
    }

private:
    static QByteArray marked(int kind, qsizetype count)
    {
        return QByteArray(1, char(kind | 0xf)) + '\x12' + high(quint64(count), 4);
    }

    qsizetype add(const Property &value)
    {
        const auto number = m_objects.size();
        m_objects.append(QByteArray());
        m_objects[number] = written(value);
        return number;
    }

    QByteArray written(const Property &value)
    {
        if (value.kind == Property::Kind::Data)
            return marked(0x40, value.bytes.size()) + value.bytes;
        if (value.kind == Property::Kind::String)
            return marked(0x50, value.bytes.size()) + value.bytes;
        if (value.kind == Property::Kind::WideString) {
            QByteArray wide;
            for (const auto letter : value.bytes)
                wide += QByteArray(1, '\0') + letter;
            return marked(0x60, value.bytes.size()) + wide;
        }
        QByteArray names;
        QByteArray values;
        for (const auto &[name, entry] : value.entries) {
            if (value.kind == Property::Kind::Dictionary)
                names += high(quint64(add({.bytes = name})), 2);
            values += high(quint64(add(entry)), 2);
        }
        const auto kind = value.kind == Property::Kind::Dictionary ? 0xd0 : 0xa0;
        return marked(kind, value.entries.size()) + names + values;
    }

    QList<QByteArray> m_objects;
};

// The form in XML, which has no place for what would have to be escaped.
inline QByteArray xmlValue(const Property &value)
{
    if (value.kind == Property::Kind::Data)
        return "<data>\n" + value.bytes.toBase64() + "\n</data>";
    if (value.kind == Property::Kind::String || value.kind == Property::Kind::WideString)
        return "<string>" + value.bytes + "</string>";
    const auto isDictionary = value.kind == Property::Kind::Dictionary;
    QByteArray inside;
    for (const auto &[name, entry] : value.entries)
        inside += (isDictionary ? "<key>" + name + "</key>" : QByteArray()) + xmlValue(entry);
    return isDictionary ? "<dict>" + inside + "</dict>" : "<array>" + inside + "</array>";
}

inline QByteArray xmlList(const Property &root)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
           " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n"
        + xmlValue(root) + "\n</plist>\n";
}

} // namespace support
