#include "extraction/wordspacing.h"

#include <algorithm>

namespace extraction {

namespace {

// No-break spaces are the writer's own.
bool isSpace(QChar letter)
{
    return letter.isSpace() && letter != QChar::Nbsp;
}

} // namespace

QStringView WordSpacing::afterSpace(QStringView text)
{
    const auto begin = std::ranges::find_if_not(text, isSpace) - text.begin();
    m_space = m_space || begin > 0;
    return text.sliced(begin);
}

void WordSpacing::beginBlock()
{
    m_space = false;
    m_hasWords = false;
}

bool WordSpacing::takeSpace()
{
    const auto isDue = m_space && m_hasWords;
    m_space = m_space && !isDue;
    return isDue;
}

QString WordSpacing::spaced(QStringView text)
{
    QString words;
    words.reserve(text.size() + 1);
    for (const auto letter : text) {
        if (isSpace(letter)) {
            addSpace();
            continue;
        }
        if (takeSpace())
            words += u' ';
        addWord();
        words += letter;
    }
    return words;
}

void WordSpacing::addWord()
{
    m_space = false;
    m_hasWords = true;
}

} // namespace extraction
