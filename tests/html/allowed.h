#pragma once

#include "html/document.h"
#include "model/safehtml.h"

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
                                       u"mstyle"_s};

inline const QSet<QString> formulaAttributes
    = {u"display"_s, u"mathvariant"_s, u"linethickness"_s, u"accent"_s, u"accentunder"_s};

inline bool isFormula(const html::Node &node)
{
    return node.handle()->v.element.tag_namespace == GUMBO_NAMESPACE_MATHML;
}

inline bool isKnown(const html::Node &node)
{
    auto name = node.name();
    return isFormula(node) ? formulas.contains(name.remove(u"math:"_s)) : elements.contains(name);
}

inline const QSet<QString> attributes
    = {u"href"_s, u"title"_s,   u"src"_s,      u"alt"_s,   u"width"_s,    u"height"_s, u"lang"_s,
       u"dir"_s,  u"class"_s,   u"datetime"_s, u"start"_s, u"reversed"_s, u"value"_s,  u"type"_s,
       u"open"_s, u"colspan"_s, u"rowspan"_s,  u"scope"_s, u"span"_s};

inline const QSet<QString> classes = {u"related"_s, u"caption"_s,    u"credit"_s,   u"pullquote"_s,
                                      u"embed"_s,   u"standfirst"_s, u"footnote"_s, u"missing"_s};

inline bool isAddress(const QString &name, const QString &value)
{
    const auto scheme = QUrl(value, QUrl::StrictMode).scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "broadsheet-media"_L1)
        return true;
    return name == "href"_L1 && (scheme == "mailto"_L1 || scheme == "broadsheet"_L1);
}

// What is wrong with an attribute; empty when nothing is.
inline QString wrongIn(const GumboAttribute &attribute)
{
    const auto name = QString::fromUtf8(attribute.name);
    const auto value = QString::fromUtf8(attribute.value);
    if (!attributes.contains(name))
        return u"attribute %1"_s.arg(name);
    if ((name == "href"_L1 || name == "src"_L1) && !isAddress(name, value))
        return u"address %1"_s.arg(value);
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
            if (isFormula(node) && formulaAttributes.contains(QString::fromUtf8(attribute.name)))
                continue;
            const auto wrong = wrongIn(attribute);
            if (!wrong.isEmpty())
                return wrong;
        }
    }
    return {};
}

} // namespace allowed
