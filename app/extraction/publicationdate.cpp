#include "extraction/publicationdate.h"

#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A line longer than this is a sentence that names a day.
constexpr qsizetype longestDateLine = 120;

Timestamp parsed(const QString &written)
{
    if (written.isEmpty() || written.size() > 200)
        return {};
    return text::parseDate(written);
}

Timestamp firstOf(const QStringList &written)
{
    for (const auto &text : written) {
        const auto date = parsed(text);
        if (date.isValid())
            return date;
    }
    return {};
}

Timestamp publishedInMetas(const PageHead &head)
{
    return firstOf(head.allOf({"article:published_time"_L1,
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
                               "dc.date.created"_L1,
                               "dcterms.created"_L1,
                               "dcterms.date"_L1,
                               "dc.date"_L1,
                               "pubdate"_L1,
                               "publish-date"_L1,
                               "publishdate"_L1,
                               "publish_date"_L1,
                               "publication_date"_L1,
                               "publicationdate"_L1,
                               "published_date"_L1,
                               "date_published"_L1,
                               "published-date"_L1,
                               "published_at"_L1,
                               "published"_L1,
                               "article:published"_L1,
                               "article.published"_L1,
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
                               "displaydate"_L1,
                               "pdate"_L1,
                               "ptime"_L1,
                               "creation_date"_L1,
                               "datecreated"_L1,
                               "date"_L1}));
}

Timestamp modifiedInMetas(const PageHead &head)
{
    return firstOf(head.allOf({"article:modified_time"_L1, "og:updated_time"_L1, "datemodified"_L1,
                               "dcterms.modified"_L1, "dc.date.modified"_L1, "last-modified"_L1,
                               "lastmod"_L1, "updated_time"_L1}));
}

// What an element that is marked as a date says: its attributes before its words.
Timestamp saidBy(const PageTree &tree, int index)
{
    const auto &item = tree.at(index);
    for (const auto *attribute : {"datetime", "content", "title", "data-date", "data-datetime"}) {
        const auto date = parsed(item.node.attribute(attribute));
        if (date.isValid())
            return date;
    }
    if (!tree.isShort(index, longestDateLine))
        return {};
    return parsed(tree.textOf(index));
}

class Search
{
public:
    Search(const PageTree &tree, const TopOfStory &top)
        : m_tree(tree)
        , m_top(top)
    {
    }

    PublicationDates run()
    {
        microdata();
        if (!m_found.published.isValid())
            inElements(m_top.begin, m_top.end);
        if (!m_found.published.isValid())
            inLines();
        if (!m_found.published.isValid())
            inElements(m_top.end, m_tree.size());
        return m_found;
    }

private:
    void microdata()
    {
        for (int index = 0; index < m_tree.size(); ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Text || !item.node.hasAttribute("itemprop"))
                continue;
            const auto property = item.node.attribute("itemprop");
            if (!m_found.published.isValid() && property.contains("datePublished"_L1))
                m_found.published = saidBy(m_tree, index);
            if (!m_found.modified.isValid() && property.contains("dateModified"_L1))
                m_found.modified = saidBy(m_tree, index);
        }
    }

    [[nodiscard]] static bool saysUpdated(const Item &item)
    {
        const auto classes = item.node.attribute("class");
        return classes.contains("updated"_L1, Qt::CaseInsensitive)
            || classes.contains("modified"_L1, Qt::CaseInsensitive);
    }

    void inElements(int begin, int end)
    {
        Timestamp updated;
        for (int index = begin; index < end; ++index) {
            const auto &item = m_tree.at(index);
            const auto marked = item.tag == Tag::Time
                || (item.evidence.testFlag(Hint::Date) && item.tag != Tag::Text
                    && item.letters <= longestDateLine);
            if (!marked || item.left == Left::Comments || item.left == Left::Related
                || item.left == Left::Sidebar || item.left == Left::Ignored) {
                continue;
            }
            const auto date = saidBy(m_tree, index);
            if (!date.isValid())
                continue;
            if (saysUpdated(item)) {
                if (!updated.isValid())
                    updated = date;
                continue;
            }
            m_found.published = date;
            break;
        }
        if (!m_found.published.isValid())
            m_found.published = updated;
        else if (!m_found.modified.isValid() && updated.isValid())
            m_found.modified = updated;
    }

    // Lines of the top that are nothing but a date.
    void inLines()
    {
        for (int index = std::max(m_top.heading, m_top.begin); index < m_top.end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Text || item.letters < 6 || item.letters > longestDateLine)
                continue;
            const auto line = text::simplified(item.text);
            const auto date = parsed(line);
            if (!date.isValid())
                continue;
            if (text::isDateLine(line) || item.letters < 60) {
                m_found.published = date;
                return;
            }
        }
    }

    const PageTree &m_tree;
    const TopOfStory &m_top;
    PublicationDates m_found;
};

} // namespace

PublicationDates publicationDates(const PageTree &tree, const PageHead &head,
                                  const StructuredData &data, const TopOfStory &top,
                                  const QUrl &address)
{
    PublicationDates dates{.published = parsed(data.published), .modified = parsed(data.modified)};
    if (!dates.published.isValid())
        dates.published = publishedInMetas(head);
    if (!dates.modified.isValid())
        dates.modified = modifiedInMetas(head);
    if (!dates.published.isValid()) {
        const auto visible = Search(tree, top).run();
        dates.published = visible.published;
        if (!dates.modified.isValid())
            dates.modified = visible.modified;
    }
    if (!dates.published.isValid())
        dates.published = text::dateInPath(address.path());
    return dates;
}

} // namespace extraction
