#include "formats/linewrap.h"
#include "formats/runtogether.h"
#include "formats/story.h"
#include "formats/textblocks.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

constexpr int longestSubhead = 70;
// Titles of other stories are headlines; a longer text is not only that.
constexpr qsizetype longestRelated = 250;
// A caption without its picture is a line or two in the middle of a story.
constexpr int longestLostCaption = 220;
// Longer paragraphs are not joined: no page is that long.
constexpr qsizetype longestBroken = 3000;
// What is longer is no label, no title and no date.
constexpr qsizetype longestLine = 500;

bool isPlainParagraph(const Block &block)
{
    if (block.kind == Block::Kind::Paragraph && block.text.size() > longestLine)
        return true;
    return block.kind == Block::Kind::Paragraph && text::relatedTitle(block.text).isEmpty()
        && !text::isRelatedHeading(block.text) && !text::isDateLine(block.text);
}

bool isLostCaption(const Block &block)
{
    return block.text.size() <= longestLine && columns(block.text) <= longestLostCaption
        && captionAt({block}, 0, CaptionPlace::PictureLost).blocks > 0;
}

// "Read also:" with nothing behind it: the title stands in the next line.
bool announcesRelated(const QString &text)
{
    return text.size() < 2 * longestSubhead
        && (text::isRelatedHeading(text) || text::relatedTitle(text + " Aa"_L1) == "Aa"_L1);
}

bool goesOn(const Block &before, const Block &block)
{
    return !block.continues && before.text.size() < longestBroken && isPlainParagraph(block)
        && isPlainParagraph(before) && !isLostCaption(block) && !isLostCaption(before)
        && continuesSentence(before.text, block.text);
}

// Joins the paragraphs that a page break has parted.
Blocks mended(const Blocks &blocks)
{
    Blocks whole;
    bool grown = false;
    const auto close = [&] {
        if (!grown)
            return;
        const bool continues = whole.last().continues;
        whole.last() = textParagraph(whole.last().marked);
        whole.last().continues = continues;
        grown = false;
    };
    for (const auto &block : blocks) {
        if (whole.isEmpty() || !goesOn(whole.last(), block)) {
            close();
            whole.append(block);
            continue;
        }
        appendLine(whole.last().text, block.text);
        appendLine(whole.last().marked, block.marked);
        grown = true;
    }
    close();
    return whole;
}

bool isSubhead(const Blocks &blocks, qsizetype at)
{
    if (at + 1 >= blocks.size() || blocks[at].continues || blocks[at + 1].continues
        || !isPlainParagraph(blocks[at]))
        return false;
    const auto &text = blocks[at].text;
    const auto &next = blocks[at + 1];
    if (endsSentence(text) || columns(text) > longestSubhead || text.endsWith(u',')
        || !std::ranges::any_of(text, [](QChar one) { return one.isLetter(); }))
        return false;
    return next.kind == Block::Kind::List || next.kind == Block::Kind::Quote
        || (isPlainParagraph(next) && endsSentence(next.text));
}

class Body
{
public:
    explicit Body(Draft &draft)
        : m_blocks(draft.writing == Writing::PlainText ? mended(draft.blocks) : draft.blocks)
        , m_stated(draft.stated)
        , m_writing(draft.writing)
    {
    }

    QString write()
    {
        while (m_at < m_blocks.size()) {
            if (!writeRelated() && !writeRelatedList() && !writeFigure())
                writeBlock();
        }
        endParagraph();
        return m_html;
    }

private:
    void endParagraph()
    {
        if (m_open)
            m_html += "</p>\n"_L1;
        m_open = false;
    }

    void put(const QString &html)
    {
        endParagraph();
        m_html += html + u'\n';
    }

    void putRelated(const QString &title, const QUrl &url)
    {
        const auto written = html::escaped(title);
        const auto inside = url.isEmpty()
            ? written
            : u"<a href=\"%1\">%2</a>"_s.arg(html::escaped(url.toString(QUrl::FullyEncoded)),
                                             written);
        put("<aside class=\"related\">"_L1 + inside + "</aside>"_L1);
        m_stated.related.append({.title = title, .url = url});
    }

    // "Related article: TITLE", with or without its address behind it.
    bool writeRelated()
    {
        const auto &block = m_blocks[m_at];
        const bool line
            = block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading;
        if (!line || block.text.size() > longestRelated + 400)
            return false;
        auto title = text::relatedTitle(block.text);
        if (title.isEmpty())
            return writeRunTogether(block.text);
        static const QRegularExpression address(uR"(\s*[<(\[]?\s*https?://\S+\s*$)"_s);
        title = text::simplified(title.remove(address));
        if (title.isEmpty() || title.size() > longestRelated)
            return false;
        putRelated(title, block.links.isEmpty() ? QUrl() : block.links.last().url);
        ++m_at;
        return true;
    }

    bool writeRunTogether(const QString &text)
    {
        const auto parts = headingRunTogether(text, text::isRelatedHeading);
        if (parts.heading.isEmpty() || endsSentence(parts.rest))
            return false;
        for (const auto &title : titlesRunTogether(parts.rest))
            putRelated(title, {});
        ++m_at;
        return true;
    }

    // "More on this story", and a list of titles after it.
    bool writeRelatedList()
    {
        const auto &block = m_blocks[m_at];
        const bool line
            = block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading;
        if (!line || (!announcesRelated(block.text) && !isAboveRelated()))
            return false;
        const auto heading = m_at++;
        const auto before = m_stated.related.size();
        // Some label each of the lines below, too.
        while (m_at < m_blocks.size()) {
            if (writeRelated())
                continue;
            if (!writeRelatedItems(m_blocks[m_at]))
                break;
            ++m_at;
        }
        if (m_stated.related.size() == before)
            m_at = heading;
        return m_stated.related.size() > before;
    }

    // "Related", which alone may head anything, over "Related: TITLE".
    [[nodiscard]] bool isAboveRelated() const
    {
        const auto &text = m_blocks[m_at].text;
        return m_at + 1 < m_blocks.size() && text.size() < longestSubhead
            && text::isRelatedHeading(text + u':')
            && !text::relatedTitle(m_blocks[m_at + 1].text).isEmpty();
    }

    bool writeRelatedItems(const Block &block)
    {
        if (block.kind == Block::Kind::List) {
            for (const auto &item : block.items)
                putRelated(item.text, item.links.isEmpty() ? QUrl() : item.links.first().url);
            return true;
        }
        const bool heading = block.kind == Block::Kind::Heading && block.onlyLinks;
        if ((block.kind != Block::Kind::Paragraph && !heading)
            || block.text.size() > longestRelated)
            return false;
        if (block.onlyLinks) {
            for (const auto &link : block.links)
                putRelated(link.title, link.url);
            return true;
        }
        const bool first = m_at > 0 && announcesRelated(m_blocks[m_at - 1].text)
            && columns(block.text) <= 2 * longestSubhead && m_writing == Writing::PlainText;
        const bool title = (block.continues || first || isLastTitle()) && !endsSentence(block.text);
        if (title) {
            for (const auto &one : titlesRunTogether(block.text))
                putRelated(one, {});
        }
        return title;
    }

    // Below a story titles may stand line by line; a subhead has its text under it.
    bool isLastTitle() const
    {
        for (auto at = m_at; at < m_blocks.size(); ++at) {
            const auto &block = m_blocks[at];
            if (block.kind != Block::Kind::Paragraph || endsSentence(block.text)
                || columns(block.text) > 2 * longestSubhead)
                return false;
        }
        return m_writing == Writing::PlainText;
    }

    bool writeFigure()
    {
        const auto &block = m_blocks[m_at];
        if (block.kind == Block::Kind::Picture) {
            const auto found = captionAt(m_blocks, m_at + 1, CaptionPlace::AfterPicture);
            putFigure(block.figure, found);
            m_at += 1 + found.blocks;
            return true;
        }
        if (block.kind != Block::Kind::Paragraph || block.continues
            || block.text.size() > longestLine)
            return false;
        // What is longer must say what it is.
        const auto found = columns(block.text) > longestLostCaption
            ? bracketedCaption(block.text)
            : captionAt(m_blocks, m_at, CaptionPlace::PictureLost);
        if (found.blocks == 0)
            return false;
        putFigure({}, found);
        m_at += found.blocks;
        return true;
    }

    void putFigure(Figure figure, const FoundCaption &found)
    {
        if (found.blocks > 0) {
            figure.caption = found.caption;
            figure.credit = found.credit;
        }
        QString html = u"<figure>"_s;
        if (!figure.src.isEmpty())
            html += u"<img src=\"%1\" alt=\"%2\">"_s.arg(html::escaped(figure.src),
                                                         html::escaped(figure.alt));
        if (!figure.caption.isEmpty() || !figure.credit.isEmpty()) {
            html += "<figcaption>"_L1 + html::escaped(figure.caption);
            if (!figure.credit.isEmpty())
                html += u" <span class=\"credit\">%1</span>"_s.arg(html::escaped(figure.credit));
            html += "</figcaption>"_L1;
        }
        put(html + "</figure>"_L1);
        m_stated.figures.append(figure);
    }

    void writeBlock()
    {
        const auto &block = m_blocks[m_at];
        switch (block.kind) {
        case Block::Kind::Paragraph:
            writeParagraph(block);
            break;
        case Block::Kind::Heading:
            // The page's own headline is its only <h1>.
            put(u"<h%1>%2</h%1>"_s.arg(std::clamp(block.level, 2, 6)).arg(block.html));
            break;
        case Block::Kind::Rule:
            put(u"<hr>"_s);
            break;
        default:
            put(block.html);
        }
        ++m_at;
    }

    void writeParagraph(const Block &block)
    {
        if (m_writing == Writing::PlainText && isSubhead(m_blocks, m_at)) {
            put("<h2>"_L1 + block.html + "</h2>"_L1);
            return;
        }
        if (m_open && block.continues) {
            m_html += "<br>"_L1 + block.html;
            return;
        }
        endParagraph();
        m_html += "<p>"_L1 + block.html;
        m_open = true;
    }

    Blocks m_blocks;
    Article &m_stated;
    Writing m_writing;
    qsizetype m_at = 0;
    QString m_html;
    bool m_open = false; // A paragraph that further lines may continue.
};

} // namespace

QString formats::takeBody(Draft &draft)
{
    return Body(draft).write();
}
