#pragma once

#include "html/document.h"
#include "model/safehtml.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QUrl>

#include <gumbo.h>

// What SafeHtml may hold, written down a second time and independently of the sanitiser's tables.
namespace allowed {

using namespace Qt::StringLiterals;

inline const QSet<QString> elements
    = {u"p"_s,          u"h1"_s,         u"h2"_s,      u"h3"_s,       u"h4"_s,      u"h5"_s,
       u"h6"_s,         u"ul"_s,         u"ol"_s,      u"li"_s,       u"dl"_s,      u"dt"_s,
       u"dd"_s,         u"blockquote"_s, u"q"_s,       u"cite"_s,     u"pre"_s,     u"code"_s,
       u"kbd"_s,        u"samp"_s,       u"var"_s,     u"em"_s,       u"strong"_s,  u"b"_s,
       u"i"_s,          u"u"_s,          u"s"_s,       u"del"_s,      u"ins"_s,     u"mark"_s,
       u"small"_s,      u"sub"_s,        u"sup"_s,     u"abbr"_s,     u"dfn"_s,     u"time"_s,
       u"br"_s,         u"hr"_s,         u"wbr"_s,     u"a"_s,        u"img"_s,     u"figure"_s,
       u"figcaption"_s, u"table"_s,      u"thead"_s,   u"tbody"_s,    u"tfoot"_s,   u"tr"_s,
       u"td"_s,         u"th"_s,         u"caption"_s, u"colgroup"_s, u"col"_s,     u"ruby"_s,
       u"rt"_s,         u"rp"_s,         u"bdi"_s,     u"bdo"_s,      u"details"_s, u"summary"_s,
       u"aside"_s,      u"div"_s,        u"span"_s};

// Of a formula; in the tree they have the prefix "math:", which keeps them apart from the others.
inline const QSet<QString> formulas = {u"math"_s,
                                       u"mi"_s,
                                       u"mn"_s,
                                       u"mo"_s,
                                       u"ms"_s,
                                       u"mtext"_s,
                                       u"mrow"_s,
                                       u"mfrac"_s,
                                       u"msqrt"_s,
                                       u"mroot"_s,
                                       u"msub"_s,
                                       u"msup"_s,
                                       u"mtr"_s,
                                       u"munder"_s,
                                       u"mover"_s,
                                       u"munderover"_s,
                                       u"mtable"_s,
                                       u"msubsup"_s,
                                       u"mtd"_s,
                                       u"none"_s,
                                       u"mspace"_s,
                                       u"mprescripts"_s,
                                       u"mmultiscripts"_s,
                                       u"mphantom"_s,
                                       u"mpadded"_s,
                                       u"mstyle"_s,
                                       u"merror"_s};

// With their values.
inline const QRegularExpression formulaAttributes(
    u"^(display|dir|displaystyle|scriptlevel|mathvariant|linethickness|accent|accentunder|form|"
    "fence|separator|stretchy|symmetric|largeop|movablelimits|lspace|rspace|minsize|maxsize|width|"
    "height|depth|columnspan|rowspan)=([+-]?[0-9]+|[a-z0-9.%][a-z0-9.%-]*)$"_s);

// Of a drawing; "svg:" in the tree.
inline const QRegularExpression drawings(
    u"^(svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|lineargradient|radialgradient|"
    "stop|text|tspan|title|desc)$"_s);

// With their values: a paint may name a gradient, and nothing else leads anywhere.
inline const QRegularExpression drawingAttributes(
    u"^((version|baseProfile|viewBox|width|height|x|y|dx|dy|rotate|textLength|[xy][12]|c[xy]|f[xy]|"
    u"r[xy]?|points|"
    "pathLength|d|offset|(stop|fill|stroke)-opacity|opacity|stroke-(width|dasharray|dashoffset|"
    "miterlimit)|font-size)=[0-9a-zA-Z+,.%\\s-]*"
    "|(transform|gradientTransform)=((translate|scale|rotate|skewX|skewY|matrix)\\s*"
    "\\([0-9a-z+,.%\\s-]*\\)[\\s,]*)*"
    "|(fill|stroke|color|stop-color)=(url\\(#user-content-[^()'\"\\s;]+\\)( |$))?"
    "(#?[0-9a-zA-Z]*|(rgb|hsl)a?\\([0-9a-z.,%/\\s]*\\))"
    "|(preserveAspectRatio|gradientUnits|spreadMethod|fill-rule|stroke-line(cap|join)|"
    "vector-effect|font-(style|weight)|text-anchor|dominant-baseline|text-decoration)=[a-zA-Z0-9-]+"
    "|font-family=[a-zA-Z0-9 ,'-]+|aria-label=.*|(id=|href=#)user-content-[^()'\"\\s;]+)$"_s,
    QRegularExpression::DotMatchesEverythingOption);

inline bool isKnown(const html::Node &node)
{
    auto name = node.name();
    switch (node.handle()->v.element.tag_namespace) {
    case GUMBO_NAMESPACE_MATHML:
        return formulas.contains(name.remove(u"math:"_s));
    case GUMBO_NAMESPACE_SVG:
        return drawings.match(name.remove(u"svg:"_s)).hasMatch();
    default:
        return elements.contains(name);
    }
}

inline const QSet<QString> attributes
    = {u"href"_s, u"title"_s,   u"src"_s,      u"alt"_s,   u"width"_s,    u"height"_s, u"lang"_s,
       u"dir"_s,  u"class"_s,   u"datetime"_s, u"start"_s, u"reversed"_s, u"value"_s,  u"type"_s,
       u"open"_s, u"colspan"_s, u"rowspan"_s,  u"scope"_s, u"span"_s,     u"id"_s,     u"align"_s};

inline const QSet<QString> classes = {u"related"_s, u"caption"_s,    u"credit"_s,   u"pullquote"_s,
                                      u"embed"_s,   u"standfirst"_s, u"footnote"_s, u"missing"_s};

inline bool isAddress(const QString &name, const QString &value)
{
    if (name == "href"_L1 && value.startsWith("#user-content-"_L1))
        return true;
    const auto scheme = QUrl(value, QUrl::StrictMode).scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "broadsheet-media"_L1)
        return true;
    return name == "href"_L1 && (scheme == "mailto"_L1 || scheme == "broadsheet"_L1);
}

// What is wrong with an attribute; empty when nothing is.
inline QString wrongIn(const html::Node &node, const GumboAttribute &attribute)
{
    const auto name = QString::fromUtf8(attribute.name);
    const auto value = QString::fromUtf8(attribute.value);
    const auto both = name + u'=' + value;
    const auto space = node.handle()->v.element.tag_namespace;
    if (space == GUMBO_NAMESPACE_MATHML)
        return formulaAttributes.match(both).hasMatch() ? QString() : both;
    if (space == GUMBO_NAMESPACE_SVG) {
        const auto moves = node.isElement(u"svg") && name == "transform"_L1;
        return !moves && drawingAttributes.match(both).hasMatch() ? QString() : both;
    }
    if (!attributes.contains(name))
        return u"attribute %1"_s.arg(name);
    if ((name == "href"_L1 || name == "src"_L1) && !isAddress(name, value))
        return u"address %1"_s.arg(value);
    if (name == "id"_L1 && !value.startsWith("user-content-"_L1))
        return u"name %1"_s.arg(value);
    if (name == "align"_L1 && value != "left"_L1 && value != "center"_L1 && value != "right"_L1)
        return both;
    const auto words = name == "class"_L1 ? value.split(u' ') : QStringList();
    for (const auto &word : words) {
        if (!classes.contains(word))
            return u"class %1"_s.arg(word);
    }
    return {};
}

// The first thing in a fragment that has no place in SafeHtml, found in its tree as a browser would
// build it; empty when there is none.
inline QString wrongIn(const SafeHtml &safe)
{
    const auto document = html::Document::parse("<!DOCTYPE html><body>" + safe.toString().toUtf8());
    if (!document)
        return u"it cannot be parsed"_s;
    const auto body = document->body();
    for (auto node = body.next(body); !node.isNull(); node = node.next(body)) {
        if (node.kind() == html::Node::Kind::Comment)
            return u"a comment"_s;
        if (!node.isElement())
            continue;
        if (!isKnown(node))
            return u"element %1"_s.arg(node.name());
        const auto &list = node.handle()->v.element.attributes;
        for (unsigned i = 0; i < list.length; ++i) {
            const auto &attribute = *static_cast<const GumboAttribute *>(list.data[i]);
            const auto wrong = wrongIn(node, attribute);
            if (!wrong.isEmpty())
                return wrong;
        }
    }
    return {};
}

} // namespace allowed
