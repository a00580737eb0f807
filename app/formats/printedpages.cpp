#include "formats/printedpages.h"

#include "text/dates.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::Line;

namespace {

using Page = QList<Line>;

// Lines at the top and bottom of a page that may be its running head or foot.
constexpr int edgeLines = 2;

// The foot that print programs write, at the end of a line which may begin with an address.
const QRegularExpression pageCount(
    uR"((?:^|\s)(?:page|seite|página|pagina|pág\.|стр\.|страница|صفحة|第)\s*\d+)"
    uR"(\s*(?:of|von|de|sur|di|из|من|van|/|,|页|頁|ページ)\s*(?:共|全)?\s*\d+\s*(?:页|頁|ページ)?\s*$)"
    uR"(|^\s*https?://\S+\s+\d+\s*/\s*\d+\s*$)"_s,
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
// A number alone is a page's only where the page ends.
const QRegularExpression bareNumber(uR"(^\s*[-–—]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–—]?\s*$)"_s);
const QRegularExpression pageOfPages(uR"(^\s*\d{1,4}\s*/\s*\d{1,4}\s*$)"_s);
const QRegularExpression soleAddress(uR"(^\s*https?://\S+\s*$)"_s);
// When it was printed: "11/22/26, 10:37 AM".
const QRegularExpression
    printTime(uR"(^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[.,]?\s+\d{1,2}[:.]\d{2}(?:\s*[AP]M)?\s*$)"_s,
              QRegularExpression::CaseInsensitiveOption);
// "The Example Times - 4 April 2025".
const QRegularExpression siteAndDate(uR"(^\s*(\S.{1,60}?)\s+[-–—|]\s+(\S.{3,80})$)"_s);

bool isPageCount(const QString &line)
{
    return line.size() < 500 && pageCount.match(line).hasMatch();
}

Line trimmedLine(QStringView line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return {.text = line.toString()};
}

QList<Page> pagesOf(const QString &text)
{
    const bool formFeeds = text.contains(u'\f');
    QList<Page> pages(1);
    for (const auto part : QStringTokenizer(text, u'\f')) {
        if (!pages.last().isEmpty())
            pages.append(Page());
        for (const auto line : QStringTokenizer(part, u'\n')) {
            pages.last().append(trimmedLine(line));
            if (!formFeeds && isPageCount(pages.last().last().text))
                pages.append(Page());
        }
    }
    // A form feed closes the last page as well.
    const auto isBlank = [](const Line &line) { return line.text.isEmpty(); };
    if (pages.size() > 1 && std::ranges::all_of(pages.last(), isBlank))
        pages.removeLast();
    return pages;
}

// What is the same on every page but for its numbers.
QString edgeKey(const QString &line, QLatin1Char edge)
{
    static const QRegularExpression digits(uR"(\d+)"_s);
    return edge + QString(line).simplified().replace(digits, u"#"_s);
}

QList<qsizetype> edge(const Page &page, QLatin1Char which)
{
    QList<qsizetype> found;
    for (qsizetype n = 0; n < page.size() && found.size() < edgeLines; ++n) {
        const auto at = which == '^'_L1 ? n : page.size() - 1 - n;
        if (!page[at].text.isEmpty())
            found.append(at);
    }
    return found;
}

QHash<QString, int> edgeCounts(const QList<Page> &pages)
{
    QHash<QString, int> counts;
    for (const auto &page : pages) {
        for (const auto which : {'^'_L1, '$'_L1}) {
            for (const auto at : edge(page, which))
                ++counts[edgeKey(page[at].text, which)];
        }
    }
    return counts;
}

class Furniture
{
public:
    explicit Furniture(QList<Page> &pages)
        : m_pages(pages)
        , m_counts(edgeCounts(pages))
    {
    }

    QStringList remove()
    {
        for (auto &page : m_pages) {
            removeEdge(page, '$'_L1);
            removeEdge(page, '^'_L1);
        }
        if (m_pages.size() == 1)
            removeSoleFoot();
        if (m_numbered)
            removeSoleHead();
        return m_removed;
    }

private:
    void removeEdge(Page &page, QLatin1Char which)
    {
        for (int n = 0; n < edgeLines; ++n) {
            const auto outermost = edge(page, which).value(0, -1);
            if (outermost < 0 || !isFurniture(page[outermost].text, which))
                return;
            take(page, outermost);
        }
    }

    bool isFurniture(const QString &line, QLatin1Char which)
    {
        if (isPageCount(line)) {
            m_numbered = true;
            return true;
        }
        if (m_pages.size() < 2)
            return false;
        // The last page often has a line less, so that two pages must do.
        return bareNumber.match(line).hasMatch() || m_counts.value(edgeKey(line, which)) > 1;
    }

    // A story of one page repeats nothing; its head is known by its form.
    void removeSoleHead()
    {
        const auto top = edge(m_pages.first(), '^'_L1).value(0, -1);
        if (top < 0)
            return;
        const auto match = siteAndDate.match(m_pages.first()[top].text);
        if (match.hasMatch() && text::isDateLine(match.capturedView(2)))
            take(m_pages.first(), top);
    }

    // What a browser prints below the only page.
    void removeSoleFoot()
    {
        auto &page = m_pages.first();
        const auto foot = edge(page, '$'_L1);
        if (foot.size() < 2 || !pageOfPages.match(page[foot[0]].text).hasMatch()
            || !soleAddress.match(page[foot[1]].text).hasMatch())
            return;
        take(page, foot[0]);
        take(page, foot[1]);
        for (const auto at : edge(page, '^'_L1)) {
            if (printTime.match(page[at].text).hasMatch()) {
                take(page, at);
                return;
            }
        }
    }

    void take(Page &page, qsizetype at)
    {
        const auto line = page[at].text.trimmed();
        if (!m_removed.contains(line))
            m_removed.append(line);
        page.remove(at);
    }

    QList<Page> &m_pages;
    QHash<QString, int> m_counts;
    QStringList m_removed;
    bool m_numbered = false;
};

} // namespace

formats::PrintedPages formats::printedPages(const QString &text)
{
    auto pages = pagesOf(text);
    PrintedPages printed;
    printed.heads = Furniture(pages).remove();
    for (auto &page : pages) {
        const auto first = edge(page, '^'_L1).value(0, -1);
        if (first >= 0 && !printed.lines.isEmpty())
            page[first].newPage = true;
        printed.lines += page;
    }
    const auto has = [&](const QRegularExpression &form) {
        return std::ranges::any_of(
            printed.heads, [&](const QString &head) { return form.match(head).hasMatch(); });
    };
    printed.browser = has(soleAddress) && has(pageOfPages);
    return printed;
}
