#include "formats/pdfheads.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using formats::pdf::Line;
using formats::pdf::Page;

// The share of a page's height at its edges where heads and feet stand.
constexpr double edgeShare = 0.09;
// Heads of two pages stand at the same place when they are nearer than this, in points.
constexpr double samePlace = 4;
// Of one text; no file of more pages is read.
constexpr qsizetype mostPlaces = 1000;

// "3/7", "Page 3 of 7", "– 3 –".
const QRegularExpression pageNumber(
    uR"(^\s*[-–—]?\s*(?:(?:page|seite|página|pagina|pág\.|стр\.|страница|صفحة|第)\s*)?\d{1,4})"
    uR"((?:\s*(?:of|von|de|sur|di|из|من|van|/|,)\s*\d{1,4})?\s*(?:页|頁|ページ)?\s*[-–—]?\s*$)"_s,
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
const QRegularExpression
    pageCount(uR"(^\s*(?:\D{0,12}\s)?\d{1,4}\s*(?:/|of|von|de|sur)\s*\d{1,4}\s*$)"_s);
const QRegularExpression soleAddress(
    uR"(^\s*((?:https?|file)://\S+)(?:\s+(?:\p{L}+\s)?\d+\s*(?:/|of|von|de|sur)\s*\d+)?\s*$)"_s);
// A day and a time in figures, as browsers print when they printed: "11/22/26, 10:37 AM". In pages
// that run from right to left the time may come first.
const QRegularExpression printMoment(
    uR"(^(?=.*\d[./-]\s?\d{1,2}[./-]\s?\d)(?=.*\d{1,2}[:.]\d{2}\b)[\s\d./:,-]*(?:\p{L}{1,3}\.?[\s\d./:,-]*){0,2}$)"_s);

bool isAtEdge(const Line &line, const Page &page)
{
    return line.box.bottom() < edgeShare * page.height
        || line.box.top() > (1 - edgeShare) * page.height;
}

QString keyOf(const Line &line)
{
    static const QRegularExpression digits(uR"(\d+)"_s);
    return QString(line.text).replace(digits, u"#"_s);
}

class HeadTaker
{
public:
    explicit HeadTaker(QList<Page> &pages)
        : m_pages(pages)
    {
        for (const auto &page : pages) {
            for (const auto &line : page.lines) {
                if (!isAtEdge(line, page))
                    continue;
                auto &places = m_places[keyOf(line)];
                if (places.size() < mostPlaces)
                    places.append(line.box.top());
            }
        }
    }

    formats::pdf::RunningHeads take()
    {
        const auto printed = std::ranges::any_of(m_pages, isPrintedByBrowser);
        for (auto &page : m_pages) {
            const auto [top, bottom] = browserRows(page, printed);
            for (auto at = page.lines.size() - 1; at >= 0; --at) {
                const auto &line = page.lines[at];
                const bool inRow = std::abs(line.box.center().y() - top) < samePlace
                    || std::abs(line.box.center().y() - bottom) < samePlace;
                if (isAtEdge(line, page) && (inRow || returns(line) || isNumber(line)))
                    remove(page, at);
            }
        }
        std::ranges::reverse(m_heads.lines);
        return std::move(m_heads);
    }

private:
    // A browser's head and foot are told by the address and number, or the moment of printing.
    static bool isPrintedByBrowser(const Page &page)
    {
        return std::ranges::any_of(page.lines, [&](const Line &line) {
            return isAtEdge(line, page)
                && (soleAddress.match(line.text).hasMatch()
                    || printMoment.match(line.text).hasMatch());
        });
    }

    // The heights of the two rows in which a browser prints.
    static std::pair<double, double> browserRows(const Page &page, bool printed)
    {
        std::pair<double, double> rows{-100, -100};
        if (!printed)
            return rows;
        for (const auto &line : page.lines) {
            if (!isAtEdge(line, page))
                continue;
            const bool telling = soleAddress.match(line.text).hasMatch()
                || printMoment.match(line.text).hasMatch() || pageCount.match(line.text).hasMatch();
            if (telling)
                (line.box.top() < page.height / 2 ? rows.first : rows.second)
                    = line.box.center().y();
        }
        return rows;
    }

    bool returns(const Line &line) const
    {
        const auto places = m_places.value(keyOf(line));
        return std::ranges::count_if(
                   places, [&](double top) { return std::abs(top - line.box.top()) < samePlace; })
            > 1;
    }

    bool isNumber(const Line &line) const
    {
        return m_pages.size() > 1 && pageNumber.match(line.text).hasMatch();
    }

    void remove(Page &page, qsizetype at)
    {
        const auto text = page.lines[at].text;
        if (!m_heads.lines.contains(text))
            m_heads.lines.append(text);
        // Long addresses are cut off with an ellipsis.
        const auto address = soleAddress.match(text);
        if (address.hasMatch() && m_heads.address.isEmpty() && !text.contains(u'…')
            && text.startsWith("http"_L1))
            m_heads.address = QUrl(address.captured(1));
        page.lines.removeAt(at);
    }

    QList<Page> &m_pages;
    QHash<QString, QList<double>> m_places;
    formats::pdf::RunningHeads m_heads;
};

} // namespace

formats::pdf::RunningHeads formats::pdf::takeRunningHeads(QList<Page> &pages)
{
    return HeadTaker(pages).take();
}
