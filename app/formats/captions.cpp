#include "formats/story.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;
using formats::CaptionPlace;
using formats::FoundCaption;

namespace {

// Captions are a sentence or two; what is longer is the story.
constexpr int longestCaption = 420;
constexpr int longestLostCaption = 220;
constexpr int longestLooseCredit = 60;
constexpr qsizetype mostCreditWords = 9;

QString withoutItalics(QString marked)
{
    marked = marked.trimmed();
    for (const auto mark : {u'_', u'*'}) {
        const bool around = marked.size() > 2 && marked.startsWith(mark) && marked.endsWith(mark)
            && marked[1] != mark;
        if (around)
            return marked.sliced(1, marked.size() - 2).trimmed();
    }
    return marked;
}

// Names begin with capitals, but for "for", "de" and the like; scripts without them tell nothing.
bool isMostlyNames(const QString &text)
{
    qsizetype capital = 0;
    qsizetype small = 0;
    for (const auto word : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        capital += word.front().isUpper();
        small += word.front().isLower();
    }
    return 2 * capital >= small;
}

// "A crane over the site. Ann Example/Agency": behind the last sentence stands a name alone.
FoundCaption withLooseCredit(const QString &text)
{
    static const QRegularExpression form(uR"(^(.*?[.!?。！？]["”’»]?)\s+([^.!?。！？]+)$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto tail = match.captured(2);
    const bool name = tail.size() <= longestLooseCredit && !tail.front().isLower()
        && tail.front().isLetter() && tail.count(u' ') < mostCreditWords && isMostlyNames(tail);
    if (!name)
        return {};
    return {.caption = match.captured(1), .credit = text::bareCredit(tail), .blocks = 1};
}

bool isCreditAlone(const Block &block)
{
    // Behind a dash stands who said what is quoted above, in square brackets what happened, and
    // what ends with a comma goes on: a line of verse.
    static const auto dashes = u"-–—―["_s;
    static const auto goesOn = u",;:，、；：،؛"_s;
    return !block.text.isEmpty() && !dashes.contains(block.text.front())
        && !goesOn.contains(block.text.back()) && block.kind == Block::Kind::Paragraph
        && block.text.size() <= 100 && !block.text.front().isDigit()
        && !formats::endsSentence(block.text)
        && text::bareCredit(block.text) != text::simplified(block.text);
}

// Without a picture above it, only a credit set apart tells a caption from prose.
bool standsApart(const QString &marked, const text::Caption &parts)
{
    const auto written = marked.trimmed();
    return !parts.caption.isEmpty() && formats::columns(parts.credit) <= 2 * longestLooseCredit
        && formats::endsSentence(parts.caption)
        && (written.endsWith("**"_L1) || written.endsWith(u')') || written.endsWith(u'）')
            || parts.credit.contains(u'/') || written.contains(u':') || written.contains(u'：')
            || written.contains(u'©'));
}

} // namespace

FoundCaption formats::bracketedCaption(const QString &text)
{
    static const QRegularExpression form(
        uR"(^\[\s*(?:photo|image|picture|foto|bild|imagen|фото|圖|图|写真)[^:：]{0,12}[:：]\s*(.+)\]$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto inside = match.captured(1);
    const auto parts = text::splitCaption(inside);
    const auto slash = inside.indexOf(" / "_L1);
    if (slash < 0)
        return {.caption = parts.caption, .credit = parts.credit, .blocks = 1};
    return {.caption = inside.first(slash).trimmed(),
            .credit = text::bareCredit(inside.mid(slash + 3)),
            .blocks = 1};
}

FoundCaption formats::captionAt(const Blocks &blocks, qsizetype at, CaptionPlace place)
{
    if (at >= blocks.size() || blocks[at].kind != Block::Kind::Paragraph
        || blocks[at].text.isEmpty() || columns(blocks[at].text) > longestCaption)
        return {};
    const auto &block = blocks[at];
    if (block.text.startsWith(u'['))
        if (const auto found = bracketedCaption(block.text); found.blocks > 0)
            return found;
    const auto marked = withoutItalics(block.marked);
    const auto parts = text::splitCaption(marked);
    if (place == CaptionPlace::PictureLost) {
        if (!parts.credit.isEmpty() && standsApart(marked, parts))
            return {.caption = parts.caption, .credit = parts.credit, .blocks = 1};
        const bool creditBelow = at + 1 < blocks.size() && isCreditAlone(blocks[at + 1])
            && columns(block.text) <= longestLostCaption && endsSentence(block.text);
        if (creditBelow)
            return {.caption = block.text,
                    .credit = text::bareCredit(blocks[at + 1].text),
                    .blocks = 2};
        // "… Illustration by Ann Example": the label says what it is.
        const auto labelled = withLooseCredit(withoutItalics(block.text));
        const auto tail = block.text.mid(labelled.caption.size()).trimmed();
        if (labelled.blocks > 0 && columns(block.text) <= longestLostCaption
            && tail.size() > labelled.credit.size() && tail.endsWith(labelled.credit))
            return labelled;
        return {};
    }
    const auto loose = withLooseCredit(withoutItalics(block.text));
    // A name with its agency in brackets behind it: the brackets alone are not the credit.
    const bool whole
        = !parts.credit.isEmpty() && (endsSentence(parts.caption) || loose.blocks == 0);
    if (whole)
        return {.caption = parts.caption, .credit = parts.credit, .blocks = 1};
    if (at + 1 < blocks.size() && isCreditAlone(blocks[at + 1]))
        return {
            .caption = block.text, .credit = text::bareCredit(blocks[at + 1].text), .blocks = 2};
    if (loose.blocks > 0)
        return loose;
    if (block.emphasised || block.caption)
        return {.caption = withoutItalics(block.text), .blocks = 1};
    return {};
}
