#include "feeds/attributes.h"

#include <algorithm>

namespace {

bool is(const xml::Attribute &attribute, QByteArrayView name)
{
    const auto &[local, prefix, space] = attribute.name;
    return local.size() == name.size() && (prefix.isEmpty() || prefix == "rdf")
        && qstrnicmp(local.data(), local.size(), name.data(), name.size()) == 0;
}

} // namespace

QByteArrayView feeds::attribute(xml::Attributes attributes, QByteArrayView name)
{
    const auto found
        = std::ranges::find_if(attributes, [name](const auto &each) { return is(each, name); });
    return found == attributes.end() ? QByteArrayView() : found->value.trimmed();
}

QByteArray feeds::keyword(xml::Attributes attributes, QByteArrayView name)
{
    return attribute(attributes, name).toByteArray().toLower();
}

bool feeds::hasAttribute(xml::Attributes attributes, QByteArrayView name)
{
    return std::ranges::any_of(attributes, [name](const auto &each) { return is(each, name); });
}
