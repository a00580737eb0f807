#include "html/mathml.h"

#include "html/sanitise.h"
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
    static const QSet<QString> names{u"mrow"_s,   u"mfrac"_s,         u"msqrt"_s,       u"mroot"_s,
                                     u"msub"_s,   u"msup"_s,          u"msubsup"_s,     u"munder"_s,
                                     u"mover"_s,  u"munderover"_s,    u"mtable"_s,      u"mtr"_s,
                                     u"mtd"_s,    u"mmultiscripts"_s, u"mprescripts"_s, u"none"_s,
                                     u"mspace"_s, u"mphantom"_s,      u"mpadded"_s,     u"mstyle"_s,
                                     u"merror"_s};
    return names;
}

// Other notations of the same formula, and what is no text at all.
const QSet<QString> &unseen()
{
    static const QSet<QString> names{u"annotation"_s, u"annotation-xml"_s, u"script"_s, u"style"_s,
                                     u"template"_s};
    return names;
}

enum class Value { OneOf, Length, Integer };

struct Attribute
{
    const char *name;
    QLatin1StringView elements; // Parted by spaces; empty for all.
    Value value = Value::OneOf;
    QLatin1StringView choices = {}; // Parted by spaces.
};

constexpr auto trueOrFalse = "true false"_L1;

// What changes the meaning (a binomial is a fraction without its line) or where signs stand, each
// for the elements MathML Core gives it to. Nothing that could move a sign out of its formula: no
// offsets, no negative lengths.
constexpr std::array attributes
    = {Attribute{"display", "math"_L1, Value::OneOf, "block inline"_L1},
       Attribute{"dir", {}, Value::OneOf, "ltr rtl"_L1},
       Attribute{"displaystyle", {}, Value::OneOf, trueOrFalse},
       Attribute{"scriptlevel", {}, Value::Integer},
       Attribute{"mathvariant",
                 {},
                 Value::OneOf,
                 "normal bold italic bold-italic double-struck script bold-script fraktur "
                 "bold-fraktur sans-serif bold-sans-serif sans-serif-italic "
                 "sans-serif-bold-italic monospace"_L1},
       Attribute{"linethickness", "mfrac"_L1, Value::Length},
       Attribute{"accent", "mover munderover"_L1, Value::OneOf, trueOrFalse},
       Attribute{"accentunder", "munder munderover"_L1, Value::OneOf, trueOrFalse},
       Attribute{"form", "mo"_L1, Value::OneOf, "prefix infix postfix"_L1},
       Attribute{"fence", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"separator", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"stretchy", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"symmetric", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"largeop", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"movablelimits", "mo"_L1, Value::OneOf, trueOrFalse},
       Attribute{"lspace", "mo"_L1, Value::Length},
       Attribute{"rspace", "mo"_L1, Value::Length},
       Attribute{"minsize", "mo"_L1, Value::Length},
       Attribute{"maxsize", "mo"_L1, Value::Length},
       Attribute{"width", "mspace"_L1, Value::Length},
       Attribute{"height", "mspace"_L1, Value::Length},
       Attribute{"depth", "mspace"_L1, Value::Length},
       Attribute{"columnspan", "mtd"_L1, Value::Integer},
       Attribute{"rowspan", "mtd"_L1, Value::Integer}};

bool isOneOf(QStringView word, QLatin1StringView words)
{
    const auto all = QString(words).split(u' ');
    return all.contains(word);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// A small number with a unit, not below zero: "0", "1.5em".
bool isLength(QStringView value)
{
    const auto isNumber = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    const auto end = std::ranges::find_if_not(value, isNumber) - value.begin();
    const auto number = value.first(end);
    const auto isSmall = !number.isEmpty() && number.size() <= 6 && number.count(u'.') <= 1
        && number.toDouble() < 100;
    return isSmall
        && (end == value.size() || isOneOf(value.sliced(end), "em ex px pt mm cm in % rem"_L1));
}

bool isSafe(const Attribute &attribute, const QString &value)
{
    switch (attribute.value) {
    case Value::OneOf:
        return isOneOf(value, attribute.choices);
    case Value::Length:
        return isLength(value);
    case Value::Integer: {
        const auto hasSign = value.startsWith(u'+') || value.startsWith(u'-');
        return value.size() <= 3 && isDigits(QStringView(value).sliced(hasSign ? 1 : 0));
    }
    }
    return false;
}

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
        const auto letters = text::simplified(escaped(text::simplified(words))).toUtf8();
        m_hasText = m_hasText || !letters.isEmpty();
        open(node, name);
        m_out += letters;
        close(name);
    }

    void open(const Node &node, const QString &name)
    {
        m_out += '<' + name.toLatin1();
        for (const auto &attribute : attributes) {
            if (!node.hasAttributes())
                break;
            const auto isIts = attribute.elements.isEmpty() || isOneOf(name, attribute.elements);
            if (!isIts || !node.hasAttribute(attribute.name))
                continue;
            const auto value = node.attribute(attribute.name).trimmed();
            if (isSafe(attribute, value))
                m_out += QByteArray(" ") + attribute.name + "=\"" + value.toLatin1() + '"';
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
