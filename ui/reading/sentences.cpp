#include "reading/sentences.h"

#include "page/hyphens.h"

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quoteLength = 80; // Characters; cut at a word.

// The text without soft hyphens and with runs of white space as one blank, and which character of
// the text each one was.
struct Simplified
{
    QString text;
    QList<int> from;
};

Simplified simplified(const QString &text)
{
    Simplified result;
    for (int i = 0; i < text.size(); ++i) {
        if (text.at(i) == page::softHyphen)
            continue;
        const bool blank = text.at(i).isSpace();
        if (blank && (result.text.isEmpty() || result.text.endsWith(u' ')))
            continue;
        result.text += blank ? u' ' : text.at(i);
        result.from.append(i);
    }
    if (result.text.endsWith(u' ')) {
        result.text.chop(1);
        result.from.removeLast();
    }
    return result;
}

} // namespace

QList<int> sentences::starts(const QString &text)
{
    static const QRegularExpression end(
        uR"([.!?\x{2026}\x{061f}\x{06d4}]["'\x{2019}\x{201d}\x{00bb})\]]*\s+|[\x{3002}\x{ff01}\x{ff1f}][\x{300d}\x{300f}\x{201d}]*)"_s);
    QList<int> found = {0};
    for (auto matches = end.globalMatch(text); matches.hasNext();) {
        const auto behind = int(matches.next().capturedEnd());
        if (behind < text.size())
            found.append(behind);
    }
    return found;
}

QString sentences::quoteAt(const QString &text, int start)
{
    const auto rest = simplified(text.mid(start)).text;
    if (rest.size() <= quoteLength)
        return rest.trimmed();
    const auto word = rest.lastIndexOf(u' ', quoteLength);
    return rest.left(word > quoteLength / 2 ? word : quoteLength).trimmed();
}

namespace {

constexpr qsizetype contextLength = 120; // Characters before and after a quote.
constexpr qsizetype pieceLength = 24; // Of a text that is gone, what is looked for at least.

// All blocks as one text, a blank between them.
class WholeText
{
public:
    explicit WholeText(const QStringList &blocks)
        : m_blocks(blocks)
    {
        for (const auto &block : blocks) {
            const auto plain = simplified(block);
            m_starts.append(text.size());
            m_plain.append(plain);
            text += plain.text + u' ';
        }
    }

    [[nodiscard]] qsizetype of(const sentences::Spot &spot) const
    {
        const auto &from = m_plain.at(spot.block).from;
        return m_starts.at(spot.block)
            + (std::ranges::lower_bound(from, spot.character) - from.begin());
    }

    [[nodiscard]] int blockOf(qsizetype at) const
    {
        return int(std::ranges::upper_bound(m_starts, at) - m_starts.begin()) - 1;
    }

    [[nodiscard]] sentences::Spot spotOf(qsizetype at) const
    {
        const auto block = blockOf(at);
        return {.block = block, .character = m_plain.at(block).from.value(at - m_starts.at(block))};
    }

    // The beginning of the sentence around a character.
    [[nodiscard]] sentences::Spot sentenceOf(qsizetype at) const
    {
        auto spot = spotOf(at);
        const auto starts = sentences::starts(m_blocks.at(spot.block));
        spot.character = *(std::ranges::upper_bound(starts, spot.character) - 1);
        return spot;
    }

    // The sentence that follows on one which ends behind that character.
    [[nodiscard]] sentences::Spot sentenceAfter(qsizetype at) const
    {
        const auto spot = spotOf(at);
        const auto starts = sentences::starts(m_blocks.at(spot.block));
        const auto next = std::ranges::upper_bound(starts, spot.character);
        if (next != starts.end())
            return {.block = spot.block, .character = *next};
        return spot.block + 1 < m_blocks.size() ? sentences::Spot{.block = spot.block + 1} : spot;
    }

    [[nodiscard]] QList<qsizetype> placesOf(const QString &words) const
    {
        QList<qsizetype> places;
        for (auto at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
            places.append(at);
        return places;
    }

    QString text;

private:
    const QStringList &m_blocks;
    QList<Simplified> m_plain;
    QList<qsizetype> m_starts;
};

qsizetype sameAtStart(QStringView one, QStringView other)
{
    const auto end = std::ranges::mismatch(one, other).in1;
    return end - one.begin();
}

qsizetype sameAtEnd(QStringView one, QStringView other)
{
    qsizetype same = 0;
    while (same < one.size() && same < other.size()
           && one.at(one.size() - 1 - same) == other.at(other.size() - 1 - same))
        ++same;
    return same;
}

// Characters around a place that are as they were.
qsizetype agreement(const WholeText &whole, qsizetype at, const ReadingPosition &position)
{
    const QStringView text(whole.text);
    return sameAtEnd(text.left(at), position.before)
        + sameAtStart(text.mid(at + position.quote.size()), position.after);
}

// Where what is looked for of a text begins: at each word, or oftener where there are none.
QList<qsizetype> pieceStarts(const QString &text)
{
    QList<qsizetype> starts;
    for (qsizetype at = 0; at + pieceLength <= text.size();) {
        starts.append(at);
        const auto next = text.indexOf(u' ', at) + 1;
        at = next == 0 || next > at + pieceLength ? at + pieceLength / 3 : next;
    }
    return starts;
}

// What a text and the words that stood around a position have in common.
struct Stretch
{
    qsizetype start = 0; // In the text,
    qsizetype end = 0;
    qsizetype from = 0; // and where it begins in those words.
    [[nodiscard]] qsizetype length() const { return end - start; }
};

Stretch stretchAt(const QString &text, qsizetype at, const QString &words, qsizetype from)
{
    const auto before = sameAtEnd(QStringView(text).left(at), QStringView(words).left(from));
    return {.start = at - before,
            .end = at + sameAtStart(QStringView(text).mid(at), QStringView(words).mid(from)),
            .from = from - before};
}

// The sentence is gone: where the most of it and of what stood around it is.
sentences::Spot findByPieces(const WholeText &whole, const ReadingPosition &position)
{
    const auto words = position.before + position.quote + position.after;
    std::optional<Stretch> best;
    const auto distance = [&](const Stretch &stretch) {
        return std::abs(whole.blockOf(stretch.start) - position.block);
    };
    for (const auto from : pieceStarts(words)) {
        for (const auto at : whole.placesOf(words.sliced(from, pieceLength))) {
            const auto stretch = stretchAt(whole.text, at, words, from);
            if (!best || stretch.length() > best->length()
                || (stretch.length() == best->length() && distance(stretch) < distance(*best)))
                best = stretch;
        }
    }
    if (!best)
        return {};
    // Where the quote would begin, if that is in it or at its end.
    const auto start = best->start + position.before.size() - best->from;
    if (start > best->end)
        return whole.sentenceAfter(best->end - 1);
    return whole.sentenceOf(std::clamp(start, best->start, whole.text.size() - 1));
}

} // namespace

sentences::Spot sentences::find(const QStringList &blocks, const ReadingPosition &position)
{
    if (position.quote.isEmpty())
        return {};
    const WholeText whole(blocks);
    const auto places = whole.placesOf(position.quote);
    if (places.isEmpty())
        return findByPieces(whole, position);
    const auto best = std::ranges::max_element(places, {}, [&](qsizetype at) {
        return std::pair(agreement(whole, at, position),
                         -std::abs(whole.blockOf(at) - position.block));
    });
    return whole.spotOf(*best);
}

void sentences::setContext(ReadingPosition &position, const QTextBlock &first,
                           const QTextBlock &block, int character)
{
    // A story may be long: no more of it than that.
    QStringList near = {block.text()};
    qsizetype letters = 0;
    Spot spot{.block = 0, .character = character};
    for (auto before = block; before != first && letters < contextLength; ++spot.block) {
        before = before.previous();
        near.prepend(before.text());
        letters += simplified(near.constFirst()).text.size();
    }
    letters = simplified(block.text().mid(character)).text.size();
    for (auto behind = block.next();
         behind.isValid() && letters < position.quote.size() + contextLength;
         behind = behind.next()) {
        near.append(behind.text());
        letters += simplified(near.constLast()).text.size();
    }
    const WholeText whole(near);
    const auto at = whole.of(spot);
    position.before = whole.text.left(at).right(contextLength);
    position.after = whole.text.mid(at + position.quote.size(), contextLength);
}

QStringList sentences::textsOf(const QTextBlock &first)
{
    QStringList texts;
    for (auto block = first; block.isValid(); block = block.next())
        texts.append(block.text());
    return texts;
}

QRegularExpression sentences::pattern(const QString &words)
{
    QString pattern;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto letter
            = words.sliced(i, words.at(i).isHighSurrogate() && i + 1 < words.size() ? 2 : 1);
        i += letter.size() - 1;
        pattern
            += (pattern.isEmpty() ? QString() : u"\\x{ad}?"_s) + QRegularExpression::escape(letter);
    }
    return QRegularExpression(pattern,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::UseUnicodePropertiesOption);
}
