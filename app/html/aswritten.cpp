// Safe HTML in the shape its author gave it: Shape::AsWritten.

#include "html/attributes.h"
#include "html/escaping.h"
#include "html/gumbonodes.h"
#include "html/limits.h"
#include "html/mathml.h"
#include "html/sanitiser.h"
#include "html/svg.h"
#include "html/urls.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace html;

namespace {

// Elements that mean something to readers, whatever their age. Sorted.
constexpr std::array<std::string_view, 84> kept{
    "a",      "abbr",   "acronym", "address",  "area",       "article",    "aside",   "audio",
    "b",      "bdi",    "bdo",     "big",      "blockquote", "br",         "caption", "center",
    "cite",   "code",   "col",     "colgroup", "dd",         "del",        "details", "dfn",
    "dir",    "div",    "dl",      "dt",       "em",         "figcaption", "figure",  "font",
    "footer", "h1",     "h2",      "h3",       "h4",         "h5",         "h6",      "header",
    "hgroup", "hr",     "i",       "img",      "ins",        "kbd",        "legend",  "li",
    "main",   "map",    "mark",    "menu",     "nav",        "ol",         "p",       "picture",
    "pre",    "q",      "rp",      "rt",       "ruby",       "s",          "samp",    "section",
    "small",  "source", "span",    "strike",   "strong",     "sub",        "summary", "sup",
    "table",  "tbody",  "td",      "tfoot",    "th",         "thead",      "time",    "tr",
    "tt",     "u",      "ul",      "var"};

// Text in these is code, or replaced by what it describes. Sorted.
constexpr std::array<std::string_view, 9> left{
    "head", "math", "noembed", "noframes", "script", "style", "template", "textarea", "title"};

constexpr std::array<std::string_view, 7> voids{"area", "br", "col", "hr", "img", "source", "wbr"};

// Sorted. Addresses are looked at; what the others say can be nothing but words and numbers.
constexpr std::array<std::string_view, 28> attributes{
    "abbr",   "align", "alt",     "border", "cellpadding", "cellspacing", "cite",
    "color",  "cols",  "colspan", "coords", "datetime",    "dir",         "face",
    "height", "href",  "hspace",  "lang",   "longdesc",    "rowspan",     "scope",
    "shape",  "size",  "span",    "src",    "start",       "title",       "type"};
constexpr std::array<std::string_view, 5> moreAttributes{"valign", "value", "vspace", "width",
                                                         "reversed"};
constexpr std::array<std::string_view, 4> addresses{"cite", "href", "longdesc", "src"};

bool isIn(const auto &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

class Writer
{
public:
    explicit Writer(const Sanitising &how)
        : m_how(how)
    {
    }

    void write(const Node &root)
    {
        for (auto node = root; !node.isNull();) {
            const auto descends = enter(node) && !node.firstChild().isNull();
            node = descends ? node.firstChild() : after(node, root);
        }
    }

    QByteArray take() { return std::move(m_out); }

private:
    // True if what it holds is to be looked at as well.
    bool enter(const Node &node)
    {
        if (node.kind() == Node::Kind::Text) {
            appendEscaped(m_out, node.text().toUtf8());
            return false;
        }
        if (!node.isElement() || m_how.without.contains(node))
            return false;
        if (isDrawing(node) || isFormula(node)) {
            m_out += isDrawing(node) ? drawing(node) : formula(node);
            return false;
        }
        const auto &element = node.handle()->v.element;
        const std::string_view name(gumbo_normalized_tagname(element.tag));
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML || isIn(left, name))
            return false;
        if (!isIn(kept, name))
            return true;
        m_out += '<';
        m_out.append(name.data(), qsizetype(name.size()));
        writeAttributes(element);
        m_out += '>';
        if (isIn(voids, name))
            return false;
        m_open.push_back(node);
        // The parser drops a line end right after <pre>.
        if (name == "pre" && node.firstChild().text().startsWith(u'\n'))
            m_out += '\n';
        if (node.firstChild().isNull())
            close();
        return true;
    }

    void writeAttributes(const GumboElement &element)
    {
        for (unsigned at = 0; at < std::min(element.attributes.length, 64U); ++at) {
            const auto *attribute
                = static_cast<const GumboAttribute *>(element.attributes.data[at]);
            const std::string_view name(attribute->name);
            if (!isIn(attributes, name) && !isIn(moreAttributes, name))
                continue;
            QByteArray value(attribute->value);
            if (isIn(addresses, name)) {
                const auto schemes = name == "src" ? Schemes::Web : Schemes::Links;
                value = resolved(QString::fromUtf8(value), m_how.base, schemes).toEncoded();
                if (value.isEmpty())
                    continue;
            }
            appendAttribute(m_out, attribute->name, value);
        }
    }

    void close()
    {
        m_out += "</";
        m_out += gumbo_normalized_tagname(m_open.back().handle()->v.element.tag);
        m_out += '>';
        m_open.pop_back();
    }

    // The next node outside this one; closes what ends on the way.
    Node after(Node node, const Node &root)
    {
        for (;; node = node.parent()) {
            if (!m_open.empty() && m_open.back() == node)
                close();
            if (node == root)
                return {};
            if (const auto sibling = node.nextSibling(); !sibling.isNull())
                return sibling;
        }
    }

    const Sanitising &m_how;
    QByteArray m_out;
    std::vector<Node> m_open;
};

} // namespace

SafeHtml Sanitiser::asWritten(const QList<Node> &nodes, const Sanitising &how)
{
    Writer writer(how);
    for (const auto &node : nodes)
        writer.write(node);
    return SafeHtml(QString::fromUtf8(writer.take()));
}
