#include "formats/xmltree.h"

#include "formats/limits.h"

using namespace Qt::StringLiterals;
using formats::XmlElement;

namespace {

class Builder final : public formats::XmlEvents
{
public:
    void startElement(const QString &name, const formats::XmlAttributes &attributes) override
    {
        m_open.append({.name = name, .attributes = attributes});
        ++m_count;
    }

    void endElement(const QString &) override
    {
        auto element = m_open.takeLast();
        element.text = QString::fromUtf8(m_texts.value(m_open.size()));
        m_texts.resize(m_open.size());
        if (m_open.isEmpty())
            m_root = std::move(element);
        else
            m_open.last().children.append(std::move(element));
    }

    void text(QByteArrayView utf8) override
    {
        if (m_open.isEmpty())
            return;
        m_texts.resize(m_open.size());
        m_texts.last().append(utf8.data(), utf8.size());
    }

    [[nodiscard]] bool isDone() const override { return m_count > formats::limits::xmlElements; }

    XmlElement takeRoot()
    {
        while (!m_open.isEmpty())
            endElement({});
        return std::move(m_root);
    }

private:
    QList<XmlElement> m_open;
    QByteArrayList m_texts; // Of the open elements, as far as they have any.
    XmlElement m_root;
    int m_count = 0;
};

void collect(const XmlElement &from, QStringView name, QList<XmlElement> &into)
{
    for (const auto &child : from.children) {
        if (child.name == name)
            into.append(child);
        collect(child, name, into);
    }
}

} // namespace

const XmlElement *XmlElement::child(QStringView childName) const
{
    for (const auto &each : children) {
        if (each.name == childName)
            return &each;
    }
    return nullptr;
}

QList<XmlElement> XmlElement::descendants(QStringView elementName) const
{
    QList<XmlElement> found;
    collect(*this, elementName, found);
    return found;
}

formats::XmlTree formats::xmlTree(const QByteArray &bytes)
{
    Builder builder;
    auto problem = readXml(bytes, builder);
    if (builder.isDone())
        problem = u"its XML has more than %1 elements"_s.arg(limits::xmlElements);
    return {.root = builder.takeRoot(), .problem = problem};
}
