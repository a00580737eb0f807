#include "formats/runtogether.h"

#include "formats/limits.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/dates.h"

#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;
using formats::Block;
using formats::Blocks;

namespace {

constexpr qsizetype fewestLinksAbove = 2;
constexpr qsizetype longestRun = 400;
// Shorter words are in every text; longer ones are told apart by how they begin.
constexpr qsizetype shortestWord = 4;
constexpr qsizetype comparedLetters = 4;
// A title has three words or more.
constexpr qsizetype fewestTitleWords = 3;
// How much of the story is looked at.
constexpr qsizetype readCharacters = 20'000;

QString wordStart(QStringView word)
{
    QString start;
    for (const auto letter : word) {
        if (letter.isLetterOrNumber())
            start += letter.toCaseFolded();
    }
    return start.size() < shortestWord ? QString() : start.left(comparedLetters);
}

QSet<QString> wordsFrom(const Blocks &blocks, qsizetype from)
{
    QSet<QString> words;
    qsizetype read = 0;
    for (auto at = from; at < blocks.size() && read < readCharacters; ++at) {
        // What has no full stop is no prose: menus go on below.
        if (!formats::endsSentence(blocks[at].text))
            continue;
        read += blocks[at].text.size();
        for (const auto word : QStringView(blocks[at].text).split(u' '))
            words.insert(wordStart(word));
    }
    return words;
}

// Scripts that write no spaces between words have one only where two texts meet.
qsizetype wideBoundary(const QString &text)
{
    const auto space = text.indexOf(u' ');
    const bool wide = space > 0 && space + 1 < text.size() && formats::isWideScript(text[space - 1])
        && formats::isWideScript(text[space + 1]);
    return wide ? space : -1;
}

// A headline has words of its own as well; a menu shares none.
constexpr int ownWeight = 2;

// Where most words on the left are foreign to the story and most on the right its own.
qsizetype boundary(const QString &text, const QSet<QString> &story)
{
    if (const auto wide = wideBoundary(text); wide > 0)
        return wide;
    const auto words = text.split(u' ');
    QList<bool> own;
    int score = 0;
    for (const auto &word : words) {
        const auto start = wordStart(word);
        own.append(!start.isEmpty() && story.contains(start));
        score += own.last() ? ownWeight : 0;
    }
    int best = score;
    qsizetype at = -1;
    qsizetype length = 0;
    for (qsizetype n = 0; n + 1 < words.size(); ++n) {
        length += words[n].size() + 1;
        score += wordStart(words[n]).isEmpty() ? 0 : own[n] ? -ownWeight : 1;
        if (score > best) {
            best = score;
            at = length - 1;
        }
    }
    return at;
}

bool isHeadLine(const Block &block)
{
    return block.kind == Block::Kind::Paragraph && block.text.size() <= longestRun
        && (text::isDateLine(block.text)
            || (!formats::endsSentence(block.text) && !text::bylineNames(block.text).isEmpty()));
}

bool isMenuAbove(const Blocks &blocks, qsizetype at)
{
    if (at < fewestLinksAbove)
        return false;
    for (auto n = at - fewestLinksAbove; n < at; ++n) {
        if (!blocks[n].onlyLinks)
            return false;
    }
    return true;
}

// Places where a small letter meets a capital one: "storyCorn", not "McDonald".
QList<qsizetype> seams(QStringView text)
{
    QList<qsizetype> found;
    for (qsizetype at = 2; at < text.size() && at < longestRun; ++at) {
        if (text[at].isUpper() && text[at - 1].isLower() && text[at - 2].isLower())
            found.append(at);
    }
    return found;
}

} // namespace

formats::RunTogether formats::headingRunTogether(const QString &text,
                                                 bool (*isHeading)(QStringView))
{
    if (text.size() > longestRun)
        return {};
    for (const auto at : seams(text)) {
        if (isHeading(QStringView(text).first(at)))
            return {.heading = text.first(at), .rest = text.mid(at)};
    }
    return {};
}

QStringList formats::titlesRunTogether(const QString &text)
{
    QStringList titles;
    qsizetype from = 0;
    const auto isTitle = [](QStringView part) { return part.count(u' ') + 1 >= fewestTitleWords; };
    for (const auto at : seams(text)) {
        const auto part = QStringView(text).mid(from, at - from);
        if (!isTitle(part) || !isTitle(QStringView(text).mid(at)))
            continue;
        titles.append(part.toString());
        from = at;
    }
    titles.append(text.mid(from));
    return titles;
}

void formats::partHeadlineFromMenu(Blocks &blocks)
{
    const auto end = std::min(blocks.size() - 1, limits::searchedBlocks);
    for (qsizetype at = 0; at < end; ++at) {
        auto &block = blocks[at];
        if (!block.onlyLinks || block.links.size() != 1 || block.text.size() > longestRun
            || !isHeadLine(blocks[at + 1]) || !isMenuAbove(blocks, at))
            continue;
        const auto split = boundary(block.text, wordsFrom(blocks, at + 2));
        if (split < 0)
            continue;
        const auto headline = textParagraph(block.text.mid(split).trimmed());
        const auto url = block.links.first().url;
        block = textParagraph(block.text.first(split));
        block.links = {{.title = block.text, .url = url}};
        block.onlyLinks = true;
        blocks.insert(at + 1, headline);
        return;
    }
}
