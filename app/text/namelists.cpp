#include "text/namelists.h"

#include "text/bylinewords.h"
#include "text/datewords.h"
#include "text/folding.h"
#include "text/limits.h"
#include "text/lineshape.h"
#include "text/uncasednames.h"

#include <algorithm>

namespace text {

namespace {

enum class Join { Start, Comma, And, Slash };

struct Piece
{
    QStringList words;
    Join join = Join::Start; // What stands before it.
};

// A word of its own that may join two names or begin a place: "en" is both, in two languages. Two
// capitalised words behind it are a name.
bool joins(const QStringList &words, qsizetype at)
{
    const auto word = folded(words.at(at));
    if (!isAnd(word) || at + 1 >= words.size())
        return false;
    if (!isCutWord(word))
        return true;
    const bool two = at + 2 < words.size() && beginsLikeName(words.at(at + 1))
        && beginsLikeName(words.at(at + 2)) && !words.at(at + 1).endsWith(u',');
    return two || isAgency(words.at(at + 1));
}

Join joinOf(QChar mark)
{
    if (QStringView(u",\u060C\uFF0C\u3001;\uFF1B").contains(mark))
        return Join::Comma;
    return mark == u'/' || mark == u'\uFF0F' ? Join::Slash : Join::Start;
}

// Cuts at commas, slashes and words that join; each piece knows what stood before it.
QList<Piece> piecesOf(QStringView text)
{
    QString spaced;
    for (const QChar character : text) {
        if (joinOf(character) != Join::Start || character == u'&')
            spaced += u' ' + QString(character) + u' ';
        else
            spaced += character;
    }
    const auto words = spaced.split(u' ', Qt::SkipEmptyParts);
    QList<Piece> pieces{Piece{}};
    for (qsizetype at = 0; at < words.size(); ++at) {
        const auto &word = words.at(at);
        const auto mark = word.size() == 1 ? joinOf(word.front()) : Join::Start;
        const auto join = joins(words, at) ? Join::And : mark;
        if (join == Join::Start)
            pieces.last().words.append(word);
        else if (pieces.last().words.isEmpty()) // "A, and B"
            pieces.last().join = join;
        else
            pieces.append(Piece{.join = join});
    }
    return pieces;
}

bool isHandle(QStringView word)
{
    return word.contains(u'@') || word.startsWith(u"http") || word.startsWith(u"www.");
}

// Dates, handles and what stands in parentheses are no part of a name.
QString withoutAsides(QStringView text)
{
    QString clean;
    int depth = 0;
    for (const QChar character : text) {
        if (QStringView(u"([\uFF08").contains(character))
            ++depth;
        else if (QStringView(u")]\uFF09").contains(character))
            depth = qMax(depth - 1, 0);
        else if (depth == 0)
            clean += character;
    }
    QStringList words;
    for (const auto &word : clean.split(u' ', Qt::SkipEmptyParts)) {
        if (isHandle(word))
            continue;
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return digitOf(c) >= 0; })
            && !isAgency(word)) {
            while (!words.isEmpty() && words.size() > 1
                   && (dateWord(folded(words.last())).goesWithDates() || words.last().size() < 2))
                words.removeLast();
            break;
        }
        words.append(word);
    }
    return words.join(u' ');
}

QString trimmedName(QString name)
{
    constexpr QStringView marks = u" ,;:-\u2013\u2014|/\"\u201C\u201D\u201E\u00AB\u00BB*_\u00B7=";
    while (!name.isEmpty() && marks.contains(name.back()))
        name.chop(1);
    while (!name.isEmpty() && marks.contains(name.front()))
        name.remove(0, 1);
    return name;
}

// A piece without the place, job or outlet it ends with, and without the job it begins with.
struct Cut
{
    QStringList words;
    bool wasCut = false; // What follows a comma then belongs to the place or job.
};

bool endsName(const QStringList &words, qsizetype at)
{
    const auto word = folded(words.at(at));
    if (isJobWord(word))
        return true;
    return isCutWord(word) && (beginsLower(words.at(at)) || !words.at(at).front().isLetter());
}

Cut cutPiece(const QStringList &words)
{
    qsizetype start = 0;
    while (start < words.size() && isJobWord(folded(words.at(start))))
        ++start;
    auto end = start;
    while (end < words.size() && !endsName(words, end))
        ++end;
    return {.words = words.sliced(start, end - start),
            .wasCut = end < words.size() || start == words.size()};
}

bool looksLikeName(const QStringList &words)
{
    if (words.isEmpty() || words.size() > limits::nameWords)
        return false;
    bool capital = false;
    for (const auto &word : words) {
        const bool fine = beginsLikeName(word) || isParticle(folded(word))
            || (word.size() > 2 && (word.at(1) == u'\'' || word.at(1) == u'\u2019'))
            || word.contains(u'-');
        if (!fine)
            return false;
        capital = capital || beginsLikeName(word);
    }
    return capital;
}

bool isDoubtful(const QStringList &words)
{
    const auto &first = words.first();
    return words.size() == 1 && !(first.isUpper() && first.size() > 1) && first.front().isUpper();
}

class NameList
{
public:
    explicit NameList(Trust trust)
        : m_trust(trust)
    {
    }

    // False when the piece shows that the text is no list of names.
    bool add(const Piece &piece)
    {
        const auto written = trimmedName(piece.words.join(u' '));
        if (written.isEmpty())
            return true;
        if (isAgency(written)) {
            // "Jane Doe, AFP" says who she works for.
            const bool employer = piece.join == Join::Comma && !m_names.isEmpty() && !m_agencyLast;
            if (!employer)
                append(written, true);
            return true;
        }
        if (m_skipping && piece.join == Join::Comma)
            return true;
        return addPerson(piece);
    }

    QStringList names() const { return m_names; }

private:
    void append(const QString &name, bool agency)
    {
        if (!m_names.contains(name))
            m_names.append(name);
        m_agencyLast = agency;
        m_skipping = false;
    }

    bool addPerson(const Piece &piece)
    {
        const auto cut = cutPiece(piece.words);
        const auto name = trimmedName(cut.words.join(u' '));
        if (name.isEmpty()) {
            m_skipping = cut.wasCut;
            return true;
        }
        if (isPlace(piece, cut.words, name)) {
            m_skipping = true;
            return true;
        }
        const auto words = name.split(u' ');
        if (!looksLikeName(words) && !isAgency(name))
            return m_trust == Trust::Known && addOdd(name, cut);
        if (m_trust == Trust::Doubtful && isDoubtful(words))
            return false;
        append(name, isAgency(name));
        m_longest = qMax(m_longest, words.size());
        m_skipping = cut.wasCut;
        return true;
    }

    // A known author may be called anything ("danah boyd"), but not a sentence.
    bool addOdd(const QString &name, const Cut &cut)
    {
        if (cut.words.size() <= limits::nameWords)
            append(name, false);
        m_skipping = cut.wasCut;
        return true;
    }

    // After names of several words, a single word behind a comma is where they were.
    bool isPlace(const Piece &piece, const QStringList &words, const QString &name) const
    {
        if (m_names.isEmpty() || piece.join == Join::And)
            return false;
        if (isLongPlace(folded(name)))
            return true;
        const bool uncased = !name.front().isUpper() && !name.front().isLower();
        return words.size() == 1 && m_longest > 1 && (!uncased || piece.join == Join::Comma);
    }

    Trust m_trust;
    QStringList m_names;
    qsizetype m_longest = 0; // Words of the longest name so far.
    bool m_agencyLast = false;
    bool m_skipping = false;
};

} // namespace

QStringList namesIn(QStringView text, Trust trust)
{
    const auto clean = trimmedName(withoutAsides(text));
    if (clean.isEmpty())
        return {};
    if (isAgency(clean))
        return {clean};
    if (auto names = uncasedNames(clean); !names.isEmpty())
        return names;
    NameList list(trust);
    for (const auto &piece : piecesOf(clean)) {
        if (!list.add(piece))
            return {};
    }
    // "By Staff Writer" names nobody better.
    const auto words = clean.split(u' ');
    if (list.names().isEmpty() && trust != Trust::Doubtful && looksLikeName(words))
        return {clean};
    return list.names();
}

} // namespace text
