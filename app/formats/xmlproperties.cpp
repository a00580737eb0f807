#include "formats/xmlproperties.h"

#include "formats/limits.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A container that is open, with the names and values found so far.
struct Open
{
    qsizetype object = 0;
    QList<qsizetype> names = {};
    QList<qsizetype> values = {};
};

} // namespace

Result<formats::PropertyList> formats::XmlProperties::parse(const QByteArray &bytes)
{
    using Kind = PropertyList::Kind;
    QXmlStreamReader reader(bytes);
    PropertyList list;
    QList<Open> open;
    QString words;

    const auto add = [&](PropertyList::Object object) {
        const auto value = list.m_objects.size();
        list.m_objects.append(std::move(object));
        if (open.isEmpty())
            list.m_root = list.m_root == PropertyList::none ? value : list.m_root;
        else
            open.last().values.append(value);
        return value;
    };
    const auto close = [&] {
        auto &container = list.m_objects[open.last().object];
        auto &[object, names, values] = open.last();
        const auto entries = qMin(names.size(), values.size());
        container.values = container.kind == Kind::Dictionary
            ? names.first(entries) + values.first(entries)
            : values;
        open.removeLast();
    };
    const auto endElement = [&](QStringView name) {
        if (name == "dict"_L1 || name == "array"_L1) {
            close();
        } else if (name == "key"_L1 && !open.isEmpty()) {
            // A name without a value has none.
            open.last().names.resize(open.last().values.size());
            open.last().names.append(list.m_objects.size());
            list.m_objects.append({.kind = Kind::String, .bytes = words.toUtf8()});
        } else if (name == "string"_L1) {
            add({.kind = Kind::String, .bytes = words.toUtf8()});
        } else if (name == "data"_L1) {
            add({.kind = Kind::Data, .bytes = QByteArray::fromBase64(words.toLatin1())});
        } else if (name != "plist"_L1 && !open.isEmpty()) {
            add({});
        }
    };

    QStringList elements;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            if (reader.text().contains(u'['))
                return Error{Error::Kind::Malformed, u"its XML declares entities"_s};
            break;
        case QXmlStreamReader::StartElement:
            elements.append(reader.name().toString());
            words.clear();
            if (open.size() >= limits::propertyDepth)
                return Error{Error::Kind::Malformed, u"too many values in values"_s};
            if (reader.name() == "dict"_L1)
                open.append(Open{.object = add({.kind = Kind::Dictionary})});
            else if (reader.name() == "array"_L1)
                open.append(Open{.object = add({.kind = Kind::List})});
            break;
        case QXmlStreamReader::Characters:
            words += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            endElement(elements.takeLast());
            words.clear();
            break;
        default:
            break;
        }
    }
    list.m_isWhole = !reader.hasError();
    while (!elements.isEmpty()) {
        endElement(elements.takeLast());
        words.clear();
    }
    if (list.m_root == PropertyList::none)
        return Error{Error::Kind::Malformed, reader.errorString()};
    return list;
}
