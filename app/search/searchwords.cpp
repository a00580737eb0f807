#include "search/searchwords.h"

#include "search/characters.h"
#include "search/limits.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using search::isDroppedMark;
using search::isUnspaced;
using search::isWordPart;

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
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

} // namespace

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
    const auto characters = search::normalised(text, QString::NormalizationForm_KC).toUcs4();
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

QString searchwords::beginnings(const QString &indexableText)
{
    // One letter, or two of them in one number.
    QSet<quint64> found;
    constexpr int outside = -1;
    constexpr int letters = 2;
    auto seen = outside; // Letters of the word.
    quint64 beginning = 0;
    for (qsizetype i = 0; i < indexableText.size(); ++i) {
        char32_t c = indexableText.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < indexableText.size())
            c = QChar::surrogateToUcs4(char16_t(c), indexableText.at(++i).unicode());
        if (seen == letters && isAsciiLetter(c))
            continue;
        if (!isWordPart(c)) {
            seen = outside;
            continue;
        }
        if (seen == outside) {
            seen = isUnspaced(c) ? letters : 0;
            beginning = 0;
        }
        if (seen >= letters)
            continue;
        ++seen;
        beginning = beginning << 32 | QChar::toCaseFolded(c);
        found.insert(beginning);
    }
    // In one order whatever the set's, since the index is told the same text again to forget it.
    QList<quint64> list(found.cbegin(), found.cend());
    std::ranges::sort(list);
    QString result;
    for (const auto each : std::as_const(list)) {
        if (const auto first = char32_t(each >> 32))
            result += QChar::fromUcs4(first);
        result += QChar::fromUcs4(char32_t(each & 0xFFFFFFFF));
        result += u' ';
    }
    return result;
}
