#include "page/patternlevel.h"

#include <algorithm>

QStringView page::PatternLevel::lettersOf(const Pattern &pattern) const
{
    return QStringView(m_letters).sliced(pattern.letters, pattern.length);
}

void page::PatternLevel::add(QStringView line)
{
    Pattern pattern{.letters = quint32(m_letters.size()), .values = quint32(m_values.size())};
    m_values.append('\0');
    qsizetype at = 0;
    for (; at < line.size() && line[at] > u' ' && line[at] != u'/'; ++at) {
        const auto c = line[at];
        if (c >= u'0' && c <= u'9') {
            m_values.back() = char(c.unicode() - u'0');
        } else {
            m_letters.append(c);
            m_values.append('\0');
        }
    }
    pattern.length = quint16(m_letters.size() - pattern.letters);
    pattern.respells = at < line.size() && line[at] == u'/';
    if (pattern.length > 0)
        m_patterns.push_back(pattern);
    else
        m_values.truncate(pattern.values);
}

// Of two with the same letters the later one counts.
void page::PatternLevel::sort()
{
    const auto letters = [this](const Pattern &pattern) { return lettersOf(pattern); };
    std::ranges::stable_sort(m_patterns, {}, letters);
    std::vector<Pattern> unique;
    unique.reserve(m_patterns.size());
    for (const auto &pattern : m_patterns) {
        if (!unique.empty() && letters(unique.back()) == letters(pattern))
            unique.back() = pattern;
        else
            unique.push_back(pattern);
    }
    m_patterns = std::move(unique);
}

void page::PatternLevel::finish()
{
    sort();
    m_states = {State()};
    std::vector<Span> spans{{.from = 0, .to = m_patterns.size()}};
    // Each pass makes the states that are longer by a letter.
    qsizetype depth = 0;
    for (size_t made = 0; made < m_states.size(); ++depth) {
        const auto end = m_states.size();
        for (; made < end; ++made)
            makeChildren(quint32(made), Span(spans[made]), depth, spans);
    }
    for (size_t state = 0; state < m_states.size(); ++state) {
        const auto of = m_states[state];
        for (auto child = of.child; child < of.child + of.children; ++child)
            m_states[child].shorter = state == 0 ? 0 : next(of.shorter, m_states[child].letter);
    }
}

void page::PatternLevel::makeChildren(quint32 of, const Span &span, qsizetype depth,
                                      std::vector<Span> &spans)
{
    auto [from, to] = span;
    // What has no more letters comes first.
    if (from < to && m_patterns[from].length == depth)
        m_states[of].pattern = qint32(from++);
    m_states[of].child = quint32(m_states.size());
    while (from < to) {
        const auto letter = lettersOf(m_patterns[from])[depth].unicode();
        auto end = from + 1;
        while (end < to && lettersOf(m_patterns[end])[depth].unicode() == letter)
            ++end;
        m_states.push_back({.letter = letter});
        spans.push_back({.from = from, .to = end});
        from = end;
    }
    m_states[of].children = quint32(m_states.size()) - m_states[of].child;
}

quint32 page::PatternLevel::childOf(quint32 state, char16_t letter) const
{
    const auto first = m_states.begin() + m_states[state].child;
    const auto last = first + m_states[state].children;
    const auto found = std::ranges::lower_bound(first, last, letter, {}, &State::letter);
    return found != last && found->letter == letter ? quint32(found - m_states.begin()) : 0;
}

quint32 page::PatternLevel::next(quint32 state, char16_t letter) const
{
    for (;; state = m_states[state].shorter) {
        const auto child = childOf(state, letter);
        if (child != 0 || state == 0)
            return child;
    }
}

std::vector<page::Rank> page::PatternLevel::ranks(QStringView word) const
{
    // The patterns' dots stand for the ends of a word.
    const auto padded = u'.' + word.toString() + u'.';
    std::vector<Rank> ranks(size_t(padded.size()) + 1);
    quint32 state = 0;
    for (qsizetype at = 0; at < padded.size(); ++at) {
        state = next(state, padded[at].unicode());
        if (const auto pattern = m_states[state].pattern; pattern >= 0)
            apply(m_patterns[size_t(pattern)], at + 1, ranks);
    }
    ranks.erase(ranks.begin());
    ranks.pop_back();
    return ranks;
}

void page::PatternLevel::apply(const Pattern &pattern, qsizetype end,
                               std::vector<Rank> &ranks) const
{
    const auto from = end - pattern.length;
    for (qsizetype place = 0; place <= pattern.length; ++place) {
        const auto value = m_values[qsizetype(pattern.values) + place];
        auto &rank = ranks[size_t(from + place)];
        if (value > rank.value)
            rank = {.value = value, .respelled = pattern.respells};
    }
}
