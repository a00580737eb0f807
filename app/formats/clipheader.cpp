#include "formats/clipheader.h"

#include "formats/clipfields.h"
#include "text/dates.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

const QRegularExpression jinaHeader(
    uR"(^\s*Title:[ \t]*(.*)\n(?:\s*URL Source:[ \t]*(\S*)[ \t]*\n)(?:\s*Published Time:[ \t]*(.*)\n)?)"
    uR"((?:\s*(?:Warning|Number of Pages):.*\n){0,4}\s*Markdown Content:[ \t]*\n?)"_s);

void takeAt(Blocks &blocks, qsizetype at, qsizetype count)
{
    blocks.remove(at, std::min(count, blocks.size() - at));
}

bool isHeading(const Block &block, QLatin1StringView text)
{
    return block.kind == Block::Kind::Heading && block.text == text;
}

// "> ## Excerpt" and a text under it, between rules.
void takeExcerpt(Blocks &blocks, Article &stated)
{
    static const QRegularExpression excerpt(uR"(^Excerpt\b\s*)"_s);
    for (qsizetype at = 0; at < std::min<qsizetype>(blocks.size(), 4); ++at) {
        if (blocks[at].kind != Block::Kind::Quote || !excerpt.match(blocks[at].text).hasMatch()
            || !blocks[at].html.contains("<h2"_L1))
            continue;
        if (stated.standfirst.isEmpty())
            stated.standfirst = text::simplified(QString(blocks[at].text).remove(excerpt));
        if (stated.provenance.savedBy.isEmpty())
            stated.provenance.savedBy = u"MarkDownload"_s;
        const bool rule = at + 1 < blocks.size() && blocks[at + 1].kind == Block::Kind::Rule;
        takeAt(blocks, at, rule ? 2 : 1);
        return;
    }
}

void readReadwiseItem(const Block::Item &item, Article &stated)
{
    const auto colon = item.text.indexOf(u':');
    const auto key = item.text.first(std::max<qsizetype>(colon, 0)).toLower();
    auto value = text::simplified(item.text.mid(colon + 1));
    if (key == "author"_L1 && stated.authors.isEmpty())
        stated.authors = formats::authorsFrom({value});
    else if (key == "full title"_L1)
        stated.title = value;
    else if (key == "url"_L1 && stated.url.isEmpty())
        stated.url = QUrl(item.links.isEmpty() ? value : item.links.first().url.toString());
    else if (key == "summary"_L1 && stated.standfirst.isEmpty())
        stated.standfirst = value;
    else if (key == "document tags"_L1)
        stated.tags = value.remove(u'#').split(u' ', Qt::SkipEmptyParts);
}

void takeReadwiseMetadata(Blocks &blocks, Article &stated)
{
    for (qsizetype at = 0; at + 1 < std::min<qsizetype>(blocks.size(), 6); ++at) {
        if (!isHeading(blocks[at], "Metadata"_L1) || blocks[at + 1].kind != Block::Kind::List)
            continue;
        for (const auto &item : blocks[at + 1].items)
            readReadwiseItem(item, stated);
        stated.provenance.savedBy = u"Readwise"_s;
        takeAt(blocks, at, 2);
        return;
    }
}

// "#Omnivore", "[Read on Omnivore](…)", "[Read Original](…)".
void takeOmnivoreLinks(Blocks &blocks, Article &stated)
{
    for (qsizetype at = 0; at < std::min<qsizetype>(blocks.size(), 6);) {
        const auto &block = blocks[at];
        const bool original = block.onlyLinks && block.text == "Read Original"_L1;
        if (original && stated.url.isEmpty())
            stated.url = block.links.first().url;
        const bool own = original || block.text == "#Omnivore"_L1
            || (block.onlyLinks && block.text == "Read on Omnivore"_L1);
        if (own && stated.provenance.savedBy.isEmpty())
            stated.provenance.savedBy = u"Omnivore"_s;
        if (own)
            blocks.removeAt(at);
        else
            ++at;
    }
}

} // namespace

bool formats::hasClipHeader(const QString &text)
{
    return jinaHeader
        .match(text.first(std::min<qsizetype>(text.size(), 8000)), 0,
               QRegularExpression::NormalMatch)
        .hasMatch();
}

formats::Clip formats::readClipHeader(const QString &text)
{
    if (const auto matter = frontMatter(text))
        return {.stated = clippedFields(*matter), .text = text.mid(matter->length)};
    const auto match = jinaHeader.match(text.first(std::min<qsizetype>(text.size(), 8000)));
    if (!match.hasMatch())
        return {.stated = {}, .text = text};
    Article stated;
    stated.title = text::simplified(match.captured(1));
    stated.url = QUrl(match.captured(2));
    stated.published = text::parseDate(match.captured(3));
    stated.provenance.savedBy = u"r.jina.ai"_s;
    return {.stated = stated, .text = text.mid(match.capturedEnd())};
}

void formats::takeClipBlocks(Blocks &blocks, Article &stated)
{
    takeExcerpt(blocks, stated);
    takeReadwiseMetadata(blocks, stated);
    takeOmnivoreLinks(blocks, stated);
}
