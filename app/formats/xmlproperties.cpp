#include "formats/xmlproperties.h"

#include "formats/limits.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace formats {

namespace {

// A container that is open, with the names and values found so far.
struct Open
{
    qsizetype object = 0;
    QList<PropertyList::Value> names = {};
    QList<PropertyList::Value> values = {};
};

} // namespace

// Builds the list while the XML is read.
class XmlProperties::Builder
{
public:
    void start(QStringView element)
    {
        m_elements.append(element.toString());
        m_words.clear();
        if (element == "dict"_L1)
            m_open.append(Open{.object = add({.kind = Kind::Dictionary})});
        else if (element == "array"_L1)
            m_open.append(Open{.object = add({.kind = Kind::List})});
    }

    void text(QStringView words) { m_words += words; }

    void end()
    {
        const auto element = m_elements.takeLast();
        if (element == "dict"_L1 || element == "array"_L1)
            close();
        else if (element == "key"_L1)
            name();
        else if (element == "string"_L1)
            add({.kind = Kind::String, .bytes = m_words.toUtf8()});
        else if (element == "data"_L1)
            add({.kind = Kind::Data, .bytes = QByteArray::fromBase64(m_words.toLatin1())});
        else if (!m_open.isEmpty())
            add({});
        m_words.clear();
    }

    [[nodiscard]] bool isOpen() const { return !m_elements.isEmpty(); }
    [[nodiscard]] bool isTooLarge() const
    {
        return m_elements.size() > limits::propertyDepth
            || list.m_objects.size() > limits::propertyValues;
    }

    PropertyList list;

private:
    using Kind = PropertyList::Kind;

    PropertyList::Value add(PropertyList::Object object)
    {
        const auto value = list.m_objects.size();
        list.m_objects.append(std::move(object));
        if (!m_open.isEmpty())
            m_open.last().values.append(value);
        else if (list.m_root == PropertyList::none)
            list.m_root = value;
        return value;
    }

    void name()
    {
        if (m_open.isEmpty())
            return;
        // A name without a value has none.
        auto &[object, names, values] = m_open.last();
        names.resize(values.size());
        names.append(list.m_objects.size());
        list.m_objects.append({.kind = Kind::String, .bytes = m_words.toUtf8()});
    }

    void close()
    {
        const auto &[object, names, values] = m_open.last();
        auto &container = list.m_objects[object];
        const auto entries = qMin(names.size(), values.size());
        container.values = container.kind == Kind::Dictionary
            ? names.first(entries) + values.first(entries)
            : values;
        m_open.removeLast();
    }

    QStringList m_elements;
    QList<Open> m_open;
    QString m_words;
};

Result<PropertyList> XmlProperties::parse(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    // Text is given when something follows it: in a file that is cut there must be something.
    if (!bytes.trimmed().endsWith('>'))
        reader.addData("<"_ba);
    Builder builder;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD && reader.text().contains(u'['))
            return Error{Error::Kind::Malformed, u"its XML declares entities"_s};
        if (token == QXmlStreamReader::StartElement)
            builder.start(reader.name());
        else if (token == QXmlStreamReader::Characters)
            builder.text(reader.text());
        else if (token == QXmlStreamReader::EndElement)
            builder.end();
        if (builder.isTooLarge())
            return Error{Error::Kind::Malformed, u"too many values"_s};
    }
    builder.list.m_isWhole = !reader.hasError();
    while (builder.isOpen())
        builder.end();
    if (builder.list.m_root == PropertyList::none)
        return Error{Error::Kind::Malformed, reader.errorString()};
    return std::move(builder.list);
}

} // namespace formats
