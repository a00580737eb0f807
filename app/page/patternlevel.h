#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace page {

// How good a place between two letters is for a break: an odd rank allows one, an even one forbids
// it, and the highest that any pattern says holds.
struct Rank
{
    char value = 0;
    bool respelled = false; // With other letters at its ends, which a soft hyphen cannot tell.

    [[nodiscard]] bool allows() const { return (value & 1) != 0 && !respelled; }
};

// The patterns of one level: of compound words, or of the words they are made of.
//
// Those who write them try them with libhyphen, so they are taken as it takes them: of the patterns
// that end with a letter, only the longest counts, and none where a longer one has begun that may
// yet end further on.
class PatternLevel
{
public:
    PatternLevel() = default;
    PatternLevel(const PatternLevel &) = delete;
    PatternLevel &operator=(const PatternLevel &) = delete;

    // A line of a file of patterns: "a1bc3d", or "c1k/k=k,1,2" with another spelling.
    void add(QStringView line);
    // After the last one: makes them ready to be looked for.
    void finish();
    [[nodiscard]] bool isEmpty() const { return m_patterns.empty(); }

    // The places before each letter of a word, and the one behind it.
    [[nodiscard]] std::vector<Rank> ranks(QStringView word) const;

private:
    struct Pattern
    {
        quint32 letters = 0; // Where they begin in m_letters,
        quint32 values = 0; // and in m_values: one more than letters.
        quint16 length = 0;
        bool respells = false;
    };

    // Letters that some pattern begins with, in the automaton of Aho and Corasick.
    struct State
    {
        quint32 child = 0; // The first; the others follow it, in the order of their letters.
        quint32 children = 0;
        quint32 shorter = 0; // The state of the longest end of those letters.
        qint32 pattern = -1; // What has just these letters.
        char16_t letter = 0; // The last of them.
    };

    // Patterns, in their order, that begin with a state's letters.
    struct Span
    {
        size_t from = 0;
        size_t to = 0;
    };

    [[nodiscard]] QStringView lettersOf(const Pattern &pattern) const;
    void sort();
    void makeChildren(quint32 of, const Span &span, qsizetype depth, std::vector<Span> &spans);
    // 0, which is the root, where there is none.
    [[nodiscard]] quint32 childOf(quint32 state, char16_t letter) const;
    [[nodiscard]] quint32 next(quint32 state, char16_t letter) const;
    void apply(const Pattern &pattern, qsizetype end, std::vector<Rank> &ranks) const;

    QString m_letters;
    QByteArray m_values;
    std::vector<Pattern> m_patterns;
    std::vector<State> m_states; // The root first, shorter ones before longer ones.
};

} // namespace page
