#include "extraction/publicationdate.h"

#include "text/datewords.h"
#include "text/folding.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A line longer than this is a sentence that names a day.
constexpr qsizetype longestDateLine = 120;

using Order = text::DayOrder;

// 03/04/2025 is in March where the page says that it is American.
Order orderOf(const PageHead &head)
{
    auto language = head.language.isEmpty() ? head.meta({"og:locale"_L1}) : head.language;
    if (!language.contains(u'-') && !language.contains(u'_') && language.startsWith("en"_L1))
        language = head.meta({"og:locale"_L1});
    language.replace(u'_', u'-');
    return language.compare("en-US"_L1, Qt::CaseInsensitive) == 0 ? Order::MonthFirst
                                                                  : Order::DayFirst;
}

Timestamp parsed(const QString &written, Order order)
{
    if (written.isEmpty() || written.size() > 200)
        return {};
    return text::parseDate(written, order);
}

Timestamp firstOf(const QStringList &written, Order order)
{
    for (const auto &text : written) {
        const auto date = parsed(text, order);
        if (date.isValid())
            return date;
    }
    return {};
}

Timestamp publishedInMetas(const PageHead &head, Order order)
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
                               "displaydate"_L1}),
                   order);
}

// Metas that may as well tell when the page was made.
Timestamp dayInMetas(const PageHead &head, Order order)
{
    return firstOf(
        head.allOf({"dc.date.created"_L1, "dcterms.created"_L1, "dcterms.date"_L1, "dc.date"_L1,
                    "pdate"_L1, "ptime"_L1, "creation_date"_L1, "datecreated"_L1, "date"_L1}),
        order);
}

Timestamp modifiedInMetas(const PageHead &head, Order order)
{
    return firstOf(head.allOf({"article:modified_time"_L1, "og:updated_time"_L1, "datemodified"_L1,
                               "dcterms.modified"_L1, "dc.date.modified"_L1, "last-modified"_L1,
                               "lastmod"_L1, "updated_time"_L1}),
                   order);
}

bool saysUpdated(const QString &words)
{
    bool updated = false;
    for (const auto &word : words.split(u' ', Qt::SkipEmptyParts)) {
        auto bare = text::folded(word);
        while (!bare.isEmpty() && !bare.back().isLetter())
            bare.chop(1);
        const auto meaning = text::dateWord(bare);
        if (meaning.published)
            return false;
        updated = updated || meaning.updated;
    }
    return updated;
}

class Search
{
public:
    Search(const PageTree &tree, const TopOfStory &top, Order order)
        : m_tree(tree)
        , m_top(top)
        , m_order(order)
    {
    }

    PublicationDates run()
    {
        microdata();
        if (!m_found.published.isValid())
            inElements(m_top.begin, m_top.end);
        if (!m_found.published.isValid())
            inLines(std::max(m_top.heading, m_top.begin), m_top.end);
        if (!m_found.published.isValid())
            inLines(m_top.begin, m_top.heading);
        if (!m_found.published.isValid())
            inOpening();
        if (!m_found.published.isValid())
            inElements(m_top.end, m_tree.size());
        if (!m_found.published.isValid())
            labelled();
        return m_found;
    }

    // The day that stands under the headline and does not say that it is the last change's.
    [[nodiscard]] Timestamp underHeading() const
    {
        if (m_top.heading < 0)
            return {};
        for (int index = m_tree.after(m_top.heading); index < m_top.end; ++index) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item))
                continue;
            Timestamp date;
            if (isMarked(item))
                date = saidBy(index);
            else if (item.tag == Tag::Text && item.letters >= 6 && item.letters <= 60
                     && text::isDateLine(text::simplified(item.text)))
                date = parsed(text::simplified(item.text), m_order);
            if (date.isValid())
                return isUpdate(index) ? Timestamp() : date;
        }
        return {};
    }

private:
    [[nodiscard]] static bool isElsewhere(const Item &item)
    {
        return item.left == Left::Comments || item.left == Left::Related
            || item.left == Left::Sidebar || item.left == Left::Ignored;
    }

    [[nodiscard]] static bool isMarked(const Item &item)
    {
        return item.tag == Tag::Time
            || (item.evidence.testFlag(Hint::Date) && item.tag != Tag::Text
                && item.letters <= longestDateLine);
    }

    // What an element that is marked as a date says: its attributes before its words.
    [[nodiscard]] Timestamp saidBy(int index) const
    {
        const auto &item = m_tree.at(index);
        for (const auto *attribute :
             {"datetime", "content", "title", "data-date", "data-datetime"}) {
            const auto date = parsed(item.node.attribute(attribute), m_order);
            if (date.isValid())
                return date;
        }
        if (!m_tree.isShort(index, longestDateLine))
            return {};
        return parsed(m_tree.textOf(index), m_order);
    }

    // Its class, its words or those before it call the date the last change's.
    [[nodiscard]] bool isUpdate(int index) const
    {
        const auto &item = m_tree.at(index);
        const auto classes
            = item.tag == Tag::Text ? QString() : item.node.attribute("class").toLower();
        const auto saysPublished = classes.contains("publish"_L1);
        if (!saysPublished && (classes.contains("updated"_L1) || classes.contains("modified"_L1)))
            return true;
        const auto words
            = m_tree.isShort(index, longestDateLine) ? m_tree.textOf(index) : QString();
        if (saysUpdated(words))
            return true;
        for (int before = index - 1; before >= 0 && before > index - 6; --before) {
            const auto &other = m_tree.at(before);
            if (other.tag == Tag::Text && !text::simplified(other.text).isEmpty())
                return other.letters < longestDateLine && saysUpdated(text::simplified(other.text));
        }
        return false;
    }

    void microdata()
    {
        for (int index = 0; index < m_tree.size(); ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag == Tag::Text || !item.node.hasAttribute("itemprop"))
                continue;
            const auto property = item.node.attribute("itemprop");
            if (!m_found.published.isValid() && property.contains("datePublished"_L1))
                m_found.published = saidBy(index);
            if (!m_found.modified.isValid() && property.contains("dateModified"_L1))
                m_found.modified = saidBy(index);
        }
    }

    void inElements(int begin, int end)
    {
        Timestamp updated;
        for (int index = begin; index < end;) {
            const auto &item = m_tree.at(index);
            if (isElsewhere(item)) {
                // Above the story, class names mislead about what is around it.
                index = begin >= m_top.end ? std::max(item.end, index + 1) : index + 1;
                continue;
            }
            ++index;
            if (!isMarked(item))
                continue;
            const auto date = saidBy(index - 1);
            if (!date.isValid())
                continue;
            if (isUpdate(index - 1)) {
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

    // Lines that are nothing but a date.
    void inLines(int begin, int end)
    {
        for (int index = begin; index < end; ++index) {
            const auto &item = m_tree.at(index);
            if (item.tag != Tag::Text || item.letters < 6 || item.letters > longestDateLine)
                continue;
            const auto line = text::simplified(item.text);
            const auto date = parsed(line, m_order);
            if (!date.isValid())
                continue;
            if (text::isDateLine(line) || (item.letters < 60 && index > m_top.heading)) {
                m_found.published = date;
                return;
            }
        }
    }

    // "27.1.2022 - The goats …": a story that begins with its date.
    void inOpening()
    {
        static const QRegularExpression day(
            u"^\\s*(\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{4}|\\d{4}-\\d\\d-\\d\\d)\\b"_s);
        for (int index = m_top.end; index < std::min(m_top.end + 6, m_tree.size()); ++index) {
            const auto &item = m_tree.at(index);
            const auto match
                = item.tag == Tag::Text ? day.match(item.text) : QRegularExpressionMatch();
            if (!match.hasMatch())
                continue;
            m_found.published = parsed(match.captured(1), m_order);
            return;
        }
    }

    // "Published: 3 May 2024", "Last updated: …" at the story's foot.
    void labelled()
    {
        for (int index = m_top.end; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            index = isElsewhere(item) ? std::max(item.end, index + 1) : index + 1;
            if (item.tag != Tag::Text || item.letters < 10 || item.letters > longestDateLine)
                continue;
            const auto line = text::simplified(item.text);
            const auto first = text::folded(line.section(u' ', 0, 0));
            const auto second = text::folded(line.section(u' ', 1, 1));
            const auto announces = [](QString word) {
                while (!word.isEmpty() && !word.back().isLetter())
                    word.chop(1);
                const auto meaning = text::dateWord(word);
                return meaning.published || meaning.updated;
            };
            if (!announces(first) && !announces(second))
                continue;
            if (!text::isDateLine(line))
                continue;
            m_found.published = parsed(line, m_order);
            return;
        }
    }

    const PageTree &m_tree;
    const TopOfStory &m_top;
    Order m_order;
    PublicationDates m_found;
};

// Stamps in UTC name the wrong day where the outlet's day had not begun or ended.
bool isSameMoment(const Timestamp &stamp, const QDate &day)
{
    return stamp.offset == 0 && stamp.time && qAbs(stamp.date.daysTo(day)) == 1;
}

// What readers see corrects what machines are told: the day as written, and the first publication
// where a later change gave the story a new stamp.
Timestamp corrected(const Timestamp &stated, const Timestamp &shown, const Timestamp &inPath)
{
    if (inPath.isValid() && isSameMoment(stated, inPath.date))
        return inPath;
    if (!shown.isValid())
        return stated;
    const auto earlier = shown.date < stated.date;
    return earlier || isSameMoment(stated, shown.date) ? shown : stated;
}

} // namespace

PublicationDates publicationDates(const PageTree &tree, const PageHead &head,
                                  const StructuredData &data, const TopOfStory &top,
                                  const QUrl &address)
{
    const auto order = orderOf(head);
    PublicationDates dates{.published = parsed(data.published, order),
                           .modified = parsed(data.modified, order)};
    if (!dates.published.isValid())
        dates.published = publishedInMetas(head, order);
    if (!dates.modified.isValid())
        dates.modified = modifiedInMetas(head, order);
    const auto inPath = text::dateInPath(address.path());
    Search search(tree, top, order);
    if (!dates.published.isValid()) {
        dates.published = dayInMetas(head, order);
        const auto shown = search.underHeading();
        if (dates.published.isValid() && shown.isValid())
            dates.published = shown;
    }
    if (dates.published.isValid()) {
        dates.published = corrected(dates.published, search.underHeading(), inPath);
        return dates;
    }
    const auto visible = search.run();
    dates.published = visible.published.isValid() ? visible.published : inPath;
    if (!dates.modified.isValid())
        dates.modified = visible.modified;
    return dates;
}

} // namespace extraction
