#include "page/page.h"

#include "html/sanitise.h"
#include "model/jsonfeed.h"
#include "page/body.h"
#include "page/style.h"
#include "page/tags.h"
#include "page/writing.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

struct Sheet
{
    QString css;
    QString own = {}; // The person's, as inElement() made it.
    QString title = {};
    page::Writing writing = {};
    QLatin1StringView pictures; // Where pictures may come from, as the policy says it.
};

QString hashOf(const QString &css)
{
    const auto hash = QCryptographicHash::hash(css.toUtf8(), QCryptographicHash::Sha256);
    return u" 'sha256-"_s + QString::fromLatin1(hash.toBase64()) + u'\'';
}

// Nothing may be loaded but pictures, and no style may stand in the page but these very ones:
// inline styles and scripts that might slip through the sanitiser are refused by the engine.
// https://www.w3.org/TR/CSP3/
QString policy(const Sheet &sheet)
{
    return u"default-src 'none'; img-src "_s + sheet.pictures + u"; style-src"_s + hashOf(sheet.css)
        + (sheet.own.isEmpty() ? QString() : hashOf(sheet.own))
        + u"; base-uri 'none'; form-action 'none'"_s;
}

// CSS from elsewhere, so that it ends where its element does: "</" means the same to CSS with a
// backslash in it, and nothing to the parser of HTML. That one reads line breaks and NUL in its own
// way, which would change the hash.
QString inElement(QString css)
{
    css.remove(QChar::Null).replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return css.replace("</"_L1, "<\\/"_L1);
}

// For whatever reads a page aloud or translates it; the program's own page changes its story.
QString attributes(const page::Writing &writing)
{
    QString text;
    if (!writing.language.isEmpty())
        text += u" lang=\""_s + escaped(writing.language) + u'"';
    if (!writing.direction.isEmpty())
        text += u" dir=\""_s + writing.direction + u'"';
    return text;
}

// Pictures that the file does not have say so, as those of other pages do.
QString withoutLostPictures(const QString &story, const Article &article, const page::Words &words)
{
    QString whole;
    qsizetype at = 0;
    for (auto tag = page::nextTag(story, 0); tag; tag = page::nextTag(story, tag->end)) {
        if (tag->name != "img"_L1)
            continue;
        const auto name = page::attribute(*tag, "src"_L1);
        if (std::ranges::find(article.pictures, name, &Picture::name) != article.pictures.end())
            continue;
        whole += QStringView(story).sliced(at, tag->start - at);
        whole += page::picture({}, page::attribute(*tag, "alt"_L1), words);
        at = tag->end;
    }
    whole += QStringView(story).sliced(at);
    return whole;
}

QString titleOf(const Article &article)
{
    if (!article.title.isEmpty())
        return article.title;
    return article.site.isEmpty() ? page::hostName(article.url) : article.site;
}

QString document(const QString &story, const page::Look &look, const Sheet &sheet)
{
    return u"<!DOCTYPE html>\n<html data-theme=\""_s + page::themeName(look.theme) + u'"'
        + attributes(sheet.writing)
        + u"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
          "content=\""_s
        + policy(sheet)
        + u"\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"viewport\" "
          "content=\"width=device-width\"><title>"_s
        + escaped(sheet.title) + u"</title><style>"_s + sheet.css + u"</style>"_s
        + (sheet.own.isEmpty() ? QString() : u"<style>"_s + sheet.own + u"</style>"_s)
        + u"</head><body><main><article id=\"story\">"_s + story
        + u"</article></main></body></html>\n"_s;
}

} // namespace

QString page::shell(const QString &story, const Look &look, const QString &ownStyle)
{
    return document(
        story, look,
        {.css = styleSheet(look), .own = inElement(ownStyle), .pictures = "broadsheet-media:"_L1});
}

QString page::exported(const Article &article, const Context &context, const Look &look)
{
    auto inFile = context;
    inFile.place = Context::Place::File;
    const auto text = withoutLostPictures(story(article, inFile), article, context.words);
    const auto html = document(text, look,
                               {.css = styleSheet(look, Hyphens::Automatic),
                                .title = titleOf(article),
                                .writing = writingOf(article),
                                .pictures = "data:"_L1});
    return jsonfeed::withDataUris(html, article.pictures);
}
