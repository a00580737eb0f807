#include "xml/elements.h"

#include "xml/limits.h"

#include <algorithm>

namespace {

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

bool isSameName(QByteArrayView one, QByteArrayView other)
{
    return one.size() == other.size()
        && qstrnicmp(one.data(), one.size(), other.data(), other.size()) == 0;
}

} // namespace

namespace xml {

Elements::Elements(Events &events)
    : m_events(events)
{
    m_namespaces.push_back(
        {.prefix = interned("xml"), .space = interned("http://www.w3.org/XML/1998/namespace")});
}

// Words are copied: the same ones have the same pointers, whichever tag is read.
QByteArrayView Elements::interned(QByteArrayView word)
{
    if (const auto found = m_words.find(viewOf(word)); found != m_words.end())
        return found->second;
    // A document of nothing but names keeps its own.
    if (m_words.size() >= limits::names)
        return word;
    const auto copy = word.toByteArray();
    return m_words.emplace(viewOf(copy), copy).first->second;
}

Elements::Parts Elements::partsOf(QByteArrayView name)
{
    if (const auto found = m_parts.find(viewOf(name)); found != m_parts.end())
        return found->second;
    const auto colon = name.indexOf(':');
    const auto isPrefixed = colon > 0 && colon + 1 < name.size();
    const Parts parts{.prefix = isPrefixed ? interned(name.first(colon)) : QByteArrayView(),
                      .local = interned(isPrefixed ? name.sliced(colon + 1) : name)};
    if (m_parts.size() < limits::names)
        m_parts.emplace(viewOf(name), parts);
    return parts;
}

QByteArrayView Elements::spaceOf(QByteArrayView prefix) const
{
    const auto innermost
        = std::find_if(m_namespaces.rbegin(), m_namespaces.rend(), [prefix](const Declared &each) {
              return each.prefix.data() == prefix.data() || each.prefix == prefix;
          });
    return innermost == m_namespaces.rend() ? QByteArrayView() : innermost->space;
}

void Elements::begin(QByteArrayView name)
{
    m_name = name;
    m_attributes.clear();
    m_decoded.clear();
}

void Elements::add(QByteArrayView name, QByteArrayView value)
{
    if (m_attributes.size() >= limits::attributes)
        return;
    const auto parts = partsOf(name);
    m_attributes.push_back(
        {.name = {.local = parts.local, .prefix = parts.prefix}, .value = value});
}

void Elements::addDecoded(QByteArrayView name, const QByteArray &value)
{
    m_decoded.push_back(value);
    // The buffer that comes may be used again for the next.
    m_decoded.back().detach();
    add(name, m_decoded.back());
}

void Elements::declareNamespaces()
{
    for (const auto &attribute : m_attributes) {
        const auto &name = attribute.name;
        if (name.prefix == "xmlns")
            m_namespaces.push_back({.prefix = name.local, .space = interned(attribute.value)});
        else if (name.prefix.isEmpty() && name.local == "xmlns")
            m_namespaces.push_back({.prefix = {}, .space = interned(attribute.value)});
    }
}

void Elements::tellStart()
{
    m_wasRoot = true;
    if (m_open.size() >= limits::depth) {
        ++m_passedThrough;
        m_wereTooDeep = true;
        return;
    }
    Open open{.written = m_name, .namespaces = m_namespaces.size()};
    if (!m_attributes.empty())
        declareNamespaces();
    const auto parts = partsOf(m_name);
    open.name = {.local = parts.local, .prefix = parts.prefix, .space = spaceOf(parts.prefix)};
    for (auto &attribute : m_attributes) {
        if (!attribute.name.prefix.isEmpty())
            attribute.name.space = spaceOf(attribute.name.prefix);
    }
    m_open.push_back(open);
    m_events.startElement(open.name, m_attributes);
}

void Elements::endInnermost()
{
    if (m_passedThrough > 0) {
        --m_passedThrough;
        return;
    }
    if (m_open.empty())
        return;
    const auto open = m_open.back();
    m_open.pop_back();
    m_namespaces.resize(open.namespaces);
    m_events.endElement(open.name);
}

bool Elements::end(QByteArrayView name)
{
    if (m_passedThrough > 0) {
        --m_passedThrough;
        return true;
    }
    if (m_open.empty())
        return false;
    if (m_open.back().written == name) {
        endInnermost();
        return true;
    }
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [name](const Open &open) {
        return isSameName(open.written, name);
    });
    if (found != m_open.rend()) {
        for (auto left = found - m_open.rbegin(); left >= 0; --left)
            endInnermost();
    }
    return false;
}

void Elements::closeAll()
{
    m_passedThrough = 0;
    while (!m_open.empty())
        endInnermost();
}

QByteArray Elements::endTagOfInnermost() const
{
    return m_open.empty() ? QByteArray() : "</" + m_open.back().written.toByteArray();
}

} // namespace xml
