#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that bounds this part.
namespace limits {

// Rows of a list: those that come first, with their headlines, and those that follow by
// themselves, or as a search is scrolled through.
inline constexpr int firstRows = 100;
inline constexpr int rowsAtOnce = 10'000;
inline constexpr int foundRowsAtOnce = 500;
inline constexpr std::chrono::milliseconds beforeMoreRows{50}; // The first picture comes first.
// Before a list is read anew, for each thousand of its rows: feeds tell their stories one by one.
inline constexpr std::chrono::milliseconds rereadPerThousandRows{1};
inline constexpr int rowsInBlock = 4'096; // What moves when a row comes or goes.
inline constexpr int longList = 50'000; // Rows that leave behind what is worth being given back.
// Rows that come or go one by one; more of them do at once.
inline constexpr int editsOneByOne = 200;

inline constexpr int headlinesKept = 2'000;
inline constexpr int headlinesAtOnce = 120;
inline constexpr int rowsAround = 24; // Read ahead, above and below the screen.
inline constexpr int searchedForUnread = 5'000; // Rows that one job looks through.

inline constexpr int layoutsKept = 400;

// The search field.
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
