#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace formats {

// A property list of Apple, binary or in XML, as far as web archives need it: dictionaries, lists,
// strings and data. Values are read when they are asked for and by their number, so that a list
// that holds itself, or one value many times, costs nothing.
class PropertyList
{
public:
    using Value = qsizetype;
    static constexpr Value none = -1;

    // Errors: Malformed. XML that declares entities is refused. XML that is cut gives what is
    // there; isWhole() tells.
    static Result<PropertyList> parse(const QByteArray &bytes);

    [[nodiscard]] Value root() const { return m_root; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    // What a dictionary has under the name; none when it has not or is no dictionary.
    [[nodiscard]] Value entry(Value dictionary, const QByteArray &name) const;
    // The items of a list, up to limits::propertyItems; empty for what is no list.
    [[nodiscard]] QList<Value> items(Value list) const;
    [[nodiscard]] QString string(Value value) const; // Empty for what is no string.
    // Empty for what is no data. May be a view of the bytes that were parsed.
    [[nodiscard]] QByteArray data(Value value) const;

private:
    friend class BinaryProperties;
    friend class XmlProperties;
    enum class Kind { Other, String, WideString, Data, List, Dictionary };
    struct Object
    {
        Kind kind = Kind::Other;
        QByteArray bytes = {}; // Of a string or data; of the numbers of a container's values.
        QList<Value> values = {}; // Of a container in XML.
    };

    [[nodiscard]] qsizetype size(const Object &container) const;
    [[nodiscard]] Value valueAt(const Object &container, qsizetype index) const;
    [[nodiscard]] const Object *object(Value value, Kind kind) const;

    QByteArray m_bytes;
    QList<Object> m_objects;
    Value m_root = none;
    int m_numberSize = 0; // Bytes of a value's number; 0 in XML.
    bool m_isWhole = true;
};

} // namespace formats
