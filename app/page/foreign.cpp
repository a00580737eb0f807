#include "page/foreign.h"

#include "html/formulatext.h"
#include "html/raised.h"
#include "page/markdown.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// The sanitiser bounds how deep a formula is.
void write(const html::Node &node, html::FormulaText &formula)
{
    if (node.kind() == html::Node::Kind::Text) {
        formula.add(node.text());
        return;
    }
    if (!node.isElement())
        return;
    const auto name = node.name();
    const auto isBinomial = node.attribute("linethickness").startsWith(u'0');
    formula.begin(QStringView(name).sliced(name.lastIndexOf(u':') + 1),
                  isBinomial ? u"linethickness=\"0\"" : u"");
    for (auto part = node.firstChild(); !part.isNull(); part = part.nextSibling())
        write(part, formula);
    formula.end();
}

} // namespace

QString page::formulaText(QStringView inside)
{
    QString text;
    html::FormulaText formula(text);
    formula.begin(u"math");
    qsizetype at = 0;
    for (auto tag = nextTag(inside, 0); tag; tag = nextTag(inside, at)) {
        formula.add(unescaped(inside.sliced(at, tag->start - at)));
        at = tag->end;
        if (tag->kind == Tag::Kind::Opening)
            formula.begin(tag->name, tag->attributes);
        else
            formula.end();
    }
    formula.end();
    return text;
}

QString page::formulaText(const html::Node &math)
{
    QString text;
    html::FormulaText formula(text);
    write(math, formula);
    return text;
}

QString page::drawingText(const html::Node &svg)
{
    const auto title = svg.firstChild();
    if (title.isElement(u"svg:title"))
        return html::textOf(title);
    QStringList words;
    for (const auto &text : svg.descendants(u"svg:text"))
        words.append(html::textOf(text));
    return words.join(u' ');
}

QString page::markdownPlaced(const html::Node &node, const QString &inner)
{
    if (!node.firstDescendant(u"a").isNull())
        return inner;
    const auto words = html::textOf(node);
    const auto written
        = node.name() == "sup"_L1 ? html::raisedWords(words) : html::loweredWords(words);
    return written == words ? inner : markdownInline(written);
}

QString page::drawingText(const Tag &svg, QStringView inside)
{
    const auto label = attribute(svg, "aria-label"_L1).simplified();
    if (!label.isEmpty())
        return label;
    const auto first = nextTag(inside, 0);
    if (first && first->name == "title"_L1) {
        if (const auto end = closingTag(inside, *first))
            return textOf(inside.sliced(first->end, end->start - first->end));
    }
    return textOf(inside);
}
