#include "cli/searchwords.h"

#include <QChar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// How many columns of a terminal a character takes.
int columns(char32_t c)
{
    if (QChar::isMark(c) || QChar::category(c) == QChar::Other_Format)
        return 0;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return 2;
    default:
        // Full-width forms and most emoji.
        return (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF) ? 2 : 1;
    }
}

int columns(QStringView text)
{
    const auto characters = text.toUcs4();
    int sum = 0;
    for (const char32_t c : characters)
        sum += columns(c);
    return sum;
}

} // namespace

QStringList cli::searchHelp()
{
    return {u"Searches: every word must occur; the last one may be a beginning."_s,
            u"  \"slow boat\"               these words in this order"_s,
            u"  -weather                  not this word, nor -by:name, -(either OR or)"_s,
            u"  ferry OR boat             one of them is enough; (brackets) keep together"_s,
            u"  title: by: credit: caption:   in that part: by:\"Ada Marsh\""_s,
            u"  from:gazette              the paper or site, or a feed that told it"_s,
            u"  is:unread is:read is:bookmarked is:started is:opened"_s,
            u"  has:photo"_s,
            u"  before:2021-12 after:2021-12-04 after:yesterday"_s,
            u"  last:7d last:2w last:3m last:1y"_s,
            u"  new:today new:7d"_s,
            u"  lang:de"_s};
}

QString cli::sentence(const search::Problem &problem)
{
    using Kind = search::Problem::Kind;
    switch (problem.kind) {
    case Kind::NoValue:
        return u"%1 needs a word behind it"_s.arg(problem.text);
    case Kind::UnknownState:
        return u"%1 is not known; try is:unread, is:read, is:bookmarked, is:started, is:opened"_s
            .arg(problem.text);
    case Kind::UnknownPart:
        return u"%1 is not known; try has:photo"_s.arg(problem.text);
    case Kind::NoDate:
        return u"%1 has no date; write 2021, 2021-12, 2021-12-04, today or yesterday"_s.arg(
            problem.text);
    case Kind::NoPeriod:
        return u"%1 is no stretch of time; write 7d, 2w, 3m or 1y"_s.arg(problem.text);
    case Kind::NoLanguage:
        return u"%1 is no language; write its code: en, de, zh"_s.arg(problem.text);
    case Kind::OpenQuote:
        return u"the quotation mark is never closed"_s;
    case Kind::OpenBracket:
        return u"the bracket is never closed"_s;
    case Kind::StrayBracket:
        return u"this bracket closes none"_s;
    case Kind::NothingBesideOr:
        return u"OR needs a word on both sides"_s;
    case Kind::NothingToExclude:
        return u"there is nothing to leave out behind this"_s;
    case Kind::NoWord:
        return u"there is no word in this"_s;
    case Kind::TooLong:
        return u"the search is too long"_s;
    case Kind::TooManyWords:
        return u"the search has too many words"_s;
    case Kind::TooDeep:
        break;
    }
    return u"there are too many brackets in brackets"_s;
}

QStringList cli::pointedAt(const QString &query, const search::Problem &problem)
{
    if (problem.kind == search::Problem::Kind::TooLong)
        return {}; // Nobody finds a place in pages of text.
    const auto at = std::clamp<qsizetype>(problem.at, 0, query.size());
    const auto length = std::clamp<qsizetype>(problem.length, 0, query.size() - at);
    const auto before = columns(QStringView(query).left(at));
    const auto width = std::max(1, columns(QStringView(query).sliced(at, length)));
    return {u"  "_s + query, u"  "_s + QString(before, u' ') + QString(width, u'^')};
}
