#pragma once

#include <QtGlobal>

// Every number that bounds the search field.
namespace limits {

inline constexpr qsizetype recentKept = 20; // Searches,
inline constexpr qsizetype recentOffered = 5; // of which so many are shown.
inline constexpr qsizetype valuesOffered = 8;
inline constexpr int headlinesForValues = 500; // Looked through for authors, outlets, languages.
inline constexpr int storiesCounted = 10'000;
inline constexpr qsizetype advices = 4; // Where nothing was found,
inline constexpr qsizetype adviceLength = 24; // each with so much of what it leaves out.
inline constexpr int pauseMilliseconds = 900; // In typing, after which a search is taken as meant.
inline constexpr int popupWidth = 440; // At least, where the window has room.
inline constexpr int popupHeight = 470; // At most.

} // namespace limits
