#include "html/svg.h"

#include "html/limits.h"
#include "html/sanitise.h"
#include "html/svgvalues.h"
#include "text/whitespace.h"

#include <gumbo.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace html {

namespace {

QByteArray bareName(const Node &node)
{
    auto name = node.name().toLatin1();
    return name.startsWith("svg:") ? name.sliced(4) : name;
}

bool isSvg(const Node &node)
{
    return node.isElement() && node.handle()->v.element.tag_namespace == GUMBO_NAMESPACE_SVG;
}

// By its own word: what a page puts beside its links and headings.
bool isDecoration(const Node &root)
{
    const auto role = root.attribute("role");
    return root.attribute("aria-hidden") == "true"_L1 || role == "presentation"_L1
        || role == "none"_L1 || root.hasAttribute("hidden");
}

class Writer
{
public:
    explicit Writer(const Node &root)
        : m_root(root)
    {
    }

    QByteArray write()
    {
        for (auto node = m_root; !node.isNull();) {
            const auto descends = enter(node) && !node.firstChild().isNull();
            node = descends ? node.firstChild() : after(node);
        }
        const auto isWithin = !m_tooDeep && m_out.size() <= limits::drawingBytes;
        return m_shows && isWithin ? m_out : QByteArray();
    }

private:
    struct Open
    {
        Node node;
        SvgElement element;
    };

    // True if what it holds is to be looked at as well.
    bool enter(const Node &node)
    {
        if (node.kind() == Node::Kind::Text) {
            letters(node.text());
            return false;
        }
        if (!isSvg(node) || m_tooDeep || m_out.size() > limits::drawingBytes
            || isUnseenInSvg(node.handle()->v.element))
            return false;
        const auto element = svgElement(bareName(node));
        if (element.part == SvgPart::Bare)
            return true;
        if (!fits(element.part))
            // Words in a place for none are not shown, but others may stand in them.
            return element.part != SvgPart::None && element.part != SvgPart::Words;
        if (element.part == SvgPart::Words) {
            words(node, element);
            return false;
        }
        m_shows = m_shows || element.part == SvgPart::Shape;
        m_out += QByteArray("<") + element.name
            + svgAttributes(node.handle()->v.element, element.part) + '>';
        m_open.push_back({node, element});
        m_tooDeep = m_open.size() > size_t(limits::drawingDepth);
        if (node.firstChild().isNull())
            close();
        return true;
    }

    [[nodiscard]] bool fits(SvgPart part) const
    {
        const auto parent = m_open.empty() ? SvgPart::None : m_open.back().element.part;
        switch (part) {
        case SvgPart::None:
            return false;
        case SvgPart::Drawing:
            return parent == SvgPart::None;
        case SvgPart::Stop:
            return parent == SvgPart::Gradient;
        case SvgPart::Span:
            return parent == SvgPart::Text || parent == SvgPart::Span;
        case SvgPart::Words:
            return parent != SvgPart::Stop;
        default:
            return parent == SvgPart::Drawing || parent == SvgPart::Group;
        }
    }

    void letters(const QString &text)
    {
        const auto parent = m_open.empty() ? SvgPart::None : m_open.back().element.part;
        if (parent != SvgPart::Text && parent != SvgPart::Span)
            return;
        const auto words = escaped(text);
        auto utf8 = text::simplified(words).toUtf8();
        const auto isBlank = utf8.isEmpty();
        m_shows = m_shows || !isBlank;
        if (!words.isEmpty() && words.front().isSpace() && !m_out.endsWith(' '))
            utf8.prepend(' ');
        if (!isBlank && words.back().isSpace())
            utf8.append(' ');
        m_out += utf8;
    }

    void words(const Node &node, const SvgElement &element)
    {
        const auto utf8 = text::simplified(escaped(textOf(node))).toUtf8();
        if (!utf8.isEmpty())
            m_out += QByteArray("<") + element.name + '>' + utf8 + "</" + element.name + '>';
    }

    void close()
    {
        m_out += QByteArray("</") + m_open.back().element.name + '>';
        m_open.pop_back();
    }

    // The next node outside this one; closes what ends on the way.
    Node after(Node node)
    {
        for (;; node = node.parent()) {
            if (!m_open.empty() && m_open.back().node == node)
                close();
            if (node == m_root)
                return {};
            if (const auto sibling = node.nextSibling(); !sibling.isNull())
                return sibling;
        }
    }

    Node m_root;
    QByteArray m_out;
    std::vector<Open> m_open;
    bool m_shows = false;
    bool m_tooDeep = false;
};

} // namespace

bool isDrawing(const Node &node)
{
    return isSvg(node) && node.handle()->v.element.tag == GUMBO_TAG_SVG;
}

QByteArray drawing(const Node &root)
{
    return isDecoration(root) ? QByteArray() : Writer(root).write();
}

} // namespace html
