#pragma once

#include "model/article.h"

namespace page {

// How a story is written, for the attributes of the element that holds it.
struct Writing
{
    QString language = {}; // BCP 47; may be empty.
    QString direction = {}; // "ltr" or "rtl".
    QString script = {}; // "latin", "arabic", "hebrew" or "cjk": which rules of setting it follows.

    bool operator==(const Writing &) const = default;
};

// From the story's letters; its language decides only where they do not, since pages declare "en"
// for anything.
Writing writingOf(const Article &article);

// The same of a story as story() made it, from what it says itself.
Writing writingOfStory(QStringView story);

// The language by whose rules its words are broken; empty for scripts that have no hyphens.
QString languageToBreak(const Writing &writing);

// "ltr" or "rtl", by the first letters of what begins there and ends with the element of that name;
// empty without letters.
QString directionAt(QStringView html, QStringView name);

// The script of a text's letters, by majority: as Writing::script; empty without letters.
QString scriptOf(QStringView text);

} // namespace page
