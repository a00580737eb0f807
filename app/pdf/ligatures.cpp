#include "pdf/ligatures.h"

#include <QHash>

#include <cmath>

namespace {

constexpr QChar lam = u'\u0644';
constexpr double sameWidth = 0.005; // As a share of it.

bool isAlef(QChar letter)
{
    return letter == u'\u0627' || letter == u'\u0622' || letter == u'\u0623' || letter == u'\u0625';
}

bool isVowelSign(QChar letter)
{
    return letter >= u'\u064B' && letter <= u'\u0652';
}

bool isSame(double one, double other)
{
    return std::abs(one - other) <= sameWidth * one;
}

// The width of a lam that begins its part of a word, for each font: behind the alef of an article,
// which stands alone and is of another width.
QHash<qint32, double> lamWidths(const QList<print::Word> &words,
                                const QList<pdf::PrintedWord> &printed)
{
    QHash<qint32, double> widths;
    for (const auto &[at, letters] : printed) {
        const auto &word = words[at];
        if (letters.size() > 2 && isAlef(word.text[0]) && word.text[1] == lam
            && !isSame(letters[0], letters[1]))
            widths.insert(word.font, letters[1]);
    }
    return widths;
}

} // namespace

void pdf::mendLigatures(QList<print::Word> &words, const QList<PrintedWord> &printed)
{
    const auto known = lamWidths(words, printed);
    for (const auto &[number, widths] : printed) {
        auto &word = words[number];
        const auto lamWidth = known.value(word.font);
        for (qsizetype at = 0; at + 1 < widths.size(); ++at) {
            const auto first = word.text[at];
            const auto second = word.text[at + 1];
            const bool alefFirst
                = isAlef(first) && second == lam && lamWidth > 0 && !isSame(lamWidth, widths[at]);
            const bool signFirst = isVowelSign(first) && isAlef(second);
            if (!isSame(widths[at], widths[at + 1]) || !(alefFirst || signFirst))
                continue;
            word.text[at] = second;
            word.text[at + 1] = first;
            ++at;
        }
    }
}
