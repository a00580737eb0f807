#include "page/foreign.h"

#include "html/formulatext.h"

using namespace Qt::StringLiterals;

QString page::formulaText(QStringView inside)
{
    QString text;
    html::FormulaText formula(text);
    formula.begin(u"math");
    qsizetype at = 0;
    for (auto tag = nextTag(inside, 0); tag; tag = nextTag(inside, at)) {
        text += unescaped(inside.sliced(at, tag->start - at));
        at = tag->end;
        if (tag->kind == Tag::Kind::Opening)
            formula.begin(tag->name);
        else
            formula.end();
    }
    return text;
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
