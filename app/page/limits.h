#pragma once

#include <QtGlobal>

namespace page::limits {

inline constexpr qsizetype lettersJudged = 400; // To tell the script a story is written in.
inline constexpr qsizetype enclosuresShown = 20;
inline constexpr qsizetype relatedCards = 60; // At the end of a story; the rest are links above.
inline constexpr int hitsMarked = 2'000; // Of a search in one story.
inline constexpr qsizetype asideExtra = 24; // Letters beside the titles in a related-story aside.

// What QTextDocument sets in one go: more takes the window's thread too long.
inline constexpr qsizetype longTable = 12'000; // Characters of HTML, from which on a table is set
inline constexpr qsizetype pieceLetters = 1'500; // in pieces of so many.
inline constexpr int longList = 100; // Items of a numbered list; more are numbered in their text.
inline constexpr qsizetype longParagraph
    = 6'000; // Letters; behind those it goes on in another block.
inline constexpr qsizetype longShade = 12'000; // Characters of HTML of what was left out.
inline constexpr qsizetype longCode = 12'000; // Characters of HTML; longer code has no box.
inline constexpr int tableColumns = 60; // Of a table in pieces.

// What people may ask of the look; anything else is brought back into this.
inline constexpr int smallestText = 60;
inline constexpr int largestText = 300;
inline constexpr int narrowestLine = 30;
inline constexpr int widestLine = 120;
inline constexpr int tightestLeading = 120;
inline constexpr int loosestLeading = 220;

} // namespace page::limits
