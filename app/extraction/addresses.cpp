#include "extraction/addresses.h"

#include "extraction/limits.h"
#include "text/languages.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

QUrl webAddress(const QUrl &url)
{
    const auto isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

} // namespace

QUrl pageAddress(const QUrl &stated, const PageHead &head, const StructuredData &data)
{
    for (const auto &written : {head.canonical, head.meta({"og:url"_L1}), data.url,
                                head.meta({"twitter:url"_L1, "parsely-link"_L1})}) {
        const auto own = stated.isValid() ? stated.resolved(QUrl(written)) : QUrl(written);
        const auto url = written.isEmpty() ? QUrl() : webAddress(own);
        // A canonical link to a site's front page is a mistake of the site's.
        if (url.isValid() && url.path().size() > 1)
            return url;
    }
    return webAddress(stated);
}

QUrl baseAddress(const QUrl &page, const PageHead &head)
{
    if (head.base.isEmpty())
        return page;
    const auto base = page.isValid() ? page.resolved(QUrl(head.base)) : QUrl(head.base);
    return webAddress(base).isValid() ? base : page;
}

QString siteName(const PageHead &head, const StructuredData &data)
{
    const auto site = head.meta({"og:site_name"_L1});
    if (!site.isEmpty())
        return site;
    if (!data.site.isEmpty())
        return data.site;
    return head.meta({"application-name"_L1, "dc.publisher"_L1, "citation_journal_title"_L1,
                      "apple-mobile-web-app-title"_L1});
}

QString statedLanguage(const PageHead &head, const StructuredData &data)
{
    for (const auto &written : {head.language, data.language,
                                head.meta({"content-language"_L1, "language"_L1, "dc.language"_L1,
                                           "dcterms.language"_L1}),
                                head.meta({"og:locale"_L1})}) {
        const auto tag = text::languageTag(written);
        if (!tag.isEmpty())
            return tag;
    }
    return {};
}

QStringList subjectTags(const PageHead &head, const StructuredData &data)
{
    auto written = head.allOf({"article:tag"_L1, "parsely-tags"_L1, "sailthru.tags"_L1});
    if (written.isEmpty())
        written = data.keywords;
    if (written.isEmpty())
        written = head.allOf({"news_keywords"_L1, "keywords"_L1});
    QStringList tags;
    for (const auto &entry : written) {
        const auto words = entry.split(u',', Qt::SkipEmptyParts);
        for (const auto &word : words) {
            const auto tag = text::simplified(word);
            if (!tag.isEmpty() && tag.size() < limits::nameLength && tags.size() < limits::tags
                && !tags.contains(tag, Qt::CaseInsensitive))
                tags.append(tag);
        }
    }
    return tags;
}

} // namespace extraction
