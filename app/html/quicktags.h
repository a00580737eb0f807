#pragma once

#include <QStringView>

// The smallest parts of HTML, for reading it without a parser.
namespace html {

enum class TagKind {
    Unknown, // No element of HTML.
    Inline,
    Block,
    Cell,
    LineBreak,
    Hidden, // What is in it is no text of the page: <script>, <style>.
    Reading, // How the word before is read, or a bracket around that: <rt>, <rp>.
    Comment // Comments, declarations, instructions.
};

struct QuickTag
{
    TagKind kind = TagKind::Unknown;
    QStringView name = {};
    qsizetype length = 0; // 0 where no tag begins.
    bool isEnd = false;
    bool isUnended = false; // It goes on to the end of the text, as no tag should.
};

enum class Tags { All, OfHtml };

// The tag that begins with the "<" at a position. One that does not end swallows the rest (HTML
// §13.2.5).
QuickTag tagAt(QStringView text, qsizetype at, Tags which = Tags::All);

// Behind a hidden element's end tag, or the end of the text.
qsizetype endOfHidden(QStringView text, qsizetype at, QStringView name);

// Where a reading ends that begins at a position: at the next tag that ends it, as its own end may
// be missing (HTML §13.1.2.4). Where none is near, it is taken for text, and ends at once.
qsizetype endOfReading(QStringView text, qsizetype at);

struct QuickReference
{
    qsizetype length = 0; // From the "&" on; 0 where there is none.
    bool isWhole = false; // It ends in ";".
    char16_t text[4] = {};
    int size = 0;
};

// The character reference that begins at a position (HTML §13.2.5.72).
QuickReference referenceAt(QStringView text, qsizetype at);

} // namespace html
