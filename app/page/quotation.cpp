#include "page/quotation.h"

#include "html/sanitise.h"
#include "page/body.h"
#include "page/hyphens.h"
#include "page/markdown.h"
#include "page/writing.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using html::escaped;
using page::softHyphen;

namespace {

using Change = std::function<QString(const QString &)>;

QStringList paragraphs(const QString &words)
{
    QStringList found;
    for (const auto &line : QString(words).remove(softHyphen).split(u'\n')) {
        if (const auto paragraph = line.simplified(); !paragraph.isEmpty())
            found.append(paragraph);
    }
    return found;
}

// The marks of the story's language, «…» or „…“; the curly ones where none is known.
QLocale marksOf(const Article &article)
{
    const QLocale locale(article.language);
    const auto known = !article.language.isEmpty() && locale.language() != QLocale::C;
    return known ? locale : QLocale(QLocale::English);
}

// Words that stand between marks already get no second pair.
bool isMarked(const QString &text)
{
    constexpr QStringView opening = u"“„«「‘‚";
    return !text.isEmpty() && opening.contains(text.front());
}

QString quoted(const QString &text, const QLocale &marks)
{
    return isMarked(text) ? marks.quoteString(text, QLocale::AlternateQuotation)
                          : marks.quoteString(text);
}

// Author, “Headline”, Outlet, date: what is known of them. `linked` makes a link of the headline.
QString source(const Article &article, const QString &date, const Change &safe,
               const Change &linked)
{
    QStringList parts;
    if (!article.authors.isEmpty())
        parts.append(safe(byline(article.authors)));
    if (!article.title.isEmpty())
        parts.append(linked(safe(quoted(article.title, marksOf(article)))));
    const auto outlet = article.site.isEmpty() ? page::hostName(article.url) : article.site;
    if (!outlet.isEmpty())
        parts.append(safe(outlet));
    if (!date.isEmpty())
        parts.append(safe(date));
    return parts.join(u", "_s);
}

QString asPlain(const Article &article, const QStringList &words, const QString &date)
{
    const Change same = [](const QString &text) { return text; };
    auto from = source(article, date, same, same);
    if (const auto address = page::linkAddress(article.url); !address.isEmpty())
        from += (from.isEmpty() ? QString() : u", "_s) + address;
    const auto text = marksOf(article).quoteString(words.join(u"\n\n"_s));
    return from.isEmpty() ? text : text + u"\n— "_s + from;
}

QString asHtml(const Article &article, const QStringList &words, const QString &date)
{
    const auto address = escaped(page::linkAddress(article.url));
    const auto writing = page::writingOf(article);
    QString text;
    for (const auto &paragraph : words)
        text += u"<p>"_s + escaped(paragraph) + u"</p>"_s;
    const auto from = source(
        article, date, [](const QString &part) { return escaped(part); },
        [&address](const QString &title) {
            return address.isEmpty() ? title
                                     : u"<a href=\"%1\">"_s.arg(address) + title + u"</a>"_s;
        });
    const auto cite = address.isEmpty() ? QString() : u" cite=\""_s + address + u'"';
    const auto lang
        = article.language.isEmpty() ? QString() : u" lang=\""_s + escaped(article.language) + u'"';
    return u"<blockquote"_s + cite + lang + u" dir=\""_s + writing.direction + u"\">"_s + text
        + u"</blockquote>"_s + (from.isEmpty() ? QString() : u"<p>— "_s + from + u"</p>"_s);
}

QString asMarkdown(const Article &article, const QStringList &words, const QString &date)
{
    QStringList lines;
    for (const auto &paragraph : words)
        lines.append(u"> "_s + page::markdownText(paragraph));
    const auto address = page::linkAddress(article.url);
    const auto from = source(article, date, page::markdownInline, [&address](const QString &title) {
        return address.isEmpty() ? title
                                 : u'[' + title + u"]("_s + page::markdownAddress(address) + u')';
    });
    if (!from.isEmpty())
        lines.append(u"> — "_s + from);
    return lines.join(u"\n>\n"_s);
}

} // namespace

page::Quotation page::quotation(const Article &article, const QString &words, const QString &date)
{
    const auto parts = paragraphs(words);
    if (parts.isEmpty())
        return {};
    return {.plain = asPlain(article, parts, date),
            .html = asHtml(article, parts, date),
            .markdown = asMarkdown(article, parts, date)};
}
