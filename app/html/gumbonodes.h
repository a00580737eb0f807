#pragma once

#include <QByteArray>
#include <QStringView>

#include <cstring>
#include <gumbo.h>

// Walking the parser's own tree; for the files of this part that need it to be quick.
namespace html {

inline const GumboVector *childrenOf(const GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
        return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return &node->v.element.children;
    default:
        return nullptr;
    }
}

// Null beyond the last.
inline const GumboNode *childAt(const GumboNode *parent, size_t index)
{
    const auto *children = childrenOf(parent);
    if (!children || index >= children->length)
        return nullptr;
    return static_cast<const GumboNode *>(children->data[index]);
}

inline const GumboNode *firstChild(const GumboNode *node)
{
    return childAt(node, 0);
}

inline const GumboNode *nextSibling(const GumboNode *node)
{
    return node->parent ? childAt(node->parent, node->index_within_parent + 1) : nullptr;
}

inline bool isElement(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

// GUMBO_TAG_UNKNOWN for names that are not the parser's own.
inline GumboTag tagNamed(QStringView name)
{
    const auto latin = name.toLatin1();
    return gumbo_tagn_enum(latin.constData(), unsigned(latin.size()));
}

// Null when the element has none of that name, which is lower case, as the parser writes all names
// (HTML §13.2.5.33); its own search does not count on that and takes four times as long.
inline const char *attributeValue(const GumboElement &element, const char *name)
{
    const auto &attributes = element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(attributes.data[i]);
        if (attribute->name[0] == name[0] && std::strcmp(attribute->name, name) == 0)
            return attribute->value;
    }
    return nullptr;
}

} // namespace html
