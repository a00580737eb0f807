#include "html/document.h"
#include "html/gumbonodes.h"

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// Zero is for what has no number: names that the parser does not know.
int numberOf(GumboTag tag)
{
    return tag == GUMBO_TAG_UNKNOWN ? 0 : int(tag) + 1;
}

} // namespace

static_assert(int(GUMBO_TAG_LAST) + 1 <= tagNumbers);

int html::tagNumber(QStringView name)
{
    return numberOf(tagNamed(name));
}

Node::Kind Node::kind() const
{
    if (!m_node)
        return Kind::None;
    switch (m_node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return Kind::Element;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        return Kind::Text;
    case GUMBO_NODE_COMMENT:
        return Kind::Comment;
    case GUMBO_NODE_DOCUMENT:
        break;
    }
    return Kind::None;
}

bool Node::isElement(QStringView name) const
{
    if (kind() != Kind::Element)
        return false;
    const auto &element = m_node->v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML || element.tag == GUMBO_TAG_UNKNOWN)
        return this->name() == name;
    return QLatin1StringView(gumbo_normalized_tagname(element.tag)) == name;
}

QString Node::name() const
{
    if (kind() != Kind::Element)
        return {};
    const auto &element = m_node->v.element;
    auto name = QString::fromLatin1(gumbo_normalized_tagname(element.tag));
    if (element.tag == GUMBO_TAG_UNKNOWN) {
        auto written = element.original_tag;
        gumbo_tag_from_original_text(&written);
        name = QString::fromUtf8(written.data, qsizetype(written.length)).toLower();
    }
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG && name != "svg"_L1)
        name.prepend("svg:"_L1);
    else if (element.tag_namespace == GUMBO_NAMESPACE_MATHML && name != "math"_L1)
        name.prepend("math:"_L1);
    return name;
}

QString Node::text() const
{
    const auto kind = this->kind();
    if (kind != Kind::Text && kind != Kind::Comment)
        return {};
    return QString::fromUtf8(m_node->v.text.text);
}

bool Node::hasAttributes() const
{
    return kind() == Kind::Element && m_node->v.element.attributes.length > 0;
}

bool Node::hasAttribute(const char *name) const
{
    return kind() == Kind::Element && attributeValue(m_node->v.element, name) != nullptr;
}

QString Node::attribute(const char *name) const
{
    if (kind() != Kind::Element)
        return {};
    const auto *value = attributeValue(m_node->v.element, name);
    return value ? QString::fromUtf8(value) : QString();
}

int Node::tagNumber() const
{
    if (kind() != Kind::Element)
        return 0;
    const auto &element = m_node->v.element;
    return element.tag_namespace == GUMBO_NAMESPACE_HTML ? numberOf(element.tag) : 0;
}

QByteArrayList Node::attributeNames() const
{
    QByteArrayList names;
    if (!isElement())
        return names;
    const auto &attributes = m_node->v.element.attributes;
    for (unsigned at = 0; at < attributes.length; ++at)
        names.append(static_cast<const GumboAttribute *>(attributes.data[at])->name);
    return names;
}

Node Node::parent() const
{
    // The document above <html> is no place anybody asks for.
    if (!m_node || !m_node->parent || m_node->parent->type == GUMBO_NODE_DOCUMENT)
        return {};
    return Node(m_node->parent);
}

Node Node::firstChild() const
{
    return m_node ? Node(html::firstChild(m_node)) : Node();
}

Node Node::nextSibling() const
{
    return m_node ? Node(html::nextSibling(m_node)) : Node();
}

Node Node::previousSibling() const
{
    if (!m_node || !m_node->parent || m_node->index_within_parent == 0)
        return {};
    return Node(childAt(m_node->parent, m_node->index_within_parent - 1));
}

QList<Node> Node::children() const
{
    QList<Node> children;
    for (auto child = firstChild(); !child.isNull(); child = child.nextSibling())
        children.append(child);
    return children;
}

QList<Node> Node::childElements() const
{
    QList<Node> children;
    for (auto child = firstChild(); !child.isNull(); child = child.nextSibling()) {
        if (child.isElement())
            children.append(child);
    }
    return children;
}

Node Node::next(const Node &root) const
{
    const auto child = firstChild();
    return child.isNull() ? nextOutside(root) : child;
}

Node Node::nextOutside(const Node &root) const
{
    for (auto node = *this; !node.isNull() && node != root; node = node.parent()) {
        const auto sibling = node.nextSibling();
        if (!sibling.isNull())
            return sibling;
    }
    return {};
}

QList<Node> Node::descendants(QStringView elementName) const
{
    QList<Node> found;
    for (auto node = next(*this); !node.isNull(); node = node.next(*this)) {
        if (node.isElement(elementName))
            found.append(node);
    }
    return found;
}

Node Node::firstDescendant(QStringView elementName) const
{
    for (auto node = next(*this); !node.isNull(); node = node.next(*this)) {
        if (node.isElement(elementName))
            return node;
    }
    return {};
}
