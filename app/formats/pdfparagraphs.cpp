#include "formats/pdfparagraphs.h"

#include "formats/block.h"
#include "formats/linewrap.h"
#include "formats/textblocks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using formats::pdf::Line;
using formats::pdf::Page;
using formats::pdf::Paragraph;
using formats::pdf::Picture;
using formats::pdf::Setting;

constexpr double sameSize = 0.06;
constexpr double sameEdge = 3; // Points.
// Ems by which the first line of a paragraph is set in.
constexpr double indent = 0.8;
constexpr double deepestIndent = 4;
// Shares of the leading of a text that still are one line's distance, for uneven rounding.
constexpr double leastLead = 0.5;
constexpr double mostLead = 1.2;
// A caption's first line is no further below its picture than this, in leadings.
constexpr double captionDistance = 2;
constexpr double captionSlack = 6; // Points it may reach beyond its picture.

bool startsLower(const QString &text)
{
    return !text.isEmpty() && text.front().isLower();
}

class ParagraphBuilder
{
public:
    ParagraphBuilder(const QList<Page> &pages, const Setting &setting,
                     const QSet<QString> &hyphenated)
        : m_pages(pages)
        , m_setting(setting)
        , m_hyphenated(hyphenated)
    {
    }

    QList<Paragraph> build()
    {
        for (m_page = 0; m_page < m_pages.size(); ++m_page) {
            auto pictures = m_pages[m_page].pictures;
            m_picture = {};
            m_last = {};
            for (const auto &line : m_pages[m_page].lines) {
                takePicturesAbove(pictures, line);
                takeLine(line);
            }
            for (const auto &picture : pictures)
                append(picture);
        }
        return std::move(m_paragraphs);
    }

private:
    double leadingOf(double size) const { return m_setting.leading * size / m_setting.size; }

    void takePicturesAbove(QList<Picture> &pictures, const Line &line)
    {
        pictures.removeIf([&](const Picture &picture) {
            const bool sameColumn = formats::pdf::columnOf(picture.area, m_setting.columns)
                == formats::pdf::columnOf(line.box, m_setting.columns);
            const bool above = picture.area.center().y() < line.box.center().y() && sameColumn;
            if (above)
                append(picture);
            return above;
        });
    }

    void append(const Picture &picture)
    {
        m_paragraphs.append({.picture = picture.name, .box = picture.area, .page = m_page});
        m_picture = picture.area;
        m_last = {};
    }

    // Whether a line stands under the last picture, within its width.
    bool isUnderPicture(const Line &line) const
    {
        if (m_picture.isEmpty() || m_paragraphs.isEmpty())
            return false;
        const bool near = line.box.top() - m_paragraphs.last().box.bottom()
            < captionDistance * leadingOf(line.size) - line.size;
        return near && line.box.left() > m_picture.left() - captionSlack
            && line.box.right() < m_picture.right() + captionSlack;
    }

    // Narrower than the text, or set in another way.
    bool isCaption(const Line &line) const
    {
        const auto column = m_setting.columns.value(
            std::max<qsizetype>(0, formats::pdf::columnOf(line.box, m_setting.columns)));
        return isUnderPicture(line)
            && (line.box.left() > column.left + sameEdge
                || line.size < (1 - sameSize) * m_setting.size || line.italic);
    }

    double rightEdge(const Line &line) const
    {
        if (isUnderPicture(line))
            return m_picture.right();
        const auto at = formats::pdf::columnOf(line.box, m_setting.columns);
        const auto column = m_setting.columns.value(std::max<qsizetype>(0, at));
        // Headlines over several columns end where the last of them does.
        return line.box.right() > column.right ? m_setting.columns.last().right : column.right;
    }

    // Whether the next line's first word had found no room any more.
    static bool isFull(const Line &line, const Line &next, double edge)
    {
        return line.box.right() + next.firstWord + 0.2 * line.size > edge - 0.1 * line.size;
    }

    static bool sameStyle(const Line &line, const Line &next)
    {
        return std::abs(line.size - next.size) <= sameSize * std::max(line.size, next.size)
            && (line.bold == next.bold || line.endsBold == next.startsBold);
    }

    bool goesOn(const Line &next, bool caption) const
    {
        if (m_last.text.isEmpty() || !sameStyle(m_last, next)
            || m_paragraphs.last().caption != caption)
            return false;
        const auto lead = next.box.center().y() - m_last.box.center().y();
        const auto usual = leadingOf(next.size);
        if (lead < leastLead * usual || lead > mostLead * usual)
            return false;
        const auto shift = next.box.left() - m_last.box.left();
        const auto ems = shift / next.size;
        const bool first = m_paragraphs.last().lines == 1;
        if (ems > indent && ems < deepestIndent && !(first && isBullet(m_last.text)))
            return false;
        if (ems < -indent && !first)
            return false;
        if (isBullet(next.text) && (first || formats::endsSentence(m_last.text))
            && !isHeading(next))
            return false;
        return isFull(m_last, next, rightEdge(m_last))
            || (startsLower(next.text) && !formats::endsSentence(m_last.text));
    }

    bool isHeading(const Line &line) const { return line.size > (1 + sameSize) * m_setting.size; }

    static bool isBullet(const QString &text)
    {
        static const QRegularExpression bullet(uR"(^(?:[•‣◦▪■●–*-]|\d{1,2}[.)])(?:\s|$))"_s);
        return bullet.match(text).hasMatch();
    }

    // The rest of a paragraph that a page or column has broken.
    bool continuesAcross(const Line &next) const
    {
        if (m_last.text.isEmpty() && m_paragraphs.isEmpty())
            return false;
        const auto at = lastText();
        if (at < 0)
            return false;
        const auto &before = m_paragraphs[at];
        const bool elsewhere = before.page != m_page || next.box.top() < before.box.top();
        const bool same = std::abs(before.size - next.size) <= sameSize * next.size
            && before.bold == next.bold && !before.caption && before.indented == isIndented(next);
        return elsewhere && same && before.full && !isBullet(next.text)
            && std::abs(next.size - m_setting.size) <= sameSize * m_setting.size
            && (startsLower(next.text) || !formats::endsSentence(before.text));
    }

    // The last paragraph of text, with nothing but pictures behind it.
    qsizetype lastText() const
    {
        auto at = m_paragraphs.size() - 1;
        while (at >= 0 && (!m_paragraphs[at].picture.isEmpty() || m_paragraphs[at].caption))
            --at;
        return at;
    }

    bool isIndented(const Line &line) const
    {
        const auto column = m_setting.columns.value(
            std::max<qsizetype>(0, formats::pdf::columnOf(line.box, m_setting.columns)));
        return line.box.left() - column.left > indent * line.size;
    }

    void takeLine(const Line &line)
    {
        const bool caption = isCaption(line);
        if (goesOn(line, caption))
            join(m_paragraphs.last(), line);
        else if (continuesAcross(line))
            join(m_paragraphs[lastText()], line);
        else
            begin(line, caption);
        auto &current = m_paragraphs[caption ? m_paragraphs.size() - 1 : lastText()];
        current.full = line.box.right() + 4 * line.size > rightEdge(line);
        if (!isUnderPicture(line))
            m_picture = {};
        m_last = line;
    }

    void begin(const Line &line, bool caption)
    {
        const bool close = !m_last.text.isEmpty() && sameStyle(m_last, line)
            && line.box.top() > m_last.box.top()
            && line.box.center().y() - m_last.box.center().y() < mostLead * leadingOf(line.size);
        m_paragraphs.append({.page = m_page,
                             .size = line.size,
                             .bold = line.bold,
                             .italic = line.italic,
                             .caption = caption,
                             .indented = isIndented(line),
                             .close = close});
        join(m_paragraphs.last(), line);
    }

    void join(Paragraph &paragraph, const Line &line)
    {
        const auto before = double(paragraph.text.size());
        const auto added = double(line.text.size());
        formats::appendLine(paragraph.text, line.text, m_hyphenated);
        paragraph.box = paragraph.page == m_page ? paragraph.box.united(line.box) : line.box;
        paragraph.page = m_page;
        paragraph.linked
            = (paragraph.linked * before + line.linked * added) / std::max(1.0, before + added);
        paragraph.italic = paragraph.italic && line.italic;
        // Only its first line may be set in.
        paragraph.indented = paragraph.indented && isIndented(line);
        ++paragraph.lines;
        for (const auto &link : line.links) {
            if (!paragraph.links.isEmpty() && paragraph.links.last().url == link.url)
                formats::appendLine(paragraph.links.last().title, link.title, m_hyphenated);
            else
                paragraph.links.append(link);
        }
    }

    const QList<Page> &m_pages;
    const Setting &m_setting;
    const QSet<QString> &m_hyphenated;
    QList<Paragraph> m_paragraphs;
    qsizetype m_page = 0;
    QRectF m_picture; // The last one, until text follows that is no caption.
    Line m_last;
};

} // namespace

QList<Paragraph> formats::pdf::paragraphsOf(const QList<Page> &pages, const Setting &setting)
{
    QList<formats::Line> written;
    for (const auto &page : pages) {
        for (const auto &line : page.lines)
            written.append({.text = line.text});
    }
    const auto hyphenated = hyphenatedWords(written);
    return ParagraphBuilder(pages, setting, hyphenated).build();
}
