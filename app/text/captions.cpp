#include "text/credits.h"
#include "text/creditshape.h"
#include "text/creditwords.h"
#include "text/folding.h"
#include "text/limits.h"
#include "text/linelabels.h"
#include "text/lineshape.h"
#include "text/whitespace.h"

#include <algorithm>
#include <optional>

namespace text {

namespace {

constexpr QStringView closers = u")\uFF09]\u3011";
constexpr QStringView openers = u"(\uFF08[\u3010";
constexpr QStringView sentenceEnds = u".!?\u2026\u3002\uFF01\uFF1F\u061F\u0964";
constexpr qsizetype wordyCaption = 6; // So many words are a caption also without a full stop.

// A caption without the dash, bar or opening bracket that led to its credit.
QString trimmedCaption(QStringView text)
{
    auto caption = text.trimmed();
    while (!caption.isEmpty()
           && (openers.contains(caption.back())
               || QStringView(u"|/\u2013\u2014-\u00B7\u2022;,*_").contains(caption.back())))
        caption = caption.chopped(1).trimmed();
    return caption.toString();
}

bool balanced(QStringView text)
{
    int depth = 0;
    for (const QChar character : text) {
        depth += openers.contains(character) ? 1 : 0;
        depth -= closers.contains(character) ? 1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

// A credit without the brackets and marks around it.
QString trimmedCredit(QStringView text)
{
    constexpr QStringView around = u" .,;:|/\u2013\u2014-*_\u00B7\u3002";
    auto credit = text.trimmed();
    for (;;) {
        const auto before = credit.size();
        while (!credit.isEmpty() && around.contains(credit.front()))
            credit = credit.sliced(1);
        while (!credit.isEmpty() && around.contains(credit.back())
               && !(credit.back() == u'.' && credit.size() > 2
                    && QStringView(u". ").contains(credit.at(credit.size() - 3))))
            credit = credit.chopped(1);
        if (credit.size() > 1 && openers.contains(credit.front()) && closers.contains(credit.back())
            && balanced(credit.sliced(1, credit.size() - 2)))
            credit = credit.sliced(1, credit.size() - 2);
        else if (!credit.isEmpty() && closers.contains(credit.back()) && !balanced(credit))
            credit = credit.chopped(1);
        else if (!credit.isEmpty() && openers.contains(credit.front()) && !balanced(credit))
            credit = credit.sliced(1);
        if (credit.size() == before)
            return credit.toString();
    }
}

// Labels that are no mark anywhere else, or run into the name: "Source: A", "CreditA". The length.
qsizetype gluedLabel(QStringView credit)
{
    constexpr QStringView glued = u"Credit";
    if (credit.startsWith(glued) && credit.size() > glued.size()
        && credit.at(glued.size()).isUpper())
        return glued.size();
    const auto colon = credit.indexOf(u':');
    return colon > 0 && isSourceLabel(folded(credit.first(colon).trimmed())) ? colon + 1 : 0;
}

// The year of a copyright ("© 2021 Name") is no part of the name.
QStringView withoutYear(QStringView credit)
{
    const bool year = credit.size() > 5
        && std::all_of(credit.begin(), credit.begin() + 4, [](QChar c) { return c.isDigit(); })
        && !credit.at(4).isLetterOrNumber();
    return year ? credit.sliced(5) : credit;
}

qsizetype wordCount(QStringView text)
{
    return text.toString().split(u' ', Qt::SkipEmptyParts).size();
}

bool endsSentence(QStringView text)
{
    auto end = text.trimmed();
    while (!end.isEmpty()
           && QStringView(u"\"\u201D\u201C\u2019\u00BB\u300D*_").contains(end.back()))
        end = end.chopped(1);
    return !end.isEmpty() && sentenceEnds.contains(end.back());
}

// A label that is followed by a whole sentence labels the caption, not a credit.
bool isSentence(QStringView text)
{
    const auto words = text.toString().split(u' ', Qt::SkipEmptyParts);
    const auto lower = std::count_if(words.begin(), words.end(),
                                     [](const QString &word) { return beginsLower(word); });
    return words.size() > 5 && lower * 2 >= words.size();
}

using Parts = std::optional<Caption>;

// "… Submitted photo": whoever gave the picture is not named.
Parts noticeTail(QStringView text)
{
    const auto last = text.lastIndexOf(u' ');
    const auto start = last < 1 ? -1 : text.first(last).lastIndexOf(u' ');
    const auto tail = trimmedCredit(text.sliced(start + 1));
    if (start < 0 || !beginsLikeName(tail) || !isCreditNotice(folded(tail)))
        return std::nullopt;
    return Caption{.caption = trimmedCaption(text.first(start)), .credit = tail};
}

// The Markdown emphasis a text ends with: "… . **Name/AGENCY**".
Parts emphasisedTail(QStringView text)
{
    auto body = text;
    while (body.endsWith(u'.') && body.size() > 1
           && QStringView(u"*_").contains(body.at(body.size() - 2)))
        body = body.chopped(1);
    for (const QStringView mark : {u"***", u"**", u"__", u"*", u"_"}) {
        if (!body.endsWith(mark) || body.size() <= 2 * mark.size())
            continue;
        const auto open = body.lastIndexOf(mark, body.size() - 2 * mark.size());
        if (open <= 0 || open > body.size() - 2 * mark.size())
            return std::nullopt;
        const auto inner = body.sliced(open + mark.size(), body.size() - open - 2 * mark.size());
        const auto before = withoutEmphasis(body.first(open));
        const auto evidence = creditEvidence(trimmedCredit(withoutEmphasis(inner)));
        const bool marked
            = findCreditMark(inner).at == 0 || (inner.size() > 1 && findCreditMark(inner).at == 1);
        const bool fine = marked || evidence == CreditEvidence::Certain
            || (evidence == CreditEvidence::Names && (mark.size() > 1 || endsSentence(before)))
            || (mark.size() > 1 && endsSentence(before) && !isSentence(inner)
                && wordCount(inner) <= limits::creditWords && !endsSentence(inner));
        if (before.isEmpty() || !fine)
            return std::nullopt;
        return Caption{.caption = trimmedCaption(before), .credit = bareCredit(inner)};
    }
    return std::nullopt;
}

Parts markedTail(QStringView text)
{
    const auto mark = findCreditMark(text);
    if (mark.at < 0)
        return std::nullopt;
    const auto before = text.first(mark.at);
    auto after = text.sliced(mark.end);
    if (trimmedCredit(after).isEmpty() || wordCount(after) > limits::creditWords)
        return std::nullopt;
    if (isSentence(after))
        return before.trimmed().isEmpty() ? Parts(Caption{.caption = after.trimmed().toString()})
                                          : std::nullopt;
    // "(Photo by A) … more of the caption" is no tail.
    const auto open = before.trimmed();
    if (!open.isEmpty() && openers.contains(open.back())) {
        int depth = 1;
        qsizetype close = 0;
        for (; close < after.size() && depth > 0; ++close)
            depth += openers.contains(after.at(close)) ? 1
                : closers.contains(after.at(close))    ? -1
                                                       : 0;
        if (depth == 0 && !trimmedCredit(after.sliced(close)).isEmpty())
            return std::nullopt;
        if (depth == 0)
            after = after.first(close - 1);
    }
    return Caption{.caption = trimmedCaption(before), .credit = bareCredit(after)};
}

Parts plainTail(QStringView text);

// "… (Name)", "… (AP Photo/Name)", "… . Name (Outlet)".
Parts bracketedTail(QStringView text)
{
    auto body = text;
    while (!body.isEmpty() && QStringView(u".\u3002").contains(body.back()))
        body = body.chopped(1).trimmed();
    if (body.isEmpty() || !QStringView(u")\uFF09").contains(body.back()))
        return std::nullopt;
    int depth = 0;
    auto open = body.size() - 1;
    for (; open >= 0; --open) {
        depth += closers.contains(body.at(open)) ? 1 : openers.contains(body.at(open)) ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (open < 0)
        return std::nullopt;
    const auto inner = body.sliced(open + 1, body.size() - open - 2).trimmed();
    const auto before = body.first(open).trimmed();
    const auto evidence = creditEvidence(inner);
    const bool enough = evidence == CreditEvidence::Certain
        || (evidence == CreditEvidence::Names
            && (endsSentence(before) || wordCount(before) >= wordyCaption));
    if (!enough && evidence != CreditEvidence::Names)
        return std::nullopt;
    if (const auto named = plainTail(before))
        return Caption{.caption = named->caption,
                       .credit = named->credit + u' ' + body.sliced(open).toString()};
    if (!enough)
        return std::nullopt;
    return Caption{.caption = trimmedCaption(before), .credit = bareCredit(inner)};
}

// True where a full stop ends a sentence rather than "St." or "J.".
bool isFullStop(QStringView text, qsizetype at)
{
    if (text.at(at) != u'.')
        return true;
    const auto word = text.first(at).sliced(text.first(at).lastIndexOf(u' ') + 1);
    return word.size() > 3 && !word.contains(u'.') && (beginsLower(word) || word.size() > 4);
}

// "… of provocation. Name Name/POOL/AGENCY", "… | Name".
Parts plainTail(QStringView text)
{
    if (endsSentence(text))
        return std::nullopt;
    for (auto at = text.size() - 2; at > 0; --at) {
        const bool bar
            = QStringView(u"|\u2013\u2014").contains(text.at(at)) && text.at(at + 1) == u' ';
        const bool stop = sentenceEnds.contains(text.at(at)) && isFullStop(text, at)
            && (text.at(at + 1).isSpace()
                || QStringView(u"\"\u201D\u00BB").contains(text.at(at + 1)));
        if (!bar && !stop)
            continue;
        auto tail = text.sliced(at + 1);
        while (!tail.isEmpty() && QStringView(u"\"\u201D\u00BB ").contains(tail.front()))
            tail = tail.sliced(1);
        const auto before = text.first(text.size() - tail.size());
        const auto evidence = creditEvidence(tail);
        const bool dash = bar && text.at(at) != u'|';
        const bool enough = evidence == CreditEvidence::Certain
            || (evidence == CreditEvidence::Names && !dash && wordCount(tail) <= 4
                && wordCount(before) >= 4);
        if (!enough)
            return std::nullopt;
        return Caption{.caption = trimmedCaption(before), .credit = bareCredit(tail)};
    }
    return std::nullopt;
}

} // namespace

Caption splitCaption(QStringView written)
{
    const auto text = simplified(written.left(limits::captionCharacters));
    if (text.isEmpty())
        return {};
    if (const auto parts = emphasisedTail(text))
        return *parts;
    const auto plain = withoutEmphasis(text);
    for (const auto &read : {noticeTail, markedTail, bracketedTail, plainTail}) {
        if (const auto parts = read(plain))
            return *parts;
    }
    // "Test winner: the new model AP": an agency's initials are other names, too.
    if (creditEvidence(plain) == CreditEvidence::Certain && !plain.contains(u':'))
        return {.credit = bareCredit(plain)};
    return {.caption = plain};
}

bool endsInCredit(QStringView line)
{
    constexpr qsizetype shortest = 24;
    const auto plain = withoutEmphasis(simplified(line.left(limits::captionCharacters)));
    const auto mark = findCreditMark(plain);
    // "Video: …" says what can be seen.
    if (mark.at < 0 || folded(QStringView(plain).sliced(mark.at, 5)) == u"video")
        return false;
    const auto parts = splitCaption(plain);
    if (parts.credit.isEmpty() || parts.caption.size() >= plain.size())
        return false;
    return creditEvidence(parts.credit) != CreditEvidence::None
        || (parts.credit.size() <= shortest && beginsLikeName(parts.credit)
            && wordCount(parts.credit) == 1);
}

QString bareCredit(QStringView written)
{
    auto credit = trimmedCredit(withoutEmphasis(simplified(written)));
    for (;;) {
        const auto mark = findCreditMark(credit);
        const auto rest = QStringView(credit).sliced(mark.at == 0 ? mark.end : gluedLabel(credit));
        const auto shorter = trimmedCredit(withoutYear(rest.trimmed()));
        if (shorter.isEmpty() || shorter == credit)
            return credit;
        credit = shorter;
    }
}

} // namespace text
