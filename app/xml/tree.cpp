#include "xml/tree.h"

#include "xml/encoding.h"
#include "xml/limits.h"
#include "xml/reader.h"

using namespace Qt::StringLiterals;

namespace {

class Builder final : public xml::Events
{
public:
    void startElement(const xml::Name &name, xml::Attributes attributes) override
    {
        xml::Element element{.name = QString::fromUtf8(name.local)};
        for (const auto &attribute : attributes)
            element.attributes.append(
                {QString::fromUtf8(attribute.name.local), QString::fromUtf8(attribute.value)});
        m_open.append(std::move(element));
        ++m_count;
    }

    void endElement(const xml::Name & /*name*/) override
    {
        auto element = m_open.takeLast();
        element.text = QString::fromUtf8(m_texts.value(m_open.size()));
        m_texts.resize(m_open.size());
        if (m_open.isEmpty()) {
            m_root = std::move(element);
            m_isClosed = true;
        } else {
            m_open.last().children.append(std::move(element));
        }
    }

    void text(QByteArrayView utf8) override
    {
        m_texts.resize(m_open.size());
        m_texts.last().append(utf8.data(), utf8.size());
    }

    // What follows the root is no part of the document.
    [[nodiscard]] bool isDone() const override { return m_isClosed || isTooLarge(); }
    [[nodiscard]] bool isTooLarge() const { return m_count > xml::limits::treeElements; }

    xml::Element takeRoot()
    {
        while (!m_open.isEmpty())
            endElement({});
        return std::move(m_root);
    }

private:
    QList<xml::Element> m_open;
    QByteArrayList m_texts; // Of the open elements, as far as they have any.
    xml::Element m_root;
    int m_count = 0;
    bool m_isClosed = false;
};

void collect(const xml::Element &from, QStringView name, QList<xml::Element> &into)
{
    for (const auto &child : from.children) {
        if (child.name == name)
            into.append(child);
        collect(child, name, into);
    }
}

} // namespace

QString xml::Element::attribute(QStringView key) const
{
    for (const auto &[attributeName, value] : attributes) {
        if (attributeName == key)
            return value;
    }
    return {};
}

const xml::Element *xml::Element::child(QStringView childName) const
{
    for (const auto &each : children) {
        if (each.name == childName)
            return &each;
    }
    return nullptr;
}

QList<xml::Element> xml::Element::descendants(QStringView elementName) const
{
    QList<Element> found;
    collect(*this, elementName, found);
    return found;
}

xml::Tree xml::tree(const QByteArray &bytes)
{
    Builder builder;
    auto problem = read(inUtf8(bytes), builder);
    if (builder.isTooLarge())
        problem = u"its XML has more than %1 elements"_s.arg(limits::treeElements);
    return {.root = builder.takeRoot(), .problem = problem};
}
