#pragma once

#include "html/raised.h"

#include <gumbo.h>

namespace html {

// Writes what a text has above and below its line into the line ("10⁶"). Follows the tags around
// it. A sign that leads to a note stays as it is.
class PlacedText
{
public:
    explicit PlacedText(QString &line)
        : m_line(line)
    {
    }

    void begin(GumboTag name)
    {
        if (name == GUMBO_TAG_A) {
            m_start = -1;
        } else if (name == GUMBO_TAG_SUP || name == GUMBO_TAG_SUB) {
            m_start = m_line.size();
            m_name = name;
        }
    }

    void end(GumboTag name)
    {
        if (name != GUMBO_TAG_SUP && name != GUMBO_TAG_SUB)
            return;
        if (name == m_name && m_start >= 0 && m_start < m_line.size()) {
            const auto words = m_line.sliced(m_start);
            m_line.truncate(m_start);
            m_line += name == GUMBO_TAG_SUP ? raisedWords(words) : loweredWords(words);
        }
        m_start = -1;
    }

private:
    QString &m_line;
    qsizetype m_start = -1;
    GumboTag m_name = GUMBO_TAG_UNKNOWN;
};

} // namespace html
