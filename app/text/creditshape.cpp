#include "text/creditshape.h"

#include "text/bylinewords.h"
#include "text/creditwords.h"
#include "text/folding.h"
#include "text/limits.h"
#include "text/lineshape.h"

#include <QStringList>

#include <algorithm>

namespace text {

namespace {

constexpr qsizetype longestPhrase = 4; // Words of a label: "Photo courtesy of the".

bool isSlash(QChar character)
{
    return character == u'/' || character == u'\uFF0F';
}

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return digitOf(c) >= 0; });
}

QStringList wordsOf(QStringView text)
{
    QString spaced = text.toString();
    for (const QChar mark : QStringView(u"/\uFF0F,|\u00AB\u00BB\u201C\u201D\"()\uFF08\uFF09"))
        spaced.replace(mark, u' ');
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

// How many words from `at` on are the name of an agency, at most three; 0 when none is.
qsizetype agencyAt(const QStringList &words, qsizetype at)
{
    for (qsizetype length = 3; length > 0; --length) {
        if (at + length <= words.size() && isAgency(words.sliced(at, length).join(u' ')))
            return length;
    }
    return 0;
}

bool namesAgency(const QStringList &words)
{
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (agencyAt(words, at) > 0)
            return true;
    }
    return false;
}

bool isUncased(QStringView text)
{
    for (const QChar character : text) {
        if (character.isLetter())
            return !character.isLower() && !character.isUpper();
    }
    return false;
}

// "jdoe42/Agency": the name by which an agency knows somebody.
bool isHandle(QStringView credit, QStringView word)
{
    return credit.startsWith(word) && credit.size() > word.size()
        && isSlash(credit.at(word.size()));
}

// A place where one saying ends and a credit may begin.
bool isBreak(QStringView text, qsizetype at)
{
    while (at > 0 && text.at(at - 1).isSpace())
        --at;
    return at == 0
        || QStringView(u".!?\u2026\u3002\u061F\u0964\uFF01\uFF1F()[]\uFF08\uFF09|\u2013\u2014-"
                       u"\u201D\"\u00BB*/;\u3010\u3011\u300D")
               .contains(text.at(at - 1));
}

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber()
        || (isHan(text.at(at)) && !isHan(text.at(at - 1)));
}

qsizetype wordEnd(QStringView text, qsizetype at)
{
    while (at < text.size()
           && (text.at(at).isLetterOrNumber() || text.at(at).isMark() || text.at(at) == u'\''))
        ++at;
    return at;
}

qsizetype afterSpaces(QStringView text, qsizetype at)
{
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    return at;
}

// The end of the label that begins at a word, 0 when none does.
qsizetype labelEnd(QStringView text, qsizetype start)
{
    qsizetype found = 0;
    auto at = start;
    for (qsizetype words = 0; words < longestPhrase && at < text.size(); ++words) {
        const auto end = wordEnd(text, at);
        if (end == at)
            break;
        const auto label = folded(text.sliced(start, end - start));
        const auto mark = afterSpaces(text, end);
        const auto follower = mark < text.size() ? text.at(mark) : QChar();
        const bool colon = QStringView(u":\uFF1A\uFF0F=").contains(follower)
            || (isSlash(follower) && isHan(text.at(start))) || (follower == u'.' && label == u"fot")
            || (follower == u'\u30FB' && isHan(text.at(start)) && isBreak(text, start))
            || follower == u'\u00A9';
        if (colon && isCreditLabel(label))
            found = follower == u'\u00A9' ? mark : mark + 1;
        else if (isCreditPhrase(label) && isBreak(text, start)
                 && (beginsLikeName(text.sliced(mark)) || follower == u'@'))
            found = mark;
        at = afterSpaces(text, end);
        if (at == end)
            break;
    }
    return found;
}

qsizetype copyrightEnd(QStringView text, qsizetype at)
{
    if (text.at(at) == u'\u00A9')
        return at + 1;
    const auto three = text.sliced(at, qMin<qsizetype>(3, text.size() - at));
    return three.compare(u"(c)", Qt::CaseInsensitive) == 0 && at + 3 < text.size()
            && isBreak(text, at)
        ? at + 3
        : 0;
}

} // namespace

CreditEvidence creditEvidence(QStringView written)
{
    const auto text = written.trimmed();
    const auto words = wordsOf(text);
    if (words.isEmpty() || words.size() > limits::creditWords || isDirection(folded(text)))
        return CreditEvidence::None;
    const bool agency = namesAgency(words);
    bool capital = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const auto &word = words.at(at);
        if (const auto length = agencyAt(words, at); length > 1) {
            at += length - 1;
            continue;
        }
        if (beginsLower(word) && !isCreditCompany(folded(word)) && !isParticle(folded(word))
            && !isAgency(word) && !(agency && isHandle(text, word)))
            return CreditEvidence::None;
        capital = capital || beginsLikeName(word);
    }
    if (!capital && !agency)
        return CreditEvidence::None;
    if (agency)
        return CreditEvidence::Certain;
    if (hasDigit(text))
        return CreditEvidence::None;
    const auto slash = std::find_if(text.begin(), text.end(), isSlash);
    if (slash != text.end() && words.size() >= 2)
        return CreditEvidence::Certain;
    const bool forOutlet = words.contains(u"for") || words.contains(u"via")
        || folded(words.first()) == u"courtesy" || folded(words.first()) == u"handout";
    if (forOutlet && words.size() > 2)
        return CreditEvidence::Certain;
    if (isUncased(text))
        return text.size() >= 2 && words.size() <= limits::nameWords ? CreditEvidence::Names
                                                                     : CreditEvidence::None;
    return words.size() >= 2 && words.size() <= limits::nameWords ? CreditEvidence::Names
                                                                  : CreditEvidence::None;
}

CreditMark findCreditMark(QStringView text)
{
    CreditMark mark;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const auto end = copyrightEnd(text, at); end > 0) {
            // "Photo: © Name" is one mark.
            if (mark.at < 0 || !text.sliced(mark.end, at - mark.end).trimmed().isEmpty())
                mark.at = at;
            mark.end = end;
            continue;
        }
        if (!text.at(at).isLetter() || !startsWord(text, at))
            continue;
        if (const auto end = labelEnd(text, at); end > 0) {
            // "© Photo: Name" is one, too.
            if (mark.at < 0 || !text.sliced(mark.end, at - mark.end).trimmed().isEmpty())
                mark.at = at;
            mark.end = end;
            at = end - 1;
        }
    }
    return mark;
}

} // namespace text
