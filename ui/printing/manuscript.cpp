#include "printing/manuscript.h"

#include "page/writing.h"
#include "printing/bodyparagraphs.h"
#include "printing/ourpictures.h"

using namespace Qt::StringLiterals;

namespace printing {

namespace {

// Set on its own: else a day's number would run on with Arabic letters before it.
QString isolated(const QString &text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

Paragraph leadOf(const Article &article, const Wishes &wishes)
{
    const auto &lead = article.lead;
    return {.role = Paragraph::Role::Picture,
            .text = lead.caption,
            .picture = wishes.pictures && isOurs(lead.src) ? lead.src : QString(),
            .credit = lead.credit};
}

} // namespace

Manuscript manuscript(const Article &article, const Wishes &wishes, const page::Patterns &patterns,
                      page::Division division)
{
    const auto writing = page::writingOf(article);
    const auto date = isolated(wishes.date);
    auto byline = wishes.byline;
    if (!date.isEmpty())
        byline += (byline.isEmpty() ? QString() : u" · "_s) + date;
    const auto repeated = article.text.simplified().startsWith(article.standfirst.simplified());
    return {.outlet = article.site,
            .title = article.title,
            .standfirst = repeated ? QString() : article.standfirst,
            .byline = byline,
            .date = date,
            .url = article.url,
            .rightToLeft = writing.direction == "rtl"_L1,
            .slants = writing.script != "arabic"_L1 && writing.script != "hebrew"_L1
                && writing.script != "cjk"_L1,
            .language = writing.language,
            .lead = leadOf(article, wishes),
            .body = bodyParagraphs(article, wishes, patterns, division)};
}

} // namespace printing
