#include "formats/pdfsigns.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using print::Word;

constexpr double smaller = 0.8; // Than its word's letters.
// In ems of the word: how far behind it a sign begins, and how high it stands above its middle.
constexpr double nearest = -0.15;
constexpr double farthest = 0.3;
constexpr double highest = 0.8;
constexpr qsizetype longest = 5;
constexpr qsizetype shortestWord = 3; // "km" and "x" have exponents.

bool isSign(const QString &text)
{
    static const QRegularExpression sign(
        uR"(^[\[(]?(?:\d{1,3}|[a-z]{1,2}|[*†‡§¶]{1,3})[\])]?[,;]?$)"_s);
    return sign.match(text).hasMatch();
}

// A word of some letters, or the end of a sentence.
bool mayHaveNote(const QString &word)
{
    qsizetype letters = 0;
    for (auto at = word.size() - 1; at >= 0 && word.at(at).isLetter(); --at)
        ++letters;
    return letters >= shortestWord || (letters == 0 && word.back().isPunct());
}

QString raised(const QString &text)
{
    static constexpr QStringView digits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString written;
    for (const auto letter : text) {
        const auto isDigit = letter >= u'0' && letter <= u'9';
        written += isDigit ? digits.at(letter.unicode() - u'0') : letter;
    }
    return written;
}

class Signs
{
public:
    Signs(const print::Page &page, bool rightToLeft)
        : m_page(page)
        , m_rightToLeft(rightToLeft)
        , m_words(page.words)
    {
        for (qsizetype at = 0; at < m_words.size(); ++at)
            m_byEnd.push_back(at);
        std::ranges::stable_sort(m_byEnd, {}, [this](qsizetype at) { return end(m_words.at(at)); });
    }

    QList<Word> join()
    {
        std::vector<bool> joined(size_t(m_words.size()));
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            const auto &sign = m_page.words.at(at);
            const auto before = sign.text.size() <= longest ? wordBefore(sign) : -1;
            if (before < 0)
                continue;
            joined[size_t(at)] = true;
            take(m_words[before], sign);
        }
        QList<Word> words;
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            if (!joined[size_t(at)])
                words.append(m_words.at(at));
        }
        return words;
    }

private:
    // Where they are read from and to, the way that the text runs.
    [[nodiscard]] double begin(const Word &word) const
    {
        return m_rightToLeft ? -word.box.right() : word.box.left();
    }
    [[nodiscard]] double end(const Word &word) const
    {
        return m_rightToLeft ? -word.box.left() : word.box.right();
    }
    [[nodiscard]] double sizeOf(const Word &word) const
    {
        return m_page.fonts.value(word.font).size;
    }

    // That it is raised behind; -1 for none.
    [[nodiscard]] qsizetype wordBefore(const Word &sign) const
    {
        const auto size = sizeOf(sign);
        if (size <= 0)
            return -1;
        constexpr auto mostEms = 3; // Of the sign: its word's letters are no larger than that.
        const auto first
            = std::ranges::lower_bound(m_byEnd, begin(sign) - farthest * mostEms * size, {},
                                       [this](qsizetype at) { return end(m_page.words.at(at)); });
        for (auto it = first; it != m_byEnd.end(); ++it) {
            const auto &word = m_page.words.at(*it);
            const auto gap = begin(sign) - end(word);
            if (gap < nearest * mostEms * size)
                break;
            if (isRaised(sign, word, gap))
                return *it;
        }
        return -1;
    }

    [[nodiscard]] bool isRaised(const Word &sign, const Word &word, double gap) const
    {
        const auto em = sizeOf(word);
        const auto above = word.box.center().y() - sign.box.center().y();
        return sizeOf(sign) < smaller * em && gap > nearest * em && gap < farthest * em && above > 0
            && above < highest * em;
    }

    [[nodiscard]] bool isLinked(const Word &sign) const
    {
        return std::ranges::any_of(m_page.links, [&sign](const print::Link &link) {
            return link.area.contains(sign.box.center());
        });
    }

    // What follows is as near to the word as it was to the sign.
    void take(Word &word, const Word &sign) const
    {
        const auto isNote = isSign(sign.text) && (isLinked(sign) || mayHaveNote(word.text));
        if (!isNote)
            word.text += raised(sign.text);
        word.box.setLeft(std::min(word.box.left(), sign.box.left()));
        word.box.setRight(std::max(word.box.right(), sign.box.right()));
    }

    const print::Page &m_page;
    bool m_rightToLeft;
    QList<Word> m_words;
    std::vector<qsizetype> m_byEnd;
};

} // namespace

QList<Word> formats::pdf::withoutNoteSigns(const print::Page &page, bool rightToLeft)
{
    return Signs(page, rightToLeft).join();
}
