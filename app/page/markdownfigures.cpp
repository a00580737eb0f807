#include "page/markdownfigures.h"

#include "page/markdown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// In the figure itself, where the story's list of figures does not have it.
Figure written(const html::Node &figure, const html::Node &image)
{
    Figure said;
    if (!image.isNull()) {
        said.src = image.attribute("src");
        said.alt = image.attribute("alt");
    }
    const auto caption = figure.firstDescendant(u"figcaption");
    if (caption.isNull())
        return said;
    said.caption = html::textOf(caption);
    for (const auto &span : caption.descendants(u"span")) {
        const auto text = html::textOf(span);
        if (span.attribute("class") != "credit"_L1 || !said.caption.endsWith(text))
            continue;
        said.caption = said.caption.chopped(text.size()).trimmed();
        said.credit = text;
    }
    return said;
}

} // namespace

bool page::isShown(const QString &src, const Article &article)
{
    return !src.isEmpty()
        && (!src.startsWith("broadsheet-media:"_L1)
            || std::ranges::find(article.pictures, src, &Picture::name) != article.pictures.end());
}

Figure page::figureIn(const html::Node &figure, const Article &article)
{
    auto said = written(figure, figure.firstDescendant(u"img"));
    // One picture may stand in a story twice, with other words.
    if (said.caption.isEmpty() && said.credit.isEmpty() && !said.src.isEmpty()) {
        const auto known = std::ranges::find(article.figures, said.src, &Figure::src);
        if (known != article.figures.end())
            said = *known;
    }
    if (!isShown(said.src, article))
        said.src.clear();
    return said;
}

QString page::markdownCaption(const Figure &figure)
{
    auto caption = markdownInline(figure.caption);
    if (!figure.credit.isEmpty())
        caption += (caption.isEmpty() ? u"("_s : u" ("_s) + markdownInline(figure.credit) + u')';
    return caption.isEmpty() ? caption : u'*' + caption + u'*';
}

QString page::markdownFigure(const Figure &figure)
{
    QStringList parts{u"!["_s + markdownInline(figure.alt) + u"]("_s + markdownAddress(figure.src)
                      + u')'};
    if (const auto caption = markdownCaption(figure); !caption.isEmpty())
        parts.append(caption);
    return parts.join("\n\n"_L1);
}

QString page::markdownLostFigure(const Figure &figure)
{
    QStringList words{figure.caption.isEmpty() ? figure.alt : figure.caption, figure.credit};
    words.removeAll({});
    return words.isEmpty() ? QString()
                           : markdownInline("[Photo: "_L1 + words.join(" / "_L1) + u']');
}
