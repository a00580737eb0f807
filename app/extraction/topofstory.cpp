#include "extraction/topofstory.h"

#include "extraction/limits.h"
#include "extraction/title.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// "kicker", "roofline", "subtitle": beside a headline.
bool saysBeside(const Item &item)
{
    static const QRegularExpression beside(
        u"kicker|roofline|topline|overline|eyebrow|dachzeile|spitzmarke|[uü]berzeile|h1small|"
        u"(?:super|sur|pre|sub|ante)[_-]?(?:title|titre|titulo|headline|heading|line)(?!s)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return item.tag != Tag::Text && beside.match(item.node.attribute("class").left(200)).hasMatch();
}

} // namespace

QString headlineText(const PageTree &tree, int heading)
{
    constexpr int fewestWords = 3;
    const auto whole = tree.textOf(heading);
    QString rest;
    for (int index = heading + 1; index < tree.after(heading);) {
        const auto &item = tree.at(index);
        if (saysBeside(item) || item.tag == Tag::Ignored) {
            index = std::max(item.end, index + 1);
            continue;
        }
        rest += item.tag == Tag::Break || isBlock(item.tag) ? u" "_s : item.text;
        ++index;
    }
    static const QRegularExpression marks(u"^[\\s:|–—-]+|[\\s|–—-]+$"_s);
    rest = text::simplified(rest.remove(marks));
    return rest.count(u' ') + 1 >= fewestWords ? rest : whole;
}

bool saysTitle(const PageTree &tree, int line, const QString &title)
{
    if (title.isEmpty())
        return false;
    if (tree.at(line).tag != Tag::Heading)
        return titleKey(tree.textOf(line)) == title;
    const auto written = headlineText(tree, line);
    const auto bare = titleKey(written);
    return bare == title || (bare.endsWith(title) && written.contains(u": "_s));
}

int firstHeading(const PageTree &tree, int begin, int end)
{
    for (int index = begin; index < end; ++index) {
        const auto &item = tree.at(index);
        if (item.tag == Tag::Heading && item.left == Left::Kept
            && tree.isShort(index, limits::titleLength))
            return index;
    }
    return -1;
}

bool isHidden(const PageTree &tree, int index)
{
    while (index >= 0 && tree.at(index).left != Left::Hidden)
        index = tree.at(index).parent;
    return index >= 0;
}

} // namespace extraction
