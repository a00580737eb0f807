#pragma once

#include "model/article.h"

#include <QDate>
#include <QString>
#include <QStringList>

// What the index knows of a story besides its words, as words of a column of their own ("facts"):
// then a search for them is as quick as one for words, and goes along with it. They begin with a
// character that nobody types.
namespace searchfacts {

// All of a story, and the first one or two letters of each of its words: what somebody has typed of
// a word is found quickly, which the words themselves would be too many for.
QString factsOf(const Article &article, const QString &indexableText);

QString everything(); // A fact of every story.
QString photo();
QString language(const QString &tag); // "en" finds "en-GB", too.
QString undated(); // It does not say when it was published.
// Stories that say so and were published before the end of that day's year, or in it: a little too
// many, for whoever looks closer.
QStringList publishedUntilYear(int year);

// The longest beginning that is a fact.
inline constexpr int longestBeginning = 2;

} // namespace searchfacts
