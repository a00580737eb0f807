#include "formats/limits.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/whitespace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

// An address broken over lines goes on in lines that hold nothing but pieces of it.
bool looksLikeAddressPiece(const Block &block)
{
    static const QRegularExpression pieces(
        uR"(^[\w%&=/?#.,:;~+@!$'()*-]+( [\w%&=/?#.,:;~+@!$'()*-]+)?$)"_s);
    return block.kind == Block::Kind::Paragraph && block.text.size() < 400
        && pieces.match(block.text).hasMatch();
}

struct FoundAddress
{
    QUrl address = {};
    qsizetype blocks = 0; // How many it takes, its label included.
};

FoundAddress addressAfterLabel(const Blocks &blocks, qsizetype at, const QString &rest)
{
    auto written = rest;
    qsizetype next = at + 1;
    if (written.trimmed().isEmpty()) {
        if (next >= blocks.size())
            return {};
        written = blocks[next].text;
        if (formats::soleAddress(blocks[next]).isEmpty() && !looksLikeAddressPiece(blocks[next]))
            return {};
        ++next;
    }
    const bool begun = written.trimmed().startsWith("http"_L1, Qt::CaseInsensitive);
    const auto isPiece = [&](qsizetype n) {
        return n < blocks.size() && looksLikeAddressPiece(blocks[n])
            && (blocks[n].continues || n == blocks.size() - 1);
    };
    while (begun && isPiece(next)) {
        written += u' ' + blocks[next].text;
        ++next;
    }
    const auto mended = text::mendedAddress(written);
    if (mended.isEmpty())
        return {};
    return {.address = QUrl(mended), .blocks = next - at};
}

bool isLabelled(const Block &block)
{
    return block.kind == Block::Kind::Paragraph && block.text.size() < 4000
        && text::sourceLine(block.text).has_value();
}

FoundAddress labelledAddress(const Blocks &blocks, qsizetype at)
{
    if (!isLabelled(blocks[at]))
        return {};
    // "Source: [The Example](https://…)": the link says where it leads.
    if (blocks[at].links.size() == 1 && blocks[at].links.first().url.isValid()
        && blocks[at].text.size() < 200)
        return {.address = blocks[at].links.first().url, .blocks = 1};
    return addressAfterLabel(blocks, at, text::sourceLine(blocks[at].text)->rest);
}

void takeLabelledSource(formats::Draft &draft)
{
    auto &blocks = draft.blocks;
    const auto from = std::max<qsizetype>(0, blocks.size() - formats::limits::footBlocks);
    for (auto at = blocks.size() - 1; at >= from; --at) {
        const auto found = labelledAddress(blocks, at);
        if (found.blocks == 0)
            continue;
        if (draft.stated.url.isEmpty())
            draft.stated.url = found.address;
        blocks.remove(at, found.blocks);
        return;
    }
}

void takeBareSource(formats::Draft &draft)
{
    if (draft.blocks.isEmpty())
        return;
    const auto address = formats::soleAddress(draft.blocks.last());
    if (address.isEmpty())
        return;
    if (draft.stated.url.isEmpty())
        draft.stated.url = QUrl(address);
    else if (draft.stated.url != QUrl(address))
        return;
    draft.blocks.removeLast();
}

// "Saved with Instapaper", "Read on Omnivore": a tool's note of itself.
void takeSaverNote(formats::Draft &draft)
{
    static const QRegularExpression note(
        uR"(^(?:saved|clipped|sent|exported|generated) (?:with|from|by|using) (?:my )?([\w .]{2,30})$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    auto &blocks = draft.blocks;
    const auto from = std::max<qsizetype>(0, blocks.size() - 4);
    for (auto at = blocks.size() - 1; at >= from; --at) {
        const auto match
            = note.match(blocks[at].text.first(std::min<qsizetype>(80, blocks[at].text.size())));
        if (!match.hasMatch() || blocks[at].text.size() > 60)
            continue;
        if (blocks[at].text.startsWith("saved"_L1, Qt::CaseInsensitive)
            && draft.stated.provenance.savedBy.isEmpty())
            draft.stated.provenance.savedBy = match.captured(1).trimmed();
        blocks.removeAt(at);
        return;
    }
}

void takeEdgeRules(Blocks &blocks)
{
    while (!blocks.isEmpty() && blocks.last().kind == Block::Kind::Rule)
        blocks.removeLast();
    while (!blocks.isEmpty() && blocks.first().kind == Block::Kind::Rule)
        blocks.removeFirst();
}

} // namespace

void formats::takeFooter(Draft &draft)
{
    takeEdgeRules(draft.blocks);
    takeLabelledSource(draft);
    takeBareSource(draft);
    takeSaverNote(draft);
    takeBareSource(draft);
    takeEdgeRules(draft.blocks);
}
