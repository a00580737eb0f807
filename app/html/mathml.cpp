#include "html/mathml.h"

#include "html/escaping.h"
#include "text/whitespace.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <gumbo.h>

using namespace Qt::StringLiterals;

namespace html {

namespace {

constexpr QLatin1StringView prefix("math:");
constexpr int deepest = 64;

// Hold text and nothing else.
const QSet<QString> &tokens()
{
    static const QSet<QString> names{u"mi"_s, u"mn"_s, u"mo"_s, u"ms"_s, u"mtext"_s};
    return names;
}

const QSet<QString> &places()
{
    static const QSet<QString> names{
        u"mrow"_s,   u"mfrac"_s,   u"msqrt"_s,    u"mroot"_s,         u"msub"_s,
        u"msup"_s,   u"msubsup"_s, u"munder"_s,   u"mover"_s,         u"munderover"_s,
        u"mtable"_s, u"mtr"_s,     u"mtd"_s,      u"mmultiscripts"_s, u"mprescripts"_s,
        u"none"_s,   u"mspace"_s,  u"mphantom"_s, u"mpadded"_s,       u"mstyle"_s};
    return names;
}

// Other notations of the same formula, and what is no text at all.
const QSet<QString> &unseen()
{
    static const QSet<QString> names{u"annotation"_s, u"annotation-xml"_s, u"script"_s, u"style"_s,
                                     u"template"_s};
    return names;
}

struct Attribute
{
    QLatin1StringView element;
    const char *name;
    QLatin1StringView value;
};

// What changes the meaning: a binomial is a fraction without its line.
constexpr std::array attributes
    = {Attribute{"math"_L1, "display", "block"_L1}, Attribute{"mi"_L1, "mathvariant", "normal"_L1},
       Attribute{"mfrac"_L1, "linethickness", "0"_L1}, Attribute{"mover"_L1, "accent", "true"_L1},
       Attribute{"munder"_L1, "accentunder", "true"_L1}};

QString bareName(const Node &node)
{
    auto name = node.name();
    return name.startsWith(prefix) ? name.mid(prefix.size()) : name;
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
        open(m_root, u"math"_s);
        for (auto node = m_root.firstChild(); !node.isNull();) {
            const auto descends = enter(node) && !node.firstChild().isNull();
            node = descends ? node.firstChild() : after(node);
        }
        m_out += "</math>";
        return m_hasText && m_depth <= deepest ? m_out : QByteArray();
    }

private:
    // True if what it holds is to be written as well.
    bool enter(const Node &node)
    {
        if (!node.isElement()) {
            // Words have no place outside a token, but are not lost for that.
            if (node.kind() == Node::Kind::Text && !node.text().trimmed().isEmpty())
                token(node, u"mtext"_s, node.text());
            return false;
        }
        const auto name = bareName(node);
        if (tokens().contains(name)) {
            token(node, name, textOf(node));
            return false;
        }
        if (unseen().contains(name))
            return false;
        if (!places().contains(name))
            return true;
        open(node, name);
        if (node.firstChild().isNull())
            close(name);
        else
            m_depth = std::max(m_depth, ++m_open);
        return true;
    }

    void token(const Node &node, const QString &name, const QString &words)
    {
        const auto utf8 = text::simplified(words).toUtf8();
        m_hasText = m_hasText || !utf8.isEmpty();
        open(node, name);
        appendEscaped(m_out, utf8);
        close(name);
    }

    void open(const Node &node, const QString &name)
    {
        m_out += '<' + name.toLatin1();
        for (const auto &attribute : attributes) {
            if (name == attribute.element && node.attribute(attribute.name) == attribute.value)
                m_out += QByteArray(" ") + attribute.name + "=\"" + attribute.value.data() + '"';
        }
        m_out += '>';
    }

    void close(const QString &name) { m_out += "</" + name.toLatin1() + '>'; }

    // The next node outside this one; closes what ends on the way.
    Node after(Node node)
    {
        for (; node != m_root; node = node.parent()) {
            const auto sibling = node.nextSibling();
            if (!sibling.isNull())
                return sibling;
            const auto parent = node.parent();
            if (parent != m_root && places().contains(bareName(parent))) {
                close(bareName(parent));
                --m_open;
            }
        }
        return {};
    }

    Node m_root;
    QByteArray m_out;
    int m_open = 0;
    int m_depth = 0;
    bool m_hasText = false;
};

} // namespace

bool isFormula(const Node &node)
{
    return node.isElement() && node.handle()->v.element.tag_namespace == GUMBO_NAMESPACE_MATHML
        && node.handle()->v.element.tag == GUMBO_TAG_MATH;
}

QByteArray formula(const Node &root)
{
    return Writer(root).write();
}

} // namespace html
