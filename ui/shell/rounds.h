#pragma once

// Whether going from match to match went past one end of the story and began again at the other.
class Rounds
{
public:
    enum class Again { No, FromTop, FromBottom };

    // The next one is asked for; the answer may come later.
    void leave(bool backwards);
    // Other words: whichever match comes next is the first.
    void begin();
    Again arrive(int match, int matches);

private:
    int m_match = 0;
    int m_matches = 0;
    int m_from = 0; // The match that was left; 0 when none was.
    bool m_backwards = false;
    Again m_again = Again::No;
};
