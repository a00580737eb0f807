#include "formats/storysegment.h"

#include "formats/chrome.h"
#include "text/credits.h"

#include <algorithm>

using formats::Block;
using formats::Blocks;
using formats::Segment;

namespace {

// What counts for and against a stretch of text, in columns of prose.
constexpr int shortestProse = 70;
constexpr int shortestSentence = 30;
constexpr int shortestOpenProse = 130; // Another line was run into its end.
constexpr int linkLine = -45;
constexpr int linkItem = -25;
constexpr int mostLinkItems = 20;
constexpr int heading = -10;
constexpr int shortLine = -20;
constexpr int notice = -60;
constexpr int longestCounted = 600;

bool isNotice(const Block &block)
{
    const auto &text = block.text;
    return formats::isConsentLine(text) || formats::isCopyrightLine(text)
        || formats::isNewsletterLine(text) || formats::isCommentsHeading(text);
}

qsizetype linkedLetters(const Block &block)
{
    qsizetype letters = 0;
    for (const auto &link : block.links)
        letters += link.title.size();
    return letters;
}

int worth(const Block &block)
{
    const bool mostlyLinks = 2 * linkedLetters(block) > block.text.size();
    switch (block.kind) {
    case Block::Kind::Picture:
    case Block::Kind::Rule:
        return 0;
    case Block::Kind::Heading:
        return block.onlyLinks ? linkLine : heading;
    case Block::Kind::List:
        return mostlyLinks ? linkItem * int(std::min<qsizetype>(block.items.size(), mostLinkItems))
                           : std::min(formats::columns(block.text), longestCounted) / 4;
    default:
        break;
    }
    if (isNotice(block))
        return notice;
    if (block.onlyLinks || mostlyLinks)
        return linkLine;
    const auto width = std::min(formats::columns(block.text), longestCounted);
    const bool prose
        = formats::endsSentence(block.text) ? width >= shortestProse : width >= shortestOpenProse;
    return prose ? width : shortLine;
}

bool endsPage(const Blocks &blocks, qsizetype at)
{
    const auto &block = blocks[at];
    const bool menu = block.kind == Block::Kind::List && worth(block) < 0;
    const bool links = block.onlyLinks && at + 1 < blocks.size() && blocks[at + 1].onlyLinks;
    return menu || links || formats::isCopyrightLine(block.text)
        || formats::isCommentsHeading(block.text) || formats::isRankingHeading(block.text);
}

bool isSentence(const Block &block)
{
    const auto prose = block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Quote;
    return prose && !block.onlyLinks && formats::endsSentence(block.text)
        && formats::columns(block.text) >= shortestSentence && !isNotice(block)
        && !formats::isScriptNotice(block.text);
}

// Short paragraphs, pictures and boxes may stand between the main part and the rest of the story.
constexpr qsizetype mostBetween = 20;

qsizetype endBehind(const Blocks &blocks, qsizetype end)
{
    for (auto at = end; at < blocks.size() && at - end < mostBetween && !endsPage(blocks, at);
         ++at) {
        const bool list = at == end && blocks[at].kind == Block::Kind::List;
        if (list || isSentence(blocks[at]))
            end = at + 1;
    }
    return end;
}

qsizetype firstBefore(const Blocks &blocks, qsizetype first)
{
    for (auto at = first - 1; at >= 0 && first - at <= mostBetween && !endsPage(blocks, at); --at) {
        if (isSentence(blocks[at]) && formats::columns(blocks[at].text) >= shortestProse)
            first = at;
    }
    return first;
}

int proseIn(const Blocks &blocks, qsizetype first, qsizetype end)
{
    int columns = 0;
    for (auto at = first; at < end; ++at) {
        if (isSentence(blocks[at]))
            columns += std::min(formats::columns(blocks[at].text), longestCounted);
    }
    return columns;
}

} // namespace

Segment formats::storySegment(const Blocks &blocks)
{
    Segment best;
    int bestSum = 0;
    int sum = 0;
    qsizetype first = 0;
    for (qsizetype at = 0; at < blocks.size(); ++at) {
        const auto value = worth(blocks[at]);
        if (sum <= 0) {
            sum = 0;
            first = at;
        }
        sum += value;
        if (sum > bestSum) {
            bestSum = sum;
            best = {.first = first, .end = at + 1};
        }
    }
    if (best.end == best.first)
        return {};
    best.end = endBehind(blocks, best.end);
    best.first = firstBefore(blocks, best.first);
    // What is only a part of the text is not surely the story: nothing of one may be lost.
    if (2 * proseIn(blocks, best.first, best.end) < proseIn(blocks, 0, blocks.size()))
        return {};
    return best;
}
