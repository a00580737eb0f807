#include "extraction/saidwords.h"

#include <algorithm>

namespace extraction {

namespace {

constexpr size_t run = 3; // Fewer words in a row are chance.
constexpr size_t fewest = 5;
constexpr size_t farthest = 40; // Words between two runs: "…", said Ada Marsh, who …, "…".
constexpr size_t longestName = 6; // Words behind the dash at a quotation's end.
constexpr int unknown = -1;
constexpr int parting = -2; // Between paragraphs.

QStringList wordsOf(QStringView text)
{
    QStringList words;
    qsizetype begin = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const auto letter = at < text.size() && text.at(at).isLetterOrNumber();
        if (letter && begin < 0)
            begin = at;
        if (!letter && begin >= 0)
            words.append(text.sliced(begin, at - begin).toString().toCaseFolded());
        if (!letter)
            begin = -1;
    }
    return words;
}

// "The sea does not wait" — Ada Marsh: without the name.
QStringView withoutName(QStringView quotation)
{
    for (auto at = quotation.size() - 1; at > 0; --at) {
        const auto sign = quotation.at(at).unicode();
        const auto dash = sign == 0x2014 || sign == 0x2013 || sign == 0x2015;
        if (!dash)
            continue;
        const auto name = size_t(wordsOf(quotation.sliced(at)).size());
        return name > 0 && name <= longestName ? quotation.first(at) : quotation;
    }
    return quotation;
}

} // namespace

SaidWords::SaidWords(const QStringList &paragraphs)
{
    for (const auto &paragraph : paragraphs) {
        for (const auto &word : wordsOf(paragraph)) {
            if (!m_numbers.contains(word))
                m_numbers.insert(word, int(m_numbers.size()));
            m_words.push_back(m_numbers.value(word));
        }
        m_words.push_back(parting);
    }
}

bool SaidWords::hold(const QString &quotation, Likeness likeness) const
{
    std::vector<int> quoted;
    for (const auto &word : wordsOf(withoutName(quotation)))
        quoted.push_back(m_numbers.value(word, unknown));
    if (quoted.size() < fewest)
        return false;
    const auto skips = likeness == Likeness::NearlyAll ? quoted.size() * 15 / 100 : 0;
    for (size_t first = 0; first <= skips; ++first) {
        for (size_t from = 0; from + run <= m_words.size(); ++from) {
            if (std::equal(m_words.begin() + qsizetype(from),
                           m_words.begin() + qsizetype(from + run),
                           quoted.begin() + qsizetype(first))
                && goesOn(quoted, first + run, from + run, skips - first))
                return true;
        }
    }
    return false;
}

// Whether the quotation's words from `at` on stand behind those before `from`.
bool SaidWords::goesOn(const std::vector<int> &quoted, size_t at, size_t from, size_t skips) const
{
    while (at < quoted.size()) {
        if (from < m_words.size() && m_words[from] == quoted[at]) {
            ++at;
            ++from;
            continue;
        }
        const auto length = std::min(run, quoted.size() - at);
        const auto next = nextRun(quoted, at, from);
        if (next < m_words.size()) {
            at += length;
            from = next + length;
        } else if (skips > 0) {
            --skips;
            ++at;
        } else {
            return false;
        }
    }
    return true;
}

// Where the next few words of the quotation stand, or the end.
size_t SaidWords::nextRun(const std::vector<int> &quoted, size_t at, size_t from) const
{
    const auto length = std::min(run, quoted.size() - at);
    const auto begin = quoted.begin() + qsizetype(at);
    const auto end = std::min(from + farthest + length, m_words.size());
    const auto first = m_words.begin() + qsizetype(std::min(from, m_words.size()));
    const auto found
        = std::search(first, m_words.begin() + qsizetype(end), begin, begin + qsizetype(length));
    return found == m_words.begin() + qsizetype(end) ? m_words.size()
                                                     : size_t(found - m_words.begin());
}

} // namespace extraction
