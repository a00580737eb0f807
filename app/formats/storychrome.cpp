#include "formats/chrome.h"
#include "formats/limits.h"
#include "formats/runtogether.h"
#include "formats/story.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

// Links that stand at the very top are a site's sections when there are several.
constexpr qsizetype fewestSections = 3;
// A newsletter's invitation is a line or two.
constexpr qsizetype longestInvitation = 100;
constexpr qsizetype longestShown = 80;

bool isLine(const Block &block)
{
    return block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading;
}

qsizetype linkBlocks(const Blocks &blocks, qsizetype from, qsizetype &links)
{
    auto at = from;
    for (; at < blocks.size() && blocks[at].onlyLinks; ++at)
        links += blocks[at].links.size();
    return at - from;
}

qsizetype ranking(const Blocks &blocks, qsizetype at, bool page)
{
    // Programs that write a page as text may lose its links.
    if (page && at + 1 < blocks.size() && blocks[at + 1].kind == Block::Kind::List)
        return 2;
    qsizetype links = 0;
    const auto count = linkBlocks(blocks, at + 1, links);
    return count > 0 ? count + 1 : 0;
}

qsizetype newsletter(const Blocks &blocks, qsizetype at)
{
    if (at + 1 >= blocks.size() || blocks[at + 1].kind != Block::Kind::Paragraph)
        return 1;
    const auto &next = blocks[at + 1].text;
    const bool closes = at + 2 >= blocks.size() || blocks[at + 2].kind == Block::Kind::Heading;
    const bool invites = formats::isNewsletterLine(next)
        || next.size() <= (closes ? 2 * longestInvitation : longestInvitation);
    return invites ? 2 : 1;
}

// How many blocks from here on are no part of the story.
qsizetype chromeAt(const Blocks &blocks, qsizetype at, bool page)
{
    const auto &block = blocks[at];
    if (!isLine(block))
        return 0;
    if (formats::isShareLine(block.text) || formats::isScriptNotice(block.text)
        || formats::isNewsletterLine(block.text) || formats::isAdvertLine(block.text)
        || formats::isTagsLine(block.text) || formats::isCopyrightLine(block.text)
        || formats::isControlLine(block.text))
        return 1;
    if (!formats::headingRunTogether(block.text, formats::isRankingHeading).heading.isEmpty())
        return 1;
    if (formats::isRankingHeading(block.text))
        return ranking(blocks, at, page);
    if ((block.kind == Block::Kind::Heading || page) && formats::isNewsletterHeading(block.text))
        return newsletter(blocks, at);
    if (page && (formats::isConsentLine(block.text) || formats::isSkipLine(block.text)))
        return 1;
    return 0;
}

qsizetype sectionsAt(const Blocks &blocks, qsizetype at, const Blocks &kept)
{
    for (const auto &block : kept) {
        if (block.kind != Block::Kind::Heading)
            return 0;
    }
    qsizetype links = 0;
    const auto count = linkBlocks(blocks, at, links);
    return links >= fewestSections ? count : 0;
}

// Nothing vanishes without a word: what was left out is said in the warnings.
void note(formats::Draft &draft, qsizetype at, qsizetype count)
{
    for (auto end = at + count; at < end; ++at)
        draft.stated.warnings.append("left out: "_L1
                                     + text::excerpt(draft.blocks[at].text, longestShown));
}

} // namespace

void formats::takeChrome(Draft &draft)
{
    Blocks kept;
    const bool page = draft.wrapping == Wrapping::Page;
    for (qsizetype at = 0; at < draft.blocks.size();) {
        auto count = chromeAt(draft.blocks, at, page);
        if (count == 0 && at < limits::headBlocks)
            count = sectionsAt(draft.blocks, at, kept);
        note(draft, at, count);
        if (count == 0)
            kept.append(draft.blocks[at++]);
        at += count;
    }
    // A page of nothing but links is what its reader wanted to keep.
    if (!kept.isEmpty())
        draft.blocks = std::move(kept);
}
