#pragma once

#include "model/storyquery.h"

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QTextBlock>

class QTextDocument;

// Sentences as reading positions know them; story.js has the same rules for the web page.
namespace sentences {

// Where sentences begin in a paragraph's text; the first always at 0.
QList<int> starts(const QString &text);

// The first words from there, white space simplified.
QString quoteAt(const QString &text, int start);

struct Spot
{
    int block = -1; // -1 when nothing of it stands anywhere.
    int character = 0; // In the block's text.

    bool operator==(const Spot &) const = default;
};

// The place of a position in the texts of some blocks, which may not be those it was taken from:
// where its quote stands; of several such places the one with the most of the words around it, then
// the one nearest to its block. Where the sentence is another one now, that which is in its place.
Spot find(const QStringList &blocks, const ReadingPosition &position);

// The words that tell it from others, for a position at this character of a block; those before
// `first` are none of the story's.
void setContext(ReadingPosition &position, const QTextBlock &first, const QTextBlock &block,
                int character);

// The texts of a document's blocks from the first one on.
QStringList textsOf(const QTextBlock &first);

// Finds words in any case, also where they hold soft hyphens.
QRegularExpression pattern(const QString &words);

} // namespace sentences
