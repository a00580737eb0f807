#include "formats/bylineline.h"
#include "formats/chrome.h"
#include "formats/headline.h"
#include "formats/limits.h"
#include "formats/story.h"
#include "formats/storysegment.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;
using formats::Draft;
using formats::Wrapping;

namespace {

// A menu is a list of this many words or more, each this long at most.
constexpr qsizetype fewestEntries = 4;
constexpr int longestEntry = 30;
// A text with this many signs of a page around it was a whole page.
constexpr int fewestSigns = 2;
constexpr qsizetype longestLine = 400;
constexpr qsizetype longestShown = 80;
constexpr int longestAlt = 140;
constexpr qsizetype headLines = 8;

bool isLine(const Block &block)
{
    return (block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading)
        && block.text.size() <= longestLine;
}

bool isMenu(const Block &block)
{
    return block.kind == Block::Kind::List && block.items.size() >= fewestEntries
        && std::ranges::all_of(block.items, [](const Block::Item &item) {
               return formats::columns(item.text) <= longestEntry
                   && !formats::endsSentence(item.text);
           });
}

// Signs that a whole page was saved, each of its kind once.
int signsOfPage(const Blocks &blocks)
{
    bool menu = false;
    bool consent = false;
    bool skip = false;
    bool comments = false;
    bool copyright = false;
    bool ranking = false;
    for (qsizetype at = 0; at < blocks.size(); ++at) {
        const auto &block = blocks[at];
        menu = menu || (at < formats::limits::headBlocks && isMenu(block));
        if (!isLine(block))
            continue;
        const bool early = at < formats::limits::headBlocks;
        consent = consent || (early && formats::isConsentLine(block.text));
        skip = skip || (early && formats::isSkipLine(block.text));
        comments = comments || formats::isCommentsHeading(block.text);
        copyright = copyright || formats::isCopyrightLine(block.text);
        ranking = ranking || formats::isRankingHeading(block.text);
    }
    return menu + consent + skip + comments + copyright + ranking;
}

void note(Draft &draft, const Block &block)
{
    if (!block.text.isEmpty())
        draft.stated.warnings.append("left out: "_L1 + text::excerpt(block.text, longestShown));
}

void leaveOutAbove(Draft &draft, qsizetype headline)
{
    for (qsizetype at = 0; at < headline; ++at)
        note(draft, draft.blocks[at]);
    draft.blocks.remove(0, headline);
}

// Where what readers wrote, or the site's imprint, begins behind the story's text.
qsizetype endOfStory(const Blocks &blocks)
{
    bool prose = false;
    for (qsizetype at = 0; at < blocks.size(); ++at) {
        const auto &block = blocks[at];
        if (prose && isLine(block)
            && (formats::isCommentsHeading(block.text) || formats::isCopyrightLine(block.text)))
            return at;
        prose = prose
            || (block.kind == Block::Kind::Paragraph && formats::endsSentence(block.text)
                && !formats::isConsentLine(block.text) && block.text.size() > longestEntry);
    }
    return blocks.size();
}

// Links to other stories may stand below the comments; they are kept.
bool isRelatedList(const Blocks &blocks, qsizetype at)
{
    return at + 1 < blocks.size() && isLine(blocks[at]) && text::isRelatedHeading(blocks[at].text)
        && (blocks[at + 1].kind == Block::Kind::List || blocks[at + 1].onlyLinks);
}

// Cuts what follows the story's text, but for lists of related stories.
void leaveOutFrom(Draft &draft, qsizetype end)
{
    const auto &blocks = draft.blocks;
    auto kept = blocks.first(std::min(end, blocks.size()));
    for (auto at = end; at < blocks.size(); ++at) {
        const auto &block = blocks[at];
        if (isRelatedList(blocks, at))
            kept.append(blocks[at++]);
        else if (!isLine(block) || text::relatedTitle(block.text).isEmpty()) {
            note(draft, block);
            continue;
        }
        kept.append(blocks[at]);
    }
    draft.blocks = std::move(kept);
}

// The alternative text in brackets for a picture, as pandoc writes it, and text browsers' way to
// write it twice: once for the picture, once for its stand-in without scripts.
qsizetype repeatedLength(QStringView text)
{
    constexpr qsizetype shortest = 6;
    for (auto length = shortest; 2 * length <= text.size() && length <= longestLine; ++length) {
        auto second = length;
        if (text[second].isSpace())
            ++second;
        if (text.mid(second, length) != text.first(length))
            continue;
        const auto end = second + length;
        if (end == text.size() || text[end].isSpace())
            return end;
    }
    return 0;
}

Block picture(const QString &alt)
{
    return {.kind = Block::Kind::Picture, .figure = {.alt = alt}};
}

Blocks asPicture(const Block &block)
{
    const auto &text = block.text;
    if (text.startsWith(u'[') && text.endsWith(u']') && text.count(u'[') == 1) {
        const auto inside = text.sliced(1, text.size() - 2).trimmed();
        if (inside.isEmpty())
            return {picture({})};
        auto caption = formats::textParagraph(inside);
        const bool isCaption
            = formats::captionAt({caption}, 0, formats::CaptionPlace::AfterPicture).blocks > 0
            || formats::endsSentence(inside);
        return isCaption ? Blocks{picture({}), caption} : Blocks{picture(inside)};
    }
    if (const auto end = repeatedLength(text); end > 0) {
        Blocks found = {picture(text::simplified(text.first(end / 2)))};
        const auto rest = text.mid(end).trimmed();
        if (!rest.isEmpty())
            found.append(formats::textParagraph(rest));
        return found;
    }
    return {};
}

// Pictures in brackets, or doubled.
void findPictures(Blocks &blocks)
{
    Blocks found;
    for (const auto &block : blocks) {
        const bool line = block.kind == Block::Kind::Paragraph && isLine(block);
        const auto shown = line ? asPicture(block) : Blocks();
        const bool twice = !shown.isEmpty() && !found.isEmpty() && shown.first() == found.last();
        if (shown.isEmpty())
            found.append(block);
        else
            found += shown.mid(twice ? 1 : 0);
    }
    blocks = std::move(found);
}

// A line that is no sentence, right above a caption with its credit, says what the picture shows.
bool isAltText(const Blocks &blocks, qsizetype at, formats::CaptionPlace place)
{
    const auto &block = blocks[at];
    return block.kind == Block::Kind::Paragraph && !block.onlyLinks
        && formats::columns(block.text) <= longestAlt && !formats::endsSentence(block.text)
        && !text::isDateLine(block.text) && text::bylineNames(block.text).isEmpty()
        && !formats::splitByline(block.text).date.isValid() && !formats::isShareLine(block.text)
        && text::relatedTitle(block.text).isEmpty()
        && formats::captionAt(blocks, at, formats::CaptionPlace::PictureLost).blocks == 0
        && !formats::captionAt(blocks, at + 1, place).credit.isEmpty();
}

// The line right below byline and date, where stories have their first picture.
qsizetype belowHead(const Blocks &blocks, qsizetype from)
{
    auto below = from;
    for (auto at = from; at < std::min(blocks.size(), from + headLines); ++at) {
        const auto &text = blocks[at].text;
        if (isLine(blocks[at])
            && (text::isDateLine(text) || formats::splitByline(text).date.isValid()
                || formats::isShareLine(text) || !text::bylineNames(text).isEmpty()))
            below = at + 1;
    }
    return below;
}

// Pictures that are known by the caption under them. In the story's head a name behind the last
// sentence is a credit even without "Photo".
void findPicturesByCaption(Blocks &blocks, qsizetype from)
{
    const auto head = belowHead(blocks, from);
    for (auto at = from; at + 1 < blocks.size(); ++at) {
        const auto place
            = at <= head ? formats::CaptionPlace::AfterPicture : formats::CaptionPlace::PictureLost;
        if (isAltText(blocks, at, place))
            blocks[at] = picture(blocks[at].text);
    }
}

bool knowsLinks(const Blocks &blocks)
{
    return std::ranges::any_of(blocks, [](const Block &block) { return !block.links.isEmpty(); });
}

// A line that has prose above it is no headline but a subhead.
qsizetype aboveStory(const Blocks &blocks, qsizetype headline)
{
    for (qsizetype at = 0; at < headline; ++at) {
        if (blocks[at].kind == Block::Kind::Paragraph && formats::endsSentence(blocks[at].text)
            && formats::columns(blocks[at].text) > longestAlt
            && !formats::isConsentLine(blocks[at].text))
            return -1;
    }
    return headline;
}

qsizetype headlineIn(Draft &draft)
{
    if (!draft.stated.title.isEmpty() || !knowsLinks(draft.blocks))
        return formats::findHeadline(draft.blocks, draft.stated.title);
    const auto story = formats::storySegment(draft.blocks);
    if (story.end <= story.first)
        return aboveStory(draft.blocks, formats::findHeadline(draft.blocks, {}));
    const auto headline = formats::findHeadlineAbove(draft.blocks, story.first);
    leaveOutFrom(draft, story.end);
    return headline;
}

} // namespace

void formats::takeSurroundings(Draft &draft)
{
    if (draft.wrapping == Wrapping::None && signsOfPage(draft.blocks) >= fewestSigns)
        draft.wrapping = Wrapping::Page;
    if (draft.wrapping != Wrapping::Page)
        return;
    leaveOutFrom(draft, endOfStory(draft.blocks));
    const bool plain = draft.writing == Writing::PlainText;
    // Pandoc sets what a picture shows in brackets, and an empty one for what counted the visit.
    const bool bracketed = std::ranges::any_of(draft.blocks, [](const Block &block) {
        return block.text.startsWith(u'[') && isLine(block) && !asPicture(block).isEmpty();
    });
    if (plain)
        findPictures(draft.blocks);
    const auto headline = headlineIn(draft);
    if (headline >= 0) {
        if (draft.stated.title.isEmpty())
            draft.stated.title = text::simplified(draft.blocks[headline].text);
        leaveOutAbove(draft, headline);
    }
    if (plain && !bracketed)
        findPicturesByCaption(draft.blocks, headline >= 0 ? 1 : 0);
    while (!draft.blocks.isEmpty() && draft.blocks.last() == picture({}))
        draft.blocks.removeLast();
}
