#include "search/searchwords.h"

#include "search/characters.h"
#include "search/limits.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>
#include <bit>

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

// What words begin with: a letter, or two of them in one number. Most are ASCII, and have a bit
// each.
class Beginnings
{
public:
    void insert(char32_t first, char32_t second)
    {
        if (first < ascii && second < ascii)
            m_ascii[first][second / bits] |= quint64(1) << second % bits;
        else
            m_others.insert(numberOf(first, second));
    }

    // In one order whatever the set's, since the index is told the same text again to forget it.
    [[nodiscard]] QList<quint64> sorted() const
    {
        QList<quint64> list(m_others.cbegin(), m_others.cend());
        for (char32_t first = 0; first < ascii; ++first) {
            for (char32_t half = 0; half < ascii / bits; ++half) {
                for (auto left = m_ascii[first][half]; left; left &= left - 1)
                    list.append(numberOf(first, half * bits + char32_t(std::countr_zero(left))));
            }
        }
        std::ranges::sort(list);
        return list;
    }

private:
    static constexpr char32_t ascii = 128;
    static constexpr char32_t bits = 64;

    static quint64 numberOf(char32_t first, char32_t second)
    {
        return quint64(first) << 32 | second;
    }

    std::array<std::array<quint64, ascii / bits>, ascii> m_ascii{};
    QSet<quint64> m_others;
};

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
    Beginnings found;
    constexpr int outside = -1;
    constexpr int letters = 2;
    auto seen = outside; // Letters of the word.
    char32_t before = 0; // None.
    for (qsizetype i = 0; i < indexableText.size(); ++i) {
        char32_t c = indexableText.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < indexableText.size())
            c = QChar::surrogateToUcs4(char16_t(c), indexableText.at(++i).unicode());
        const auto isLetter = isAsciiLetter(c);
        if (isLetter && seen == letters)
            continue;
        if (!isLetter && !isWordPart(c)) {
            seen = outside;
            continue;
        }
        if (seen == outside) {
            seen = !isLetter && isUnspaced(c) ? letters : 0;
            before = 0;
        }
        if (seen >= letters)
            continue;
        ++seen;
        const auto letter = QChar::toCaseFolded(c);
        found.insert(before, letter);
        before = letter;
    }
    QString result;
    const auto list = found.sorted();
    for (const auto each : list) {
        if (const auto first = char32_t(each >> 32))
            result += QChar::fromUcs4(first);
        result += QChar::fromUcs4(char32_t(each & 0xFFFFFFFF));
        result += u' ';
    }
    return result;
}
