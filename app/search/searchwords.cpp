#include "search/searchwords.h"

#include "search/limits.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using searchwords::isUnspaced;

// Vowel points of Arabic and Hebrew, and accents that no single character includes.
bool isDroppedMark(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7) || c == 0x0640
        || (c >= 0x064B && c <= 0x065F) || c == 0x0670;
}

// As the index's tokenizer sees it.
bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c)
        || QChar::category(c) == QChar::Other_PrivateUse;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

void appendPairs(QString &result, QList<char32_t> &run)
{
    const auto append = [&](qsizetype from, qsizetype count) {
        result += u' ' + QString::fromUcs4(run.constData() + from, count);
    };
    for (qsizetype i = 0; i + 1 < run.size(); ++i)
        append(i, 2);
    // The last character alone too, so that it is found as the beginning of something.
    append(run.size() - 1, 1);
    result += u' ';
    run.clear();
}

struct Word
{
    enum class Match { Whole, Beginning };

    QString text; // Indexable.
    Match match = Match::Whole;
    bool unwanted = false;
};

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u' ').simplified() + u'"';
}

// A run of pairs ends in a single character, which inside a longer run stands for nothing.
QString phrase(const QString &text, bool &beginning)
{
    auto pieces = text.simplified().split(u' ');
    const auto unspaced = [](const QString &piece) {
        return !piece.isEmpty() && isUnspaced(piece.toUcs4().last());
    };
    if (unspaced(pieces.last())) {
        if (pieces.size() > 1 && unspaced(pieces.at(pieces.size() - 2)))
            pieces.removeLast();
        else
            beginning = true;
    }
    return pieces.join(u' ');
}

QString expression(const Word &word)
{
    static const auto fields = u"- initials : "_s;
    auto beginning = word.match == Word::Match::Beginning;
    const auto text = phrase(word.text, beginning);
    const auto characters = text.toUcs4();
    if (beginning && characters.size() == 1 && !isUnspaced(characters.first()))
        return u"initials : "_s + quoted(text);
    return fields + quoted(text) + (beginning ? u" *"_s : QString());
}

// Cuts what was typed into words and phrases.
QList<Word> words(const QString &typed)
{
    QList<Word> result;
    qsizetype at = 0;
    while (at < typed.size() && result.size() < limits::searchWords) {
        if (typed.at(at).isSpace()) {
            ++at;
            continue;
        }
        Word word;
        if (typed.at(at) == u'-' && at + 1 < typed.size()) {
            word.unwanted = true;
            ++at;
        }
        const auto isQuote = [](QChar c) { return c == u'"' || c == u'\u201C' || c == u'\u201D'; };
        const auto isQuoted = isQuote(typed.at(at));
        if (isQuoted)
            ++at;
        const auto ends = [&](QChar c) { return isQuoted ? isQuote(c) : c.isSpace(); };
        const auto start = at;
        while (at < typed.size() && !ends(typed.at(at)))
            ++at;
        word.text = searchwords::indexable(typed.mid(start, at - start));
        const auto isOpen = at == typed.size();
        if (isOpen && !word.unwanted)
            word.match = Word::Match::Beginning;
        if (isQuoted)
            ++at;
        const auto characters = word.text.toUcs4();
        if (std::any_of(characters.cbegin(), characters.cend(), isWordPart))
            result.append(word);
    }
    return result;
}

} // namespace

// Chinese, Japanese, Thai, Lao, Myanmar and Khmer are written without spaces between words. Korean
// has spaces, but its words carry endings that nobody searches with.
bool searchwords::isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Myanmar:
    case QChar::Script_Khmer:
        return true;
    default:
        // The mark that lengthens a Japanese vowel belongs to no script of its own.
        return c == U'\u30FC';
    }
}

bool searchwords::hasWord(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), isWordPart);
}

QString searchwords::indexable(const QString &text)
{
    if (isAscii(text))
        return text;
    QString result;
    result.reserve(text.size());
    QList<char32_t> run;
    // KC makes one letter of full-width and plain Latin, and of ligatures.
    const auto characters = text.normalized(QString::NormalizationForm_KC).toUcs4();
    for (const char32_t c : characters) {
        if (isUnspaced(c)) {
            run.append(c);
            continue;
        }
        if (!run.isEmpty())
            appendPairs(result, run);
        if (!isDroppedMark(c))
            result += QChar::fromUcs4(c);
    }
    if (!run.isEmpty())
        appendPairs(result, run);
    return result;
}

QString searchwords::initials(const QString &indexableText)
{
    QSet<char32_t> letters;
    bool inside = false;
    for (qsizetype i = 0; i < indexableText.size(); ++i) {
        char32_t c = indexableText.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < indexableText.size())
            c = QChar::surrogateToUcs4(char16_t(c), indexableText.at(++i).unicode());
        const auto wasInside = std::exchange(inside, isWordPart(c));
        if (inside && !wasInside && !isUnspaced(c))
            letters.insert(QChar::toCaseFolded(c));
    }
    QStringList list;
    for (const char32_t letter : std::as_const(letters))
        list.append(QString::fromUcs4(&letter, 1));
    // In one order whatever the set's, since the index is told the same text again to forget it.
    list.sort();
    return list.join(u' ');
}

searchwords::Expression searchwords::parse(const QString &typed)
{
    QStringList wanted;
    QStringList unwanted;
    // SQLite reads an expression up to the first null character.
    const auto list
        = words(typed.left(limits::searchLength).replace(QChar(0), QChar(u' ')).trimmed());
    for (const auto &word : list)
        (word.unwanted ? unwanted : wanted).append(u'(' + expression(word) + u')');
    const auto all = wanted.join(" AND "_L1);
    const auto none = unwanted.join(" OR "_L1);
    if (all.isEmpty() || none.isEmpty())
        return {.wanted = all, .unwanted = none};
    return {.wanted = u'(' + all + u") NOT ("_s + none + u')'};
}
