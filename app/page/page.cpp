#include "page/page.h"

#include "html/sanitise.h"
#include "model/jsonfeed.h"
#include "page/style.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using html::escaped;

namespace {

struct Sheet
{
    QString css;
    QString title = {};
    QLatin1StringView pictures; // Where pictures may come from, as the policy says it.
};

// Nothing may be loaded but pictures, and no style may stand in the page but this very one: inline
// styles and scripts that might slip through the sanitiser are refused by the engine.
// https://www.w3.org/TR/CSP3/
QString policy(const Sheet &sheet)
{
    const auto hash
        = QCryptographicHash::hash(sheet.css.toUtf8(), QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; img-src %1; style-src 'sha256-%2'; base-uri 'none'; "
           "form-action 'none'"_s.arg(sheet.pictures, QString::fromLatin1(hash));
}

QString document(const QString &story, const page::Look &look, const Sheet &sheet)
{
    return u"<!DOCTYPE html>\n<html data-theme=\""_s + page::themeName(look.theme)
        + u"\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" "
          "content=\""_s
        + policy(sheet)
        + u"\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"viewport\" "
          "content=\"width=device-width\"><title>"_s
        + escaped(sheet.title) + u"</title><style>"_s + sheet.css
        + u"</style></head><body><main><article id=\"story\">"_s + story
        + u"</article></main></body></html>\n"_s;
}

} // namespace

QString page::shell(const QString &story, const Look &look)
{
    return document(story, look, {.css = styleSheet(look), .pictures = "broadsheet-media:"_L1});
}

QString page::exported(const Article &article, const Context &context, const Look &look)
{
    auto inFile = context;
    inFile.place = Context::Place::File;
    const auto html
        = document(story(article, inFile), look,
                   {.css = styleSheet(look), .title = article.title, .pictures = "data:"_L1});
    return jsonfeed::withDataUris(html, article.pictures);
}
