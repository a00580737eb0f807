#include "shell/rounds.h"

#include <utility>

void Rounds::leave(bool backwards)
{
    m_from = m_match;
    m_backwards = backwards;
}

void Rounds::begin()
{
    *this = {};
}

Rounds::Again Rounds::arrive(int match, int matches)
{
    // The same answer again, from a view that has taken over, changes nothing.
    if (match == m_match && matches == m_matches)
        return m_again;
    const auto same = matches == std::exchange(m_matches, matches);
    const auto from = same ? std::exchange(m_from, 0) : 0;
    m_match = match;
    m_again = Again::No;
    if (from > 0 && m_backwards && match > from)
        m_again = Again::FromBottom;
    else if (from > 0 && !m_backwards && match < from)
        m_again = Again::FromTop;
    return m_again;
}
