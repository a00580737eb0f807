#pragma once

#include "html/document.h"
#include "html/sanitise.h"
#include "page/page.h"

using namespace Qt::StringLiterals;

// A story, and pages as a browser reads them.

inline SafeHtml safe(const QString &html)
{
    return html::sanitise(html,
                          {.base = QUrl(u"https://gazette.example/"_s), .ownAddresses = true});
}

inline Article ferry()
{
    return {.url = QUrl(u"https://gazette.example/ferry?a=1&b=2"_s),
            .title = u"The last ferry"_s,
            .standfirst = u"Sixty years of crossings end."_s,
            .authors = {{.name = u"Ada Holm"_s}, {.name = u"Ib Dahl"_s}, {.name = u"Uma Roy"_s}},
            .published = {.date = QDate(2021, 12, 4)},
            .language = u"en"_s,
            .site = u"The Harbour Gazette"_s,
            .lead = {.src = u"broadsheet-media:aa"_s,
                     .alt = u"A boat"_s,
                     .caption = u"The boat leaves."_s,
                     .credit = u"Jo Berg"_s},
            .body = safe(u"<p>It left an hour late.</p><p>Nobody counted.</p>"_s),
            .text = u"It left an hour late.\n\nNobody counted."_s};
}

inline html::Document parsed(const Article &article, const page::Context &context = {})
{
    return *html::Document::parse(page::shell(page::story(article, context), {}));
}

inline QList<html::Node> withClass(const html::Document &document, const QString &name)
{
    QList<html::Node> found;
    for (auto node = document.body(); !node.isNull(); node = node.next(document.body())) {
        if (node.isElement() && node.attribute("class").split(u' ').contains(name))
            found.append(node);
    }
    return found;
}
