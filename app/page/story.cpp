#include "html/sanitise.h"
#include "page/body.h"
#include "page/enclosures.h"
#include "page/limits.h"
#include "page/page.h"
#include "page/storytop.h"
#include "page/widow.h"
#include "page/writing.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

QString element(QLatin1StringView opening, const QString &content, QLatin1StringView closing)
{
    return content.isEmpty() ? QString() : opening + content + closing;
}

// White space that is wider than a letter's and vanishes where a line ends.
const auto gap = u"<span class=\"gap\"> </span>"_s;

QString names(const QList<Author> &authors, const page::Words &words)
{
    QString text;
    for (qsizetype i = 0; i < authors.size(); ++i) {
        if (i > 0)
            text += escaped(i + 1 == authors.size() ? words.betweenLast : words.between);
        const auto address = page::linkAddress(authors.at(i).url);
        const auto name = u"<bdi>"_s + escaped(authors.at(i).name) + u"</bdi>"_s;
        text += address.isEmpty() ? name : u"<a href=\"%1\">%2</a>"_s.arg(escaped(address), name);
    }
    return text;
}

QString byline(const Article &article, const page::Context &context)
{
    QString line;
    if (!article.authors.isEmpty()) {
        // Not arg(): a name may hold a "%1".
        line = escaped(context.words.byline);
        line.replace("%1"_L1, names(article.authors, context.words));
        line = u"<bdi class=\"authors\">"_s + line + u"</bdi>"_s + gap;
    }
    const auto date = context.date.isEmpty() ? article.published.toIso() : context.date;
    if (!date.isEmpty())
        line += u"<time datetime=\"%1\" dir=\"auto\">%2</time>"_s.arg(
            escaped(article.published.toIso()), escaped(date));
    return element("<p class=\"byline\">"_L1, line, "</p>"_L1);
}

// Feeds and pages often give the first paragraph as the standfirst: printed once is enough.
bool repeatsBody(const Article &article)
{
    auto standfirst = article.standfirst.simplified();
    while (standfirst.endsWith(u'.') || standfirst.endsWith(u'…') || standfirst.endsWith(u' '))
        standfirst.chop(1);
    return !standfirst.isEmpty()
        && article.text.left(standfirst.size() * 2 + 200).simplified().startsWith(standfirst);
}

// Of a headline that says as much as a paragraph the letters are smaller, or else it is all that a
// screen has room for. A letter of Chinese, Japanese or Korean is about two of other scripts.
bool isLong(const QString &headline)
{
    constexpr qsizetype most = 90;
    return headline.size() * (page::scriptOf(headline) == "cjk"_L1 ? 2 : 1) > most;
}

// A file is read again by whoever gets it: the headline is there as it is.
QString headline(const Article &article, const page::Context &context)
{
    const auto &title = article.title;
    const auto last
        = context.place == page::Context::Place::Program ? page::lastWords(title) : title.size();
    const auto together
        = element("<span class=\"last\">"_L1, escaped(title.mid(last)), "</span>"_L1);
    return element(isLong(title) ? "<h1 class=\"h1 long\" dir=\"auto\">"_L1
                                 : "<h1 dir=\"auto\">"_L1,
                   escaped(title.left(last)) + together, "</h1>"_L1);
}

QString header(const Article &article, const page::Context &context)
{
    auto text = element("<p class=\"kicker\" dir=\"auto\">"_L1, escaped(article.site), "</p>"_L1)
        + headline(article, context);
    if (!repeatsBody(article))
        text += element("<p class=\"standfirst\" dir=\"auto\">"_L1, escaped(article.standfirst),
                        "</p>"_L1);
    text += byline(article, context);
    return element("<header>"_L1, text, "</header>"_L1);
}

QString leadFigure(const Figure &lead, const page::Words &words)
{
    if (lead.isEmpty())
        return {};
    const auto caption
        = element("<span class=\"caption\">"_L1, escaped(lead.caption), "</span>"_L1);
    // A name stays in one line where that is not too much to ask.
    constexpr qsizetype name = 32;
    const auto credit = element(lead.credit.size() <= name ? "<span class=\"credit whole\">"_L1
                                                           : "<span class=\"credit\">"_L1,
                                escaped(lead.credit), "</span>"_L1);
    const auto between = caption.isEmpty() || credit.isEmpty() ? QString() : gap;
    const auto words_
        = element("<figcaption dir=\"auto\">"_L1, caption + between + credit, "</figcaption>"_L1);
    // The picture is lost, its words are not: they stand where it would.
    if (lead.src.isEmpty()) {
        const auto alt = words_.isEmpty()
            ? element("<figcaption dir=\"auto\">"_L1, escaped(lead.alt), "</figcaption>"_L1)
            : words_;
        return element("<figure class=\"lead wordsonly\">"_L1, alt, "</figure>"_L1);
    }
    return u"<figure class=\"lead\">"_s + page::picture(lead.src, lead.alt, words) + words_
        + u"</figure>"_s;
}

// At the end they stand together, also those with a card in the story. One alone needs no
// collection, nor do those that the story ends with.
QString relatedSection(const Article &article, const page::Context &context,
                       const page::ShownBody &body)
{
    const auto count = std::min(article.related.size(), page::limits::relatedCards);
    if (count == 0 || (count == 1 && body.cards == 1) || body.lastCards == article.related.size())
        return {};
    return u"<section class=\"related\"><h2>"_s + escaped(context.words.related) + u"</h2>"_s
        + page::relatedCards(article, context, 0, count) + u"</section>"_s;
}

QString footer(const Article &article, const page::Context &context)
{
    QString source;
    const auto address = page::linkAddress(article.url);
    if (!address.isEmpty()) {
        // Each a run of its own: a host's letters go the other way than an Arabic story's.
        const auto apart = u"</bdi></a><span class=\"gap\"> </span>"_s;
        source
            = u"<a href=\"%1\"><bdi>%2"_s.arg(escaped(address), escaped(context.words.openOriginal))
            + apart;
        if (context.place == page::Context::Place::Program)
            source
                += u"<a href=\"broadsheet:copy\"><bdi>"_s + escaped(context.words.copyLink) + apart;
        source += u"<bdi class=\"host\">"_s + escaped(page::hostName(article.url)) + u"</bdi>"_s;
        source = u"<p class=\"source\">"_s + source + u"</p>"_s;
    }
    source += element("<p class=\"provenance\" dir=\"auto\">"_L1, escaped(context.provenance),
                      "</p>"_L1);
    return element("<footer>"_L1, source, "</footer>"_L1);
}

} // namespace

QString page::story(const Article &article, const Context &context)
{
    const auto writing = writingOf(article);
    const auto body = shownBody(article, context, writing.direction);
    return u"<div class=\"story %1\" dir=\"%2\" lang=\"%3\">"_s.arg(
               writing.script, writing.direction, escaped(writing.language))
        + storyTop(article, context) + u"<div class=\"body\">"_s + body.html + u"</div>"_s
        + enclosures(article, context) + relatedSection(article, context, body)
        + footer(article, context) + u"</div>"_s;
}

QString page::storyTop(const Article &article, const Context &context)
{
    return header(article, context) + leadFigure(article.lead, context.words);
}

QString page::message(const QString &title, const QString &text)
{
    QString paragraphs;
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
        paragraphs += u"<p dir=\"auto\">"_s + escaped(line) + u"</p>"_s;
    return u"<div class=\"message\"><h1 dir=\"auto\">"_s + escaped(title) + u"</h1>"_s + paragraphs
        + u"</div>"_s;
}
