#include "formats/pdfblocks.h"

#include "html/sanitise.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using formats::Block;
using formats::Blocks;
using formats::pdf::Paragraph;
using formats::pdf::Setting;
using formats::pdf::Story;

// How much larger than the text a headline and a heading are set.
constexpr double headlineScale = 1.25;
constexpr double headingScale = 1.1;
constexpr qsizetype shortestHeadline = 6; // Columns.
constexpr qsizetype longestHeadline = 220;
constexpr int longestBoldHeading = 100;
constexpr double mostlyLinked = 0.85;
// A headline stands on one of the first pages, if it has one to itself, on the second.
constexpr qsizetype headlinePages = 2;
// The share of a file's text that may stand before its story.
constexpr double mostBefore = 0.3;
// Above a headline flatter pictures are a site's banner, narrower ones its sign.
constexpr double flattest = 3.5;
constexpr double leastLead = 0.5;

QString folded(const QString &text)
{
    QString key;
    for (const auto letter : text) {
        if (letter.isLetterOrNumber())
            key += letter.toCaseFolded();
    }
    return key;
}

bool mayBeHeadline(const Paragraph &paragraph)
{
    return paragraph.page < headlinePages && paragraph.picture.isEmpty()
        && formats::columns(paragraph.text) >= shortestHeadline
        && paragraph.text.size() <= longestHeadline;
}

class StoryBuilder
{
public:
    StoryBuilder(QList<Paragraph> paragraphs, const Setting &setting)
        : m_paragraphs(std::move(paragraphs))
        , m_setting(setting)
    {
    }

    Story build(const QString &stated)
    {
        auto headline = headlineAt(stated);
        if (headline >= 0) {
            headline = raised(headline);
            m_story.title = m_paragraphs[headline].text;
            takeSite(stated);
        }
        for (qsizetype at = 0; at < m_paragraphs.size();) {
            const auto run = listLength(at);
            if (run > 1) {
                m_story.blocks.append(list(at, run));
                at += run;
            } else {
                m_story.blocks.append(block(at, at == headline));
                ++at;
            }
        }
        return std::move(m_story);
    }

private:
    // The words that the file's title begins with, else the largest.
    qsizetype headlineAt(const QString &stated) const
    {
        const auto key = folded(stated);
        qsizetype named = -1;
        qsizetype largest = -1;
        for (qsizetype at = 0; at < m_paragraphs.size(); ++at) {
            const auto &paragraph = m_paragraphs[at];
            if (!mayBeHeadline(paragraph))
                continue;
            if (key.startsWith(folded(paragraph.text)) && paragraph.text.size() >= key.size() / 3
                && (named < 0 || paragraph.size > m_paragraphs[named].size))
                named = at;
            const bool larger = largest < 0
                || (paragraph.size > 1.02 * m_paragraphs[largest].size
                    && paragraph.page == m_paragraphs[largest].page);
            if (paragraph.size >= headlineScale * m_setting.size && larger)
                largest = at;
        }
        const auto found = named >= 0 ? named : largest;
        return standsBeforeTheText(found) ? found : -1;
    }

    // What comes before a headline is no part of its story. Where that is much, the story is not
    // this one's alone.
    bool standsBeforeTheText(qsizetype headline) const
    {
        double before = 0;
        double all = 1;
        for (qsizetype at = 0; at < m_paragraphs.size(); ++at) {
            const auto letters
                = double(m_paragraphs[at].text.size()) * (1 - m_paragraphs[at].linked);
            all += letters;
            before += at < headline ? letters : 0;
        }
        return before < mostBefore * all;
    }

    // A large picture above the headline belongs to the story, as what stands there else does not:
    // the headline is put before it.
    qsizetype raised(qsizetype headline)
    {
        const auto &column = m_setting.columns.first();
        auto to = headline;
        for (auto at = headline - 1;
             at >= 0 && m_paragraphs[at].page == m_paragraphs[headline].page; --at) {
            const auto &area = m_paragraphs[at].box;
            if (!m_paragraphs[at].picture.isEmpty() && area.width() < flattest * area.height()
                && area.width() > leastLead * (column.right - column.left))
                to = at;
        }
        m_paragraphs.move(headline, to);
        return to;
    }

    // "Headline | The Example Times".
    void takeSite(const QString &stated)
    {
        static const QRegularExpression form(uR"(^(.{4,}?)\s+[-–—|·•]\s+([^|]{2,60})$)"_s);
        const auto match = form.match(stated);
        if (match.hasMatch() && folded(match.captured(1)) == folded(m_story.title))
            m_story.site = match.captured(2);
    }

    bool isHeading(qsizetype at) const
    {
        const auto &paragraph = m_paragraphs[at];
        if (paragraph.caption || paragraph.text.size() > longestHeadline)
            return false;
        if (paragraph.size >= headingScale * m_setting.size)
            return true;
        return paragraph.bold && paragraph.lines <= 2
            && formats::columns(paragraph.text) <= longestBoldHeading
            && !formats::endsSentence(paragraph.text);
    }

    int levelOf(const Paragraph &paragraph) const
    {
        const auto scale = paragraph.size / m_setting.size;
        return scale >= 1.4 ? 2 : scale >= headingScale ? 3 : 4;
    }

    // Items that begin with a bullet or number, or are set in and follow each other as lines do.
    qsizetype listLength(qsizetype at) const
    {
        const auto isItem = [&](qsizetype n) {
            const auto &paragraph = m_paragraphs[n];
            return paragraph.picture.isEmpty() && !paragraph.caption && paragraph.indented
                && !paragraph.text.isEmpty() && !isHeading(n)
                && !text::isRelatedHeading(paragraph.text);
        };
        if (!isItem(at))
            return 0;
        auto end = at + 1;
        while (end < m_paragraphs.size() && isItem(end)
               && (m_paragraphs[end].close || m_paragraphs[end].page != m_paragraphs[end - 1].page)
               && std::abs(m_paragraphs[end].box.left() - m_paragraphs[at].box.left()) < 3)
            ++end;
        return end - at;
    }

    static QString inlineHtml(const Paragraph &paragraph)
    {
        auto html = html::escaped(paragraph.text);
        qsizetype from = 0;
        for (const auto &link : paragraph.links) {
            const auto title = html::escaped(link.title);
            const auto at = html.indexOf(title, from);
            if (at < 0 || title.isEmpty() || !isWeb(link.url))
                continue;
            const auto anchor = u"<a href=\"%1\">%2</a>"_s.arg(
                html::escaped(link.url.toString(QUrl::FullyEncoded)), title);
            html.replace(at, title.size(), anchor);
            from = at + anchor.size();
        }
        return html;
    }

    static bool isWeb(const QUrl &url)
    {
        return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    }

    Block list(qsizetype from, qsizetype count) const
    {
        static const QRegularExpression bullet(uR"(^(?:[•‣◦▪■●–*-]|\d{1,2}[.)])\s+)"_s);
        Block block{.kind = Block::Kind::List};
        block.onlyLinks = true;
        block.html = u"<ul>"_s;
        QStringList texts;
        for (auto at = from; at < from + count; ++at) {
            auto paragraph = m_paragraphs[at];
            paragraph.text.remove(bullet);
            block.items.append(
                {.text = paragraph.text, .html = inlineHtml(paragraph), .links = paragraph.links});
            block.html += "<li>"_L1 + block.items.last().html + "</li>"_L1;
            block.links += paragraph.links;
            block.onlyLinks = block.onlyLinks && paragraph.linked > mostlyLinked;
            texts.append(paragraph.text);
        }
        block.html += "</ul>"_L1;
        block.text = texts.join(u'\n');
        return block;
    }

    Block block(qsizetype at, bool isHeadline) const
    {
        const auto &paragraph = m_paragraphs[at];
        if (!paragraph.picture.isEmpty())
            return {.kind = Block::Kind::Picture, .figure = {.src = paragraph.picture}};
        Block block;
        block.text = text::simplified(paragraph.text);
        block.marked = block.text;
        block.html = inlineHtml(paragraph);
        block.links = paragraph.links;
        block.onlyLinks = paragraph.linked > mostlyLinked;
        block.emphasised = paragraph.italic;
        block.caption = paragraph.caption;
        if (isHeadline || isHeading(at)) {
            block.kind = Block::Kind::Heading;
            block.level = isHeadline ? 1 : levelOf(paragraph);
        }
        return block;
    }

    QList<Paragraph> m_paragraphs;
    const Setting &m_setting;
    Story m_story;
};

} // namespace

Story formats::pdf::storyOf(QList<Paragraph> paragraphs, const Setting &setting,
                            const QString &stated)
{
    return StoryBuilder(std::move(paragraphs), setting).build(stated);
}
