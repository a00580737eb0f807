#include "formats/inlinewriter.h"

#include "html/sanitise.h"
#include "text/whitespace.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::InlineWriter;
using html::Node;

namespace {

constexpr const char *keptAttributes[]
    = {"href", "id", "src", "alt", "title", "cite", "start", "colspan", "rowspan", "align"};

bool isVoid(const QString &name)
{
    return name == "br"_L1 || name == "img"_L1 || name == "hr"_L1;
}

bool isSilent(const Node &node)
{
    static const QStringList names = {u"script"_s, u"style"_s, u"template"_s, u"iframe"_s,
                                      u"title"_s,  u"svg"_s,   u"noscript"_s, u"textarea"_s};
    return node.kind() == Node::Kind::Comment || names.contains(node.name());
}

bool hasLetters(const QString &text)
{
    return std::ranges::any_of(text, [](QChar one) { return one.isLetterOrNumber(); });
}

bool partsWords(const QString &name)
{
    static const QStringList names
        = {u"p"_s,          u"li"_s,  u"br"_s, u"tr"_s, u"td"_s, u"th"_s, u"ul"_s, u"ol"_s,
           u"blockquote"_s, u"div"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"pre"_s};
    return names.contains(name);
}

} // namespace

void InlineWriter::writeText(const QString &text)
{
    m_html += html::escaped(text);
    m_text += text;
    m_marked += text;
    if (m_linkDepth > 0)
        m_links.last().title += text;
    if (!hasLetters(text))
        return;
    m_bareLetters = m_bareLetters || m_linkDepth == 0;
    m_emphasis = m_emphasis || m_emphasisDepth > 0;
    m_upright = m_upright || m_emphasisDepth == 0;
}

void InlineWriter::openElement(const Node &node)
{
    m_html += u'<' + node.name();
    for (const auto *name : keptAttributes) {
        if (node.hasAttribute(name))
            m_html += u" %1=\"%2\""_s.arg(QLatin1StringView(name),
                                          html::escaped(node.attribute(name)));
    }
    m_html += u'>';
}

void InlineWriter::write(const Node &node)
{
    if (isSilent(node))
        return;
    if (node.kind() == Node::Kind::Text) {
        writeText(node.text());
        return;
    }
    const auto name = node.name();
    // What leads to a note is no link to anything else.
    const bool link
        = name == "a"_L1 && node.hasAttribute("href") && !node.attribute("href").startsWith(u'#');
    const bool strong = name == "strong"_L1 || name == "b"_L1;
    const bool emphasis = name == "em"_L1 || name == "i"_L1;
    openElement(node);
    if (link)
        m_links.append({.title = {}, .url = QUrl(node.attribute("href"))});
    m_linkDepth += link;
    m_emphasisDepth += emphasis;
    m_marked += strong ? "**"_L1 : ""_L1;
    writeChildren(node);
    m_marked += strong ? "**"_L1 : ""_L1;
    m_emphasisDepth -= emphasis;
    m_linkDepth -= link;
    if (link)
        m_links.last().title = text::simplified(m_links.last().title);
    if (partsWords(name)) {
        m_text += u' ';
        m_marked += u' ';
    }
    if (!isVoid(name))
        m_html += "</"_L1 + name + u'>';
}

void InlineWriter::writeChildren(const Node &node)
{
    for (auto child = node.firstChild(); !child.isNull(); child = child.nextSibling())
        write(child);
}
