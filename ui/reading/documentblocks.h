#pragma once

#include <QString>
#include <QTextBlock>

class QTextCursor;
class QTextDocument;

// Where the blocks of a document stand.
namespace documentblocks {

// The block that begins with the anchor of that name; invalid when there is none.
QTextBlock named(const QTextDocument &document, const QString &name);

// The first character with that name; -1 when there is none.
int placeNamed(const QTextDocument &document, const QString &name);

// The first block of the story's body; of the document, where it has none.
QTextBlock firstOfBody(const QTextDocument &document);

// Whether it goes on in the middle of a paragraph that is too long for one block: see
// page::lightStory().
bool goesOn(const QTextBlock &block);

// The name of the picture that letters of that format are; empty where they are none.
QString pictureOf(const QTextCharFormat &format);

// The text that is selected, in lines; a paragraph that is in several blocks is one.
QString textOf(const QTextCursor &selection);

// The first block that reaches more than half a line below this height.
QTextBlock at(const QTextDocument &document, double height);

// Where the line that holds this character stands, from the top of the document. Documents are laid
// out only as far as they were asked about: this asks.
double lineTop(const QTextBlock &block, int character);

} // namespace documentblocks
