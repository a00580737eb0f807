#include "formats/pdflines.h"

#include "formats/block.h"
#include "formats/pdfsigns.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

using formats::pdf::Line;
using print::Word;

// Gaps in ems: what is narrower parts no words, what is wider parts two lines side by side.
constexpr double wordGap = 0.08;
constexpr double lineGap = 3;
constexpr double wideSlack = 2; // Ideographs.
// The share of its letters that makes a line bold or italic.
constexpr double mostLetters = 0.95;

bool isRightToLeft(QChar letter)
{
    const auto direction = letter.direction();
    return direction == QChar::DirR || direction == QChar::DirAL;
}

QRectF mirrored(const QRectF &box, double width)
{
    return {width - box.right(), box.top(), box.width(), box.height()};
}

bool namesAny(const QString &font, std::initializer_list<QLatin1StringView> styles)
{
    return std::ranges::any_of(
        styles, [&](auto style) { return font.contains(style, Qt::CaseInsensitive); });
}

// Letters without spaces between them are as wide as the font is large, which is more certain than
// what fonts that are drawn glyph by glyph tell.
double sizeOf(const Word &word, const print::Font &font)
{
    const auto wide = std::ranges::count_if(word.text, formats::isWideScript);
    if (wide >= 4 && wide == word.text.size())
        return word.box.width() / double(wide);
    return font.size > 0 ? font.size : word.box.height();
}

class LineBuilder
{
public:
    LineBuilder(const print::Page &page, bool rightToLeft)
        : m_page(page)
        , m_rightToLeft(rightToLeft)
    {
    }

    QList<Line> build()
    {
        const auto words = formats::pdf::withoutNoteSigns(m_page, m_rightToLeft);
        for (const auto &word : words)
            add(word);
        end();
        return std::move(m_lines);
    }

private:
    QRectF placed(const QRectF &box) const
    {
        return m_rightToLeft ? mirrored(box, m_page.width) : box;
    }

    void add(const Word &word)
    {
        const auto font = m_page.fonts.value(word.font);
        const auto box = placed(word.box);
        if (!std::isfinite(box.width() + box.right() + box.bottom()))
            return;
        const auto size = sizeOf(word, font);
        const auto gap = box.left() - m_line.box.right();
        const bool otherSize = std::abs(size - m_size) > 0.2 * size;
        const bool elsewhere = word.line != m_number || gap > (otherSize ? 1 : lineGap) * size
            || box.top() > m_line.box.bottom() || box.bottom() < m_line.box.top();
        if (m_line.text.isEmpty() || elsewhere) {
            end();
            m_number = word.line;
            m_line = {.box = box, .firstWord = firstPart(word, box)};
        } else if (gap > wordGap * size) {
            m_line.text += u' ';
        }
        m_size = size;
        takeLinks(word, box);
        m_line.text += word.text;
        m_line.box = m_line.box.united(box);
        weigh(word, font, size);
    }

    // A line may be broken between any two ideographs, but not before a full stop.
    static double firstPart(const Word &word, const QRectF &box)
    {
        const bool wide = formats::isWideScript(word.text.front());
        return wide ? wideSlack * box.width() / double(word.text.size()) : box.width();
    }

    void weigh(const Word &word, const print::Font &font, double size)
    {
        const auto letters = double(word.text.size());
        m_letters += letters;
        m_sizes += letters * size;
        m_line.endsBold = namesAny(font.name, {"bold"_L1, "black"_L1, "heavy"_L1, "demi"_L1});
        m_line.startsBold = m_letters > letters ? m_line.startsBold : m_line.endsBold;
        m_bold += m_line.endsBold ? letters : 0;
        m_italic += namesAny(font.name, {"italic"_L1, "oblique"_L1}) ? letters : 0;
    }

    void takeLinks(const Word &word, const QRectF &box)
    {
        for (const auto &link : m_page.links) {
            if (!placed(link.area).contains(box.center()))
                continue;
            m_linked += double(word.text.size());
            const QUrl url(link.address);
            if (m_line.links.isEmpty() || m_line.links.last().url != url)
                m_line.links.append({.title = word.text, .url = url});
            else
                m_line.links.last().title += u' ' + word.text;
            return;
        }
    }

    void end()
    {
        if (!m_line.text.isEmpty()) {
            m_line.size = m_sizes / m_letters;
            m_line.bold = m_bold > mostLetters * m_letters;
            m_line.italic = m_italic > mostLetters * m_letters;
            m_line.linked = m_linked / m_letters;
            m_lines.append(std::move(m_line));
        }
        m_line = {};
        m_letters = m_sizes = m_bold = m_italic = m_linked = 0;
    }

    const print::Page &m_page;
    bool m_rightToLeft;
    QList<Line> m_lines;
    Line m_line;
    qint32 m_number = -1;
    double m_size = 0; // Of the word before.
    double m_letters = 0;
    double m_sizes = 0;
    double m_bold = 0;
    double m_italic = 0;
    double m_linked = 0;
};

} // namespace

bool formats::pdf::runsRightToLeft(const QList<print::Page> &pages)
{
    qint64 letters = 0;
    qint64 rightToLeft = 0;
    for (const auto &page : pages) {
        for (const auto &word : page.words) {
            letters += std::ranges::count_if(word.text, [](QChar one) { return one.isLetter(); });
            rightToLeft += std::ranges::count_if(word.text, isRightToLeft);
        }
    }
    return 2 * rightToLeft > letters;
}

formats::pdf::Page formats::pdf::linesOf(const print::Page &page, bool rightToLeft)
{
    Page lines{.width = page.width, .height = page.height};
    lines.lines = LineBuilder(page, rightToLeft).build();
    for (const auto &place : page.pictures)
        lines.pictures.append(
            {.area = rightToLeft ? mirrored(place.area, page.width) : place.area});
    return lines;
}
