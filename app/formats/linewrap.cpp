#include "formats/linewrap.h"

#include "formats/block.h"
#include "formats/limits.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

// Lines shorter than this say nothing about where the others were wrapped.
constexpr int shortestTelling = 28;
// Before an address any line would have been broken.
constexpr int longestTellingWord = 30;
// Ideographs that may not begin or end a line leave it shorter than it could be.
constexpr int wideSlack = 4;
constexpr qsizetype wordsKept = 20'000;

QStringView trimmedStart(QStringView line)
{
    while (!line.isEmpty() && line.front().isSpace())
        line = line.mid(1);
    return line;
}

struct Width
{
    QStringView letters;
    int width;
};

// Twelfths of a column that a letter takes, on the average of the fonts that pages are set in.
int letterWidth(QChar letter)
{
    static const Width widths[] = {
        {u"ijltI .,:;'’‘|/", 7}, {u"fr-()[]{}!‑ادذرزوأإآل", 9},
        {u"“”„\"*гт", 11},       {u"csz?Jаъьэзс", 12},
        {u"kvxyеoвкух", 13},     {u"жмыфMЫ", 18},
        {u"mwW%…шщюШЩЖЮФ", 20},  {u"—", 26},
    };
    constexpr int wide = 24;
    constexpr int upper = 17;
    constexpr int other = 14;
    if (letter.isLowSurrogate() || letter.isMark() || letter.category() == QChar::Other_Format)
        return 0;
    if (isWideScript(letter))
        return wide;
    const auto base = letter.decomposition();
    const auto plain = base.isEmpty() ? letter : base.front();
    for (const auto &[letters, width] : widths) {
        if (letters.contains(plain))
            return width;
    }
    return plain.isUpper() ? upper : other;
}

int widthOf(QStringView text, Letters letters)
{
    if (letters == Letters::Equal)
        return columns(text);
    int width = 0;
    for (const auto letter : text)
        width += letterWidth(letter);
    return (width + 6) / 12;
}

// What the first word of a line would have needed on the line before.
int firstWordColumns(QStringView line, Letters letters)
{
    line = trimmedStart(line);
    if (line.isEmpty())
        return 0;
    if (isWideScript(line.front()))
        return 2 + wideSlack;
    qsizetype end = 0;
    while (end < line.size() && !line[end].isSpace() && !isWideScript(line[end]))
        ++end;
    return 1 + widthOf(line.first(end), letters);
}

bool isSoftHyphen(QChar character)
{
    return character == u'\u00AD';
}

QStringView lastWord(QStringView line)
{
    auto start = line.size();
    while (start > 0 && (line[start - 1].isLetter() || line[start - 1].isMark()))
        --start;
    return line.mid(start);
}

QStringView firstWord(QStringView line)
{
    qsizetype end = 0;
    while (end < line.size() && (line[end].isLetter() || line[end].isMark()))
        ++end;
    return line.first(end);
}

QString hyphenatedWord(QStringView before, QStringView after)
{
    return u"%1-%2"_s.arg(before, after).toLower();
}

// "Haupt- und Nebenstraßen": the hyphen stands for a word that follows later.
bool isConjunction(QStringView word)
{
    static const std::array words
        = {u"und", u"oder", u"bzw", u"and", u"or", u"to", u"et", u"ou", u"y", u"и"};
    return std::ranges::any_of(words,
                               [&](const char16_t *one) { return word == QStringView(one); });
}

} // namespace

int formats::indentation(QStringView line)
{
    int width = 0;
    for (const auto character : line) {
        if (!character.isSpace())
            break;
        width += character == u'\t' ? 8 : columns(QStringView(&character, 1));
    }
    return width;
}

namespace {

using Starts = std::array<int, limits::widestWrap + 2>;

// Of the lines that certainly go on in the next one.
int widestLine(const QList<Line> &lines)
{
    int widest = 0;
    for (qsizetype n = 0; n + 1 < lines.size(); ++n) {
        const QStringView line = lines[n].text;
        const auto next = QStringView(lines[n + 1].text).trimmed();
        if (next.isEmpty() || lines[n + 1].newPage || line.size() > 2 * limits::widestWrap
            || endsSentence(line))
            continue;
        const bool caseless = next.front().isLetter() && !next.front().isUpper();
        if (caseless)
            widest = std::max(widest, widthOf(line, Letters::Proportional));
    }
    return std::min(widest, limits::widestWrap);
}

// No line is much wider than the column, and the widest fill it nearly. The middle of what explains
// most lines is likeliest.
int likelyWidth(const Starts &starts, int widest)
{
    constexpr int lowestPercent = 92;
    int first = 0;
    int last = 0;
    int bestCount = 0;
    int count = 0;
    for (int column = limits::narrowestWrap; column <= limits::widestWrap; ++column) {
        count += starts[size_t(column)];
        if (100 * column < lowestPercent * widest || count < bestCount || count == 0)
            continue;
        first = count > bestCount ? column : first;
        last = column;
        bestCount = count;
    }
    return bestCount > 0 ? (first + last) / 2 : widest;
}

} // namespace

int formats::wrapColumn(const QList<Line> &lines, Letters letters)
{
    // Every broken line says that the wrap column lies from its own width up to, but without, the
    // width it would have had with one more word. The column that explains most of them is it.
    Starts starts = {};
    int telling = 0;
    for (qsizetype n = 0; n + 1 < lines.size(); ++n) {
        const QStringView line = lines[n].text;
        const QStringView next = lines[n + 1].text;
        if (line.isEmpty() || next.isEmpty() || lines[n + 1].newPage
            || indentation(next) > indentation(line)
            || firstWordColumns(next, letters) > longestTellingWord)
            continue;
        const bool tooLong = line.size() > 4 * limits::widestWrap;
        const auto from = tooLong ? 0 : widthOf(line, letters);
        telling += tooLong || from >= shortestTelling;
        if (tooLong || from < shortestTelling || from > limits::widestWrap)
            continue;
        const auto to = std::min(from + firstWordColumns(next, letters), limits::widestWrap + 1);
        ++starts[size_t(std::max(from, limits::narrowestWrap))];
        --starts[size_t(std::max(to, limits::narrowestWrap))];
    }

    if (letters == Letters::Proportional)
        return likelyWidth(starts, widestLine(lines));
    int best = 0;
    int bestCount = 1;
    int count = 0;
    for (int column = limits::narrowestWrap; column <= limits::widestWrap; ++column) {
        count += starts[size_t(column)];
        if (count > bestCount) {
            best = column;
            bestCount = count;
        }
    }
    return 2 * bestCount >= telling ? best : 0;
}

bool formats::isFull(QStringView line, QStringView next, int wrap, Letters letters)
{
    if (wrap == 0)
        return false;
    const auto width = widthOf(line, letters);
    // Widths of letters are a guess: a long line that leaves a sentence open goes on.
    constexpr int longPercent = 80;
    const bool open = letters == Letters::Proportional && 100 * width >= longPercent * wrap
        && !endsSentence(line);
    // Behind a full stop ideographs fill a line to its end: any of them may begin the next.
    constexpr int ideograph = 2;
    const bool closed = letters == Letters::Proportional && endsSentence(line) && !next.isEmpty()
        && isWideScript(next.front());
    return open || width + (closed ? ideograph : firstWordColumns(next, letters)) > wrap;
}

QSet<QString> formats::hyphenatedWords(const QList<Line> &lines)
{
    QSet<QString> words;
    for (const auto &[line, newPage] : lines) {
        for (auto at = line.indexOf(u'-'); at > 0 && words.size() < wordsKept;
             at = line.indexOf(u'-', at + 1)) {
            const QStringView view = line;
            const auto before = lastWord(view.first(at).last(std::min<qsizetype>(at, 40)));
            const auto after = firstWord(view.mid(at + 1, 40));
            if (!before.isEmpty() && !after.isEmpty())
                words.insert(hyphenatedWord(before, after));
        }
    }
    return words;
}

void formats::appendLine(QString &text, QStringView line, const QSet<QString> &hyphenated)
{
    line = trimmedStart(line);
    if (line.isEmpty())
        return;
    const auto last = text.isEmpty() ? QChar(u' ') : text.back();
    const bool hyphen = (last == u'-' || last == u'\u2010') && text.size() > 1
        && !text[text.size() - 2].isSpace();
    if (isSoftHyphen(last)) {
        text.chop(1);
    } else if (hyphen) {
        const auto before = lastWord(QStringView(text).chopped(1));
        const auto after = firstWord(line);
        const bool ownHyphen = before.isEmpty() || after.isEmpty() || !after.front().isLower()
            || hyphenated.contains(hyphenatedWord(before, after));
        if (isConjunction(after))
            text += u' ';
        else if (!ownHyphen)
            text.chop(1);
    } else if (last == u'/' && text.size() > 1 && text[text.size() - 2].isLetter()) {
        // "Ann Example/Agency": text browsers break after the stroke.
    } else if (!text.isEmpty() && !(isWideScript(last) && isWideScript(line.front()))) {
        text += u' ';
    }
    text += line;
}
