#include "formats/headline.h"

#include "formats/bylineline.h"
#include "formats/chrome.h"
#include "formats/limits.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

constexpr int longestTitle = 220;
constexpr int shortestTitle = 12;
constexpr int longestByline = 200;
constexpr int shortestProse = 110;
// Between headline and byline: standfirst, picture, caption, section.
constexpr qsizetype longestHead = 8;

bool isLine(const Block &block)
{
    return block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Heading;
}

// What stands under a headline: who wrote the story and when.
bool isAnchor(const Block &block)
{
    const auto &text = block.text;
    if (!isLine(block) || text.size() > longestByline)
        return false;
    return text::isDateLine(text) || formats::isShareLine(text) || formats::isReadingTime(text)
        || formats::splitByline(text).date.isValid()
        || (!formats::endsSentence(text) && !text::bylineNames(text).isEmpty());
}

bool isProse(const Block &block)
{
    return block.kind == Block::Kind::Paragraph && formats::columns(block.text) >= shortestProse
        && formats::endsSentence(block.text) && !formats::isConsentLine(block.text)
        && !formats::isNewsletterLine(block.text);
}

// What never stands between a headline and its byline. Authors and sections may be links.
bool endsHead(const Block &block)
{
    if (block.kind == Block::Kind::Picture || block.kind == Block::Kind::Rule)
        return false;
    if (!isLine(block))
        return true;
    const auto &text = block.text;
    return formats::isAdvertLine(text) || formats::isConsentLine(text)
        || formats::isBreadcrumb(text) || formats::isSkipLine(text) || formats::isControlLine(text)
        || formats::isNewsletterHeading(text) || formats::isRankingHeading(text);
}

bool mayBeTitle(const Block &block)
{
    if (!isLine(block) || (block.onlyLinks && block.kind != Block::Kind::Heading))
        return false;
    const auto width = formats::columns(block.text);
    static const QRegularExpression sentenceInside(
        uR"(\p{Ll}{2}[.!?]["”’»)]*\s+\p{Lu}|[。！？؟].)"_s);
    const bool asks = block.text.endsWith(u'?') || block.text.endsWith(u'!')
        || block.text.endsWith(u'？') || block.text.endsWith(u'！') || block.text.endsWith(u'؟');
    return width >= shortestTitle && width <= longestTitle && !block.text.front().isLower()
        && (asks || !formats::endsSentence(block.text))
        && !sentenceInside.match(block.text).hasMatch();
}

// Where a title that is known stands: as a heading if possible, else as a line.
qsizetype knownHeadline(const Blocks &blocks, const QString &title)
{
    const auto key = formats::foldedTitle(title);
    qsizetype line = -1;
    for (qsizetype at = 0; at < std::min(blocks.size(), formats::limits::searchedBlocks); ++at) {
        if (!isLine(blocks[at]) || blocks[at].text.size() > longestTitle
            || formats::foldedTitle(blocks[at].text) != key)
            continue;
        if (blocks[at].kind == Block::Kind::Heading)
            return at;
        line = line < 0 ? at : line;
    }
    return line;
}

class Search
{
public:
    explicit Search(const Blocks &blocks)
        : m_blocks(blocks)
    {
    }

    qsizetype headline(qsizetype from, qsizetype end) const
    {
        for (auto at = from; at < end; ++at) {
            if (!isAnchor(m_blocks[at]) && !isProse(m_blocks[at]))
                continue;
            if (const auto found = above(at); found >= 0)
                return found;
        }
        return -1;
    }

    // The nearest line that may be a headline, or one above it when a standfirst parts them: then
    // the nearer one says what a picture shows.
    qsizetype above(qsizetype anchor) const
    {
        qsizetype found = -1;
        bool standfirst = false;
        const auto first = std::max<qsizetype>(0, anchor - longestHead);
        for (auto at = anchor - 1; at >= first && !endsHead(m_blocks[at]); --at) {
            const auto &block = m_blocks[at];
            if (isAnchor(block))
                continue;
            standfirst = standfirst
                || (isLine(block) && formats::endsSentence(block.text) && !mayBeTitle(block));
            if (!mayBeTitle(block))
                continue;
            const bool better
                = found < 0 || standfirst || isPictureText(found) || isHeadingAbove(block, found);
            if (better)
                found = at;
            standfirst = false;
        }
        return found;
    }

private:
    bool isHeadingAbove(const Block &block, qsizetype found) const
    {
        return block.kind == Block::Kind::Heading && block.level == 1
            && m_blocks[found].kind != Block::Kind::Heading;
    }

    // A line right over a caption describes the picture.
    bool isPictureText(qsizetype at) const
    {
        return m_blocks[at].kind == Block::Kind::Paragraph && at + 1 < m_blocks.size()
            && !isAnchor(m_blocks[at + 1])
            && !formats::captionAt(m_blocks, at + 1, formats::CaptionPlace::AfterPicture)
                    .credit.isEmpty();
    }

    const Blocks &m_blocks;
};

} // namespace

QString formats::foldedTitle(QStringView title)
{
    QString key;
    for (const auto character : text::simplified(title)) {
        if (character.isLetterOrNumber())
            key += character.toCaseFolded();
    }
    return key;
}

qsizetype formats::findHeadline(const Blocks &blocks, const QString &title)
{
    if (!title.isEmpty())
        return knownHeadline(blocks, title);
    return Search(blocks).headline(0, std::min(blocks.size(), limits::searchedBlocks));
}

qsizetype formats::findHeadlineAbove(const Blocks &blocks, qsizetype text)
{
    const auto from = std::max<qsizetype>(0, text - limits::searchedBlocks / 2);
    const auto end = std::min(blocks.size(), text + 1);
    // The main heading of a page is its headline.
    for (auto at = end - 1; at >= from; --at) {
        if (blocks[at].kind == Block::Kind::Heading && blocks[at].level == 1
            && mayBeTitle(blocks[at]))
            return at;
    }
    // The story may begin with its standfirst: then the byline stands below.
    const Search search(blocks);
    const auto below = std::min(blocks.size(), end + longestHead / 2);
    for (const auto found : {search.headline(from, below), search.above(text)}) {
        if (found >= 0)
            return found;
    }
    for (auto at = end - 1; at >= from; --at) {
        if (blocks[at].kind == Block::Kind::Heading && mayBeTitle(blocks[at]))
            return at;
    }
    return -1;
}
