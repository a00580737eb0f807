#pragma once

#include <QString>
#include <QStringView>

namespace extraction {

// Where spaces go between the words of a body as it is written: one for whatever white space a page
// has, none where a block begins.
class WordSpacing
{
public:
    // Takes the white space that a text begins with; what is left of it.
    [[nodiscard]] QStringView afterSpace(QStringView text);
    // What counts as white space comes before the next word.
    void addSpace() { m_space = true; }
    // A line begins: white space before its first word says nothing.
    void dropSpace() { m_space = false; }
    // A block begins: its first word has none before it.
    void beginBlock();
    // What was written last is no word.
    void endWords() { m_hasWords = false; }

    // True if a space is due before what is written now; it is not afterwards.
    [[nodiscard]] bool takeSpace();
    // A text's words as they are written behind those before.
    [[nodiscard]] QString spaced(QStringView text);
    // Something that stands in the line as a word does was written.
    void addWord();

private:
    bool m_space = false;
    bool m_hasWords = false;
};

} // namespace extraction
