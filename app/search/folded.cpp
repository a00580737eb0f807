#include "search/folded.h"

#include "search/characters.h"
#include "search/limits.h"

#include <QChar>

#include <utility>

namespace {

constexpr char32_t blank = U' ';

struct Character
{
    char32_t code = 0;
    qsizetype length = 0;
};

Character characterAt(QStringView text, qsizetype at)
{
    const auto unit = text.at(at);
    if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return {.code = QChar::surrogateToUcs4(unit, text.at(at + 1)), .length = 2};
    return {.code = unit.unicode(), .length = 1};
}

// Parts of Korean syllables, which make one character with what stands before them.
bool isJamo(char32_t c)
{
    return c >= 0x1160 && c <= 0x11FF;
}

bool goesWithTheOneBefore(char32_t c)
{
    return c >= 0x80 && (QChar::isMark(c) || isJamo(c));
}

// The index forgets the marks on Latin letters, and no others.
char32_t withoutMarks(char32_t c)
{
    auto base = c;
    while (base >= 0x80 && QChar::decompositionTag(base) == QChar::Canonical)
        base = QChar::decomposition(base).toUcs4().first();
    return base < 0x80 ? base : c;
}

class Folder
{
public:
    explicit Folder(QStringView text)
        : m_text(text)
    {
        m_folded.text.reserve(size_t(text.size()) + 2);
        m_folded.from.reserve(text.size() + 2);
        m_folded.to.reserve(text.size() + 2);
    }

    search::Folded fold()
    {
        addBlank(0);
        for (qsizetype at = 0; at < m_text.size();)
            at = addCluster(at);
        addBlank(m_text.size());
        return std::move(m_folded);
    }

private:
    // Most text, without looking up what Unicode says of it.
    void addAscii(char32_t c, qsizetype at)
    {
        const auto letter = c | 0x20;
        const auto isLetter = letter >= U'a' && letter <= U'z';
        if (!isLetter && (c < U'0' || c > U'9')) {
            addBlank(at);
            return;
        }
        if (std::exchange(m_unspaced, false))
            addBlank(at);
        append(isLetter ? letter : c, at, at + 1);
    }

    void append(char32_t c, qsizetype from, qsizetype to)
    {
        m_folded.text.push_back(c);
        m_folded.from.append(from);
        m_folded.to.append(to);
    }

    // A character with the marks on it; so many of them that nobody wrote them are parted.
    qsizetype addCluster(qsizetype from)
    {
        const auto first = characterAt(m_text, from);
        auto to = from + first.length;
        auto marks = 0;
        while (to < m_text.size() && marks < limits::marksOnALetter) {
            const auto next = characterAt(m_text, to);
            if (!goesWithTheOneBefore(next.code))
                break;
            to += next.length;
            ++marks;
        }
        if (marks == 0 && first.code < 0x80)
            addAscii(first.code, from);
        else if (marks == 0 && QChar::decompositionTag(first.code) == QChar::NoDecomposition)
            add(first.code, from, to);
        else
            addNormalised(from, to);
        return to;
    }

    // KC makes one letter of full-width and plain Latin, and of ligatures.
    void addNormalised(qsizetype from, qsizetype to)
    {
        const auto written = m_text.sliced(from, to - from).toString();
        const auto characters = written.normalized(QString::NormalizationForm_KC).toUcs4();
        for (const char32_t c : characters)
            add(c, from, to);
    }

    void add(char32_t c, qsizetype from, qsizetype to)
    {
        if (search::isDroppedMark(c)) {
            if (!m_folded.to.isEmpty() && m_folded.text.back() != blank)
                m_folded.to.last() = to;
            return;
        }
        if (!search::isWordPart(c)) {
            addBlank(from);
            return;
        }
        const auto unspaced = search::isUnspaced(c);
        if (unspaced != m_unspaced)
            addBlank(from);
        m_unspaced = unspaced;
        append(QChar::toCaseFolded(withoutMarks(c)), from, to);
    }

    void addBlank(qsizetype at)
    {
        if (!m_folded.text.empty() && m_folded.text.back() == blank)
            return;
        append(blank, at, at);
    }

    QStringView m_text;
    search::Folded m_folded;
    bool m_unspaced = false;
};

} // namespace

search::Folded search::folded(QStringView text)
{
    return Folder(text).fold();
}

std::u32string search::soughtFor(QStringView words, WordEnd end)
{
    auto sought = folded(words).text;
    if (sought.size() < 3)
        return {};
    // Chinese is found inside a sentence, Latin only where a word begins.
    if (search::isUnspaced(sought.at(1)))
        sought.erase(0, 1);
    if (end == WordEnd::GoesOn || search::isUnspaced(sought.at(sought.size() - 2)))
        sought.pop_back();
    return sought;
}
