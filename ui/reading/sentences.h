#pragma once

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

struct Place
{
    QTextBlock block = {}; // Invalid when the quote stands nowhere.
    int character = 0; // In the block's text.
};

// The place of a quote; where it stands more than once, the one nearest to the expected block.
Place find(const QTextDocument &document, const QString &quote, int expectedBlock);

// Finds words in any case, also where they hold soft hyphens.
QRegularExpression pattern(const QString &words);

} // namespace sentences
