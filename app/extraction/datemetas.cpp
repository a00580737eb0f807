#include "extraction/datemetas.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

using Names = std::initializer_list<QLatin1StringView>;

constexpr qsizetype longestDate = 200;

constexpr Names publishedNames{"article:published_time"_L1,
                               "og:article:published_time"_L1,
                               "og:published_time"_L1,
                               "datepublished"_L1,
                               "parsely-pub-date"_L1,
                               "sailthru.date"_L1,
                               "citation_publication_date"_L1,
                               "citation_date"_L1,
                               "citation_online_date"_L1,
                               "dc.date.issued"_L1,
                               "dcterms.issued"_L1,
                               "dc.date.published"_L1,
                               "pubdate"_L1,
                               "og:pubdate"_L1,
                               "publish-date"_L1,
                               "publishdate"_L1,
                               "publish_date"_L1,
                               "publish_time"_L1,
                               "publication_date"_L1,
                               "publication-date"_L1,
                               "publicationdate"_L1,
                               "published_date"_L1,
                               "publisheddate"_L1,
                               "date_published"_L1,
                               "date-published"_L1,
                               "date.published"_L1,
                               "published-date"_L1,
                               "published_at"_L1,
                               "published_on"_L1,
                               "published_time"_L1,
                               "published"_L1,
                               "article:published"_L1,
                               "article.published"_L1,
                               "article:publish_date"_L1,
                               "article:published_date"_L1,
                               "article_date_original"_L1,
                               "original-publish-date"_L1,
                               "originalpublicationdate"_L1,
                               "article.created"_L1,
                               "cxenseparse:recs:publishtime"_L1,
                               "cxenseparse:publishtime"_L1,
                               "bt:pubdate"_L1,
                               "shareaholic:article_published_time"_L1,
                               "rnews:datepublished"_L1,
                               "releasedate"_L1,
                               "release_date"_L1,
                               "displaydate"_L1,
                               "dateissued"_L1,
                               "post_date"_L1};

constexpr Names dayNames{
    "dc.date.created"_L1, "dcterms.created"_L1, "dcterms.date"_L1, "dc.date"_L1,      "pdate"_L1,
    "ptime"_L1,           "creation_date"_L1,   "datecreated"_L1,  "date_created"_L1, "date"_L1};

constexpr Names modifiedNames{"article:modified_time"_L1,
                              "og:updated_time"_L1,
                              "og:article:modified_time"_L1,
                              "datemodified"_L1,
                              "dcterms.modified"_L1,
                              "dc.date.modified"_L1,
                              "last-modified"_L1,
                              "last_modified"_L1,
                              "lastmodified"_L1,
                              "last-updated"_L1,
                              "last_updated"_L1,
                              "lastmod"_L1,
                              "updated_time"_L1,
                              "updated_at"_L1,
                              "updated"_L1,
                              "dateupdate"_L1,
                              "dateupdated"_L1,
                              "date_modified"_L1};

Timestamp firstOf(const PageHead &head, Names names, text::DayOrder order)
{
    for (const auto &name : names) {
        for (const auto &written : head.metas.value(name)) {
            const auto date = dateIn(written, order);
            if (date.isValid())
                return date;
        }
    }
    return {};
}

} // namespace

Timestamp dateIn(const QString &written, text::DayOrder order)
{
    if (written.isEmpty() || written.size() > longestDate)
        return {};
    return text::parseDate(written, order);
}

Timestamp publishedInMetas(const PageHead &head, text::DayOrder order)
{
    return firstOf(head, publishedNames, order);
}

Timestamp dayInMetas(const PageHead &head, text::DayOrder order)
{
    return firstOf(head, dayNames, order);
}

Timestamp modifiedInMetas(const PageHead &head, text::DayOrder order)
{
    return firstOf(head, modifiedNames, order);
}

} // namespace extraction
