#include "formats/ownprint.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace formats {

namespace {

constexpr qsizetype longestLabel = 40;

// "12. https://gazette.example/ferry", "https://gazette.example/ferry"; a long one over two lines.
bool beginsAsAddress(const QString &line)
{
    static const QRegularExpression address(uR"(^(?:\w{1,4}\.\s+)?https?://\S+)"_s);
    return address.match(line).hasMatch();
}

bool isNote(const Block &block)
{
    const auto lines = block.text.split(u'\n');
    return !block.links.isEmpty() && std::ranges::all_of(lines, beginsAsAddress);
}

bool isSource(const Block &block)
{
    return block.kind != Block::Kind::List && block.text.startsWith("http"_L1)
        && block.links.size() == 1;
}

// In the person's own words: only its shape tells.
bool isLabel(const Block &block)
{
    return block.links.isEmpty() && !block.text.isEmpty() && block.text.size() <= longestLabel
        && !endsSentence(block.text);
}

// In points: the text of a page stands between them.
constexpr double top = 64;
constexpr double bottom = 61;

// The first words of a foot: "The Harbour Gazette · 4 December 2021", and far from that the page's
// number. Without an outlet it is a host.
QString outletIn(const QList<print::Word> &foot)
{
    constexpr double farOff = 40;
    constexpr double wordGap = 0.08; // In heights of a letter: joined ones may come one by one.
    QString outlet;
    const print::Word *before = nullptr;
    for (const auto &word : foot) {
        const auto gap = before == nullptr ? 0
                                           : std::max(word.box.left() - before->box.right(),
                                                      before->box.left() - word.box.right());
        if (word.text == u"·" || gap > farOff)
            break;
        if (gap > wordGap * word.box.height())
            outlet += u' ';
        outlet += word.text;
        before = &word;
    }
    const auto isHost = outlet.contains(u'.') && !outlet.contains(u' ');
    return isHost ? QString() : outlet;
}

} // namespace

void takeOwnEdges(print::File &file, Article &stated)
{
    QList<print::Word> foot;
    for (auto &page : file.pages) {
        page.words.removeIf([&](const print::Word &word) {
            const auto isFoot = word.box.top() > page.height - bottom;
            if (isFoot && &page == &file.pages.first())
                foot.append(word);
            return isFoot || word.box.bottom() < top;
        });
    }
    stated.site = outletIn(foot);
}

bool isOwnPrint(const QString &program)
{
    return program == "Broadsheet"_L1;
}

void takeOwnNotes(Blocks &blocks, Article &stated)
{
    auto end = blocks.size();
    // First the links, then the story's own.
    for (auto part = 0; part < 2; ++part) {
        auto begin = end;
        QUrl source;
        // The headline stands above each page.
        while (begin > 0
               && (isNote(blocks.at(begin - 1)) || blocks.at(begin - 1).text == stated.title)) {
            if (const auto &note = blocks.at(--begin); isSource(note))
                source = note.links.first().url;
        }
        if (begin == end || begin == 0 || !isLabel(blocks.at(begin - 1)))
            break;
        if (!source.isEmpty() && stated.url.isEmpty())
            stated.url = source;
        end = begin - 1;
    }
    blocks.resize(end);
}

} // namespace formats
