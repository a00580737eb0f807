#pragma once

#include <QtGlobal>

namespace page::limits {

inline constexpr qsizetype lettersJudged = 400; // To tell the script a story is written in.
inline constexpr qsizetype enclosuresShown = 20;
inline constexpr qsizetype relatedCards = 60; // At the end of a story; the rest are links above.
inline constexpr int hitsMarked = 2'000; // Of a search in one story.
inline constexpr qsizetype asideExtra = 24; // Letters beside the titles in a related-story aside.

// What people may ask of the look; anything else is brought back into this.
inline constexpr int smallestText = 60;
inline constexpr int largestText = 300;
inline constexpr int narrowestLine = 30;
inline constexpr int widestLine = 120;
inline constexpr int tightestLeading = 120;
inline constexpr int loosestLeading = 220;

} // namespace page::limits
