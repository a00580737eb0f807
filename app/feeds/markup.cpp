#include "feeds/markup.h"

#include "feeds/values.h"
#include "feeds/vocabulary.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace feeds::markup {

namespace {

// HTML §13.1.2: elements that have no end tag.
constexpr std::array<std::string_view, 13> voidElements{"area",   "base",  "br",    "col",  "embed",
                                                        "hr",     "img",   "input", "link", "meta",
                                                        "source", "track", "wbr"};

constexpr std::array<std::string_view, 4> addresses{"href", "src", "poster", "cite"};

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

bool isIn(const auto &names, QByteArrayView name)
{
    return std::ranges::find(names, viewOf(name)) != names.end();
}

void append(QByteArrayView bytes, QByteArray &to)
{
    to.append(bytes.data(), bytes.size());
}

// Elements of HTML, SVG and MathML need no prefix in HTML; others keep theirs, and mean nothing.
void appendName(const xml::Name &name, QByteArray &to)
{
    if (!name.prefix.isEmpty()) {
        const auto space = Vocabulary::spaceOf(name);
        if (space != Space::Html && space != Space::Graphics) {
            append(name.prefix, to);
            to.append(':');
        }
    }
    append(name.local, to);
}

void appendAttributeName(const xml::Name &name, QByteArray &to)
{
    if (!name.prefix.isEmpty() && name.prefix != "xml") {
        append(name.prefix, to);
        to.append(':');
    }
    append(name.local, to);
}

} // namespace

void appendEscaped(QByteArrayView text, QByteArray &to)
{
    for (const char c : text) {
        if (c == '&')
            to.append("&amp;");
        else if (c == '<')
            to.append("&lt;");
        else if (c == '>')
            to.append("&gt;");
        else if (c == '"')
            to.append("&quot;");
        else
            to.append(c);
    }
}

void escapeFrom(qsizetype start, QByteArray &text)
{
    const auto plain = text.sliced(start);
    text.truncate(start);
    appendEscaped(plain, text);
}

void appendStartTag(const xml::Name &name, xml::Attributes attributes, const QUrl &base,
                    QByteArray &to)
{
    to.append('<');
    appendName(name, to);
    for (const auto &[attributeName, value] : attributes) {
        if (attributeName.prefix == "xmlns" || attributeName.local == "xmlns"
            || (attributeName.prefix == "xml" && attributeName.local == "base"))
            continue;
        to.append(' ');
        appendAttributeName(attributeName, to);
        to.append("=\"");
        const auto absolute = !base.isEmpty() && isIn(addresses, attributeName.local)
            ? address(value, base).toEncoded()
            : QByteArray();
        appendEscaped(absolute.isEmpty() ? value : QByteArrayView(absolute), to);
        to.append('"');
    }
    to.append('>');
}

void appendEndTag(const xml::Name &name, QByteArray &to)
{
    if (isIn(voidElements, name.local))
        return;
    to.append("</");
    appendName(name, to);
    to.append('>');
}

} // namespace feeds::markup
