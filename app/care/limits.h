#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that bounds this part.
namespace limits {

inline constexpr int examples = 20; // Titles or rows that a report names of each kind.
inline constexpr int faultsOfFile = 100; // That SQLite is asked to name.
inline constexpr int keptVersions
    = 2; // Of a story, when older ones are to go: this one and one before.
inline constexpr int mediaGraceDays = 30; // Before a picture that no story uses is removed.
inline constexpr qsizetype mediaAtOnce = 100; // Removed in one go, between other writing.
// After the library was opened; and for backups after that, as often as the program is kept open.
inline constexpr std::chrono::seconds beforeLook{5};
inline constexpr std::chrono::seconds beforeRound{120};
inline constexpr std::chrono::hours betweenRounds{1};
inline constexpr int biggestFeeds = 10; // That the sizes name.

} // namespace limits
