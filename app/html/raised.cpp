#include "html/raised.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Letters = QHash<QChar, QChar>;

Letters pairs(QStringView plain, QStringView placed)
{
    Q_ASSERT(plain.size() == placed.size());
    Letters letters;
    for (qsizetype i = 0; i < plain.size(); ++i)
        letters.insert(plain.at(i), placed.at(i));
    return letters;
}

const Letters &above()
{
    static const auto letters
        = pairs(u"0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ",
                u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ");
    return letters;
}

const Letters &below()
{
    static const auto letters = pairs(u"0123456789+-−=()aehijklmnoprstuvxβγρφχ",
                                      u"₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");
    return letters;
}

QString placed(QStringView text, const Letters &letters)
{
    QString written;
    for (const auto letter : text) {
        const auto found = letters.constFind(letter);
        if (found == letters.cend())
            return {};
        written += *found;
    }
    return written;
}

QString marked(QStringView text, QChar mark)
{
    const auto isOne = text.size() == 1 || (text.size() == 2 && text.front().isHighSurrogate());
    return isOne ? mark + text.toString() : mark + u'(' + text.toString() + u')';
}

// No spaces around signs: they are written close together.
QString close(QStringView text)
{
    QString written;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto isBetweenWords = i > 0 && i + 1 < text.size()
            && text.at(i - 1).isLetterOrNumber() && text.at(i + 1).isLetterOrNumber();
        if (text.at(i) != u' ' || isBetweenWords)
            written += text.at(i);
    }
    return written;
}

bool isAll(QStringView text, auto is)
{
    return std::ranges::all_of(text, is);
}

bool saysSomething(QStringView words)
{
    return !words.startsWith(u'[')
        && std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

QString html::raisedLetters(QStringView text)
{
    return placed(text, above());
}

QString html::loweredLetters(QStringView text)
{
    return placed(text, below());
}

QString html::power(QStringView text)
{
    // Those that stand above by themselves.
    if (isAll(text, [](QChar c) { return QStringView(u"′″‴*∗†‡°").contains(c); }))
        return text.toString();
    const auto words = close(text);
    const auto letters = raisedLetters(words);
    return letters.isEmpty() ? marked(words, u'^') : letters;
}

QString html::index(QStringView text)
{
    const auto words = close(text);
    if (words.isEmpty())
        return {};
    const auto letters = loweredLetters(words);
    return letters.isEmpty() ? marked(words, u'_') : letters;
}

QString html::raisedWords(const QString &words)
{
    const auto text = words.trimmed();
    if (!saysSomething(text))
        return words;
    if (isAll(text, [](QChar c) { return c.isLetter(); })) {
        // Of single letters these are powers; others are ordinals, too.
        const auto isPower = text.size() == 1 && QStringView(u"nijkmxyz").contains(text.front());
        return isPower ? power(text) : words;
    }
    // "1er", "2nd": a number with its ending in one.
    const auto hasSign = std::ranges::any_of(
        text, [](QChar c) { return QStringView(u"+-−=*/·×()^").contains(c); });
    const auto hasLetter = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    const auto hasSpace = text.contains(u' ');
    return (hasLetter || hasSpace) && !hasSign ? words : power(text);
}

QString html::loweredWords(const QString &words)
{
    const auto text = words.trimmed();
    if (!saysSomething(text) || text.contains(u' '))
        return words;
    // A word below the line is a name: "T_max".
    if (text.size() > 1 && isAll(text, [](QChar c) { return c.isLetter(); }))
        return u'_' + text;
    return index(text);
}
