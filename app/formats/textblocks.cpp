#include "formats/textblocks.h"

#include "formats/chrome.h"
#include "formats/linewrap.h"
#include "html/sanitise.h"
#include "text/credits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

// Not the dashes: in many languages they begin what somebody says.
const QRegularExpression bulletMark(uR"(^\s*[-*•·‣◦▪●■]\s+(?=\S))"_s);
const QRegularExpression numberMark(uR"(^\s*(\d{1,3})[.)]\s+(?=\S))"_s);
const QRegularExpression headingMark(uR"(^(#{1,6})\s+(\S.*?)\s*#*$)"_s);
const QRegularExpression ruleLine(uR"(^\s*(?:[-–—_=*~]\s?){3,}$)"_s);

// Lines this short that stand under each other were meant to: addresses, verse, a story's head.
constexpr int longestMeantLine = 80;
constexpr int longestVerse = 50;
constexpr int shortestOpenLine = 20;
constexpr qsizetype longestLabelled = 200;
// A line this long is prose even without a full stop: headings are shorter.
constexpr int longestHeading = 70;

enum class Mark { None, Bullet, Number, Quote, Rule, Heading };

struct Raw
{
    QString text; // Trimmed.
    Mark mark = Mark::None;
    bool continues = false;
};

Mark markOf(const QString &line)
{
    const auto start = QStringView(line).trimmed();
    if (start.isEmpty() || start.front().isLetter())
        return Mark::None;
    if (line.size() < 200 && ruleLine.match(line).hasMatch())
        return Mark::Rule;
    if (start.front() == u'>' && start.size() > 1)
        return Mark::Quote;
    if (start.front() == u'#' && line.size() < 500 && headingMark.match(line).hasMatch())
        return Mark::Heading;
    if (bulletMark.match(line).hasMatch())
        return Mark::Bullet;
    return numberMark.match(line).hasMatch() ? Mark::Number : Mark::None;
}

bool startsLower(QStringView text)
{
    return !text.isEmpty() && text.front().isLower();
}

// Puts lines together that belong to one paragraph.
class Paragraphs
{
public:
    Paragraphs(const QList<Line> &lines, Letters letters)
        : m_lines(lines)
        , m_letters(letters)
        , m_blankLines(letters == Letters::Equal
                       && 4 * std::ranges::count(lines, QString(), &Line::text) >= lines.size())
        , m_wrap(wrapColumn(lines, letters))
        , m_hyphenated(m_wrap > 0 ? hyphenatedWords(lines) : QSet<QString>())
    {
    }

    QList<Raw> read()
    {
        for (qsizetype n = 0; n < m_lines.size(); ++n) {
            if (QStringView(m_lines[n].text).trimmed().isEmpty())
                m_previous.clear();
            else if (belongsToLast(m_lines[n]))
                extendLast(m_lines[n].text);
            else
                begin(m_lines[n]);
        }
        return m_raws;
    }

private:
    bool belongsToLast(const Line &line)
    {
        if (m_raws.isEmpty() || m_raws.last().mark == Mark::Rule
            || m_raws.last().mark == Mark::Heading)
            return false;
        const auto mark = markOf(line.text);
        if (mark == Mark::Quote)
            return !m_previous.isEmpty() && m_raws.last().mark == Mark::Quote;
        if (mark != Mark::None)
            return false;
        if (m_letters == Letters::Proportional
            && (isLabelled(line.text) || (isLabelled(m_lastLine) && endsSentence(line.text))))
            return false;
        const bool open = m_letters == Letters::Proportional && startsLower(line.text.trimmed())
            && !endsSentence(m_lastLine) && columns(m_lastLine) >= shortestOpenLine;
        if (line.newPage)
            return open
                || (isFull(m_lastLine, line.text, m_wrap, m_letters) && !endsSentence(m_lastLine));
        if (m_previous.isEmpty())
            return false;
        if (open)
            return true;
        const auto indent = indentation(line.text);
        const auto before = indentation(m_previous);
        const bool hanging
            = m_raws.last().mark == Mark::Bullet || m_raws.last().mark == Mark::Number;
        if (indent > before)
            return hanging;
        return isFull(m_previous, line.text, m_wrap, m_letters);
    }

    // "Related: …", "Filed under: …" begin anew however long the line above is.
    static bool isLabelled(const QString &line)
    {
        return line.size() <= longestLabelled
            && (!text::relatedTitle(line).isEmpty() || text::isRelatedHeading(line)
                || isCommentsHeading(line) || isNewsletterHeading(line) || isTagsLine(line)
                || isCopyrightLine(line) || isShareLine(line));
    }

    void extendLast(const QString &line)
    {
        auto text = line;
        if (m_raws.last().mark == Mark::Quote) {
            static const QRegularExpression quoteMark(uR"(^[\s>]+)"_s);
            text.remove(quoteMark);
        }
        appendLine(m_raws.last().text, text, m_hyphenated);
        m_previous = m_lastLine = line;
    }

    void begin(const Line &line)
    {
        m_raws.append({.text = line.text.trimmed(),
                       .mark = markOf(line.text),
                       .continues = standsUnder(line)});
        m_previous = m_lastLine = line.text;
    }

    // Short lines under each other that are no sentences of their own.
    bool standsUnder(const Line &line) const
    {
        return m_blankLines && !m_previous.isEmpty() && !line.newPage
            && columns(m_previous) <= longestMeantLine && columns(line.text) <= longestMeantLine
            && !endsSentence(m_previous)
            && !(endsSentence(line.text) && columns(line.text) > longestVerse);
    }

    const QList<Line> &m_lines;
    Letters m_letters;
    bool m_blankLines; // Blank lines part the paragraphs.
    int m_wrap;
    QSet<QString> m_hyphenated;
    QList<Raw> m_raws;
    QString m_previous; // The line before this one; empty after a blank line.
    QString m_lastLine; // The last line that was not blank.
};

Block listBlock(const QList<Raw> &items, const QRegularExpression &mark)
{
    Block list{.kind = Block::Kind::List};
    const auto number = mark.match(items.first().text).captured(1);
    QString inner;
    for (const auto &item : items) {
        const auto paragraph = textParagraph(QString(item.text).remove(mark));
        list.items.append(
            {.text = paragraph.text, .html = paragraph.html, .links = paragraph.links});
        list.text += (list.text.isEmpty() ? u""_s : u"\n"_s) + paragraph.text;
        list.links += paragraph.links;
        inner += "<li>"_L1 + paragraph.html + "</li>"_L1;
    }
    const auto start
        = number.isEmpty() || number == "1"_L1 ? u""_s : u" start=\"%1\""_s.arg(number);
    list.html = number.isEmpty() ? "<ul>"_L1 + inner + "</ul>"_L1
                                 : "<ol"_L1 + start + u'>' + inner + "</ol>"_L1;
    list.marked = list.text;
    return list;
}

Block quoteBlock(const QString &text)
{
    static const QRegularExpression quoteMark(uR"(^[\s>]+)"_s);
    auto block = textParagraph(QString(text).remove(quoteMark));
    block.kind = Block::Kind::Quote;
    block.html = "<blockquote><p>"_L1 + block.html + "</p></blockquote>"_L1;
    return block;
}

Block headingBlock(const QString &text)
{
    const auto match = headingMark.match(text);
    auto block = textParagraph(match.captured(2));
    block.kind = Block::Kind::Heading;
    block.level = int(match.capturedLength(1));
    return block;
}

Block simpleBlock(const Raw &raw)
{
    switch (raw.mark) {
    case Mark::Quote:
        return quoteBlock(raw.text);
    case Mark::Heading:
        return headingBlock(raw.text);
    case Mark::Rule:
        return {.kind = Block::Kind::Rule, .text = raw.text};
    default:
        break;
    }
    auto block = textParagraph(raw.text);
    block.continues = raw.continues;
    return block;
}

qsizetype runLength(const QList<Raw> &raws, qsizetype from)
{
    auto end = from;
    while (end < raws.size() && raws[end].mark == raws[from].mark)
        ++end;
    return end - from;
}

} // namespace

bool formats::continuesSentence(QStringView text, QStringView next)
{
    static const auto openEnds = u",،、，-–—"_s;
    static const auto openingQuotes = u"\"“„«「『‘"_s;
    if (text.isEmpty() || next.isEmpty())
        return false;
    const bool announces = text.back() == u':' || text.back() == u'：';
    if (announces && columns(text) > longestHeading)
        return openingQuotes.contains(next.front());
    if (endsSentence(text))
        return false;
    if (openEnds.contains(text.back()))
        return true;
    if (startsLower(next))
        return columns(text) > longestHeading / 3;
    // What is broken off ends somewhere: else two lines without full stops stand there.
    if (!endsSentence(next))
        return false;
    // A sentence that ended inside shows that this was prose, not a heading.
    static const QRegularExpression endInside(uR"([.!?]["”’»)]*\s+\p{Lu}|[。！？؟])"_s);
    return columns(text) > longestHeading || endInside.match(text).hasMatch();
}

Blocks formats::textBlocks(const QList<Line> &lines, Letters letters)
{
    const auto raws = Paragraphs(lines, letters).read();
    Blocks blocks;
    for (qsizetype n = 0; n < raws.size();) {
        const auto mark = raws[n].mark;
        const bool listed = mark == Mark::Bullet || mark == Mark::Number;
        const auto run = listed ? runLength(raws, n) : 1;
        // One number alone begins a sentence as often as a list.
        if (mark == Mark::Bullet || (mark == Mark::Number && run > 1)) {
            blocks.append(
                listBlock(raws.mid(n, run), mark == Mark::Bullet ? bulletMark : numberMark));
            n += run;
        } else {
            blocks.append(simpleBlock(raws[n]));
            ++n;
        }
    }
    return blocks;
}
