#pragma once

#include <QString>
#include <QTextBlock>

class QTextDocument;

// Where the blocks of a document stand.
namespace documentblocks {

// The block that begins with the anchor of that name; invalid when there is none.
QTextBlock named(const QTextDocument &document, const QString &name);

// The first block of the story's body; of the document, where it has none.
QTextBlock firstOfBody(const QTextDocument &document);

// The first block that reaches more than half a line below this height.
QTextBlock at(const QTextDocument &document, double height);

// Where the line that holds this character stands, from the top of the document. Documents are laid
// out only as far as they were asked about: this asks.
double lineTop(const QTextBlock &block, int character);

} // namespace documentblocks
