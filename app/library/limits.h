#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that bounds this part.
namespace limits {

inline constexpr int excerptLength = 240; // Characters: two lines in a wide list.
inline constexpr qsizetype indexedLength = 4'000'000; // Characters of one story's text.
inline constexpr qsizetype contentBytes = 256'000'000; // A packed story that claims more is broken.
inline constexpr qint64 pictureBytes = 256'000'000;
// A change of more stories than these is announced as LibraryChange::everything.
inline constexpr qsizetype announcedStories = 500;
// Stories that are looked at when several say that they stand at one address.
inline constexpr int storiesOfOneAddress = 50;
inline constexpr int versionsOfFeeds = 20; // Of one story: what some feeds tell never rests.
// How far down a story is begun, and where it is as good as finished.
inline constexpr double startedFrom = 0.03;
inline constexpr double startedUntil = 0.97;
inline constexpr int folderDepth = 50; // Of folders of feeds.
// Of what a feed told, so much is looked up before its entries are made ready.
inline constexpr int knownEntries = 5'000;
// The index of words: pages that are merged with each story that is added by itself, pieces that
// updates of feeds may leave before they merge too, and then so many pages.
inline constexpr int mergedWithOne = 64;
inline constexpr int unmergedPieces = 400;
inline constexpr int mergedWithUpdate = 500;
inline constexpr int mergedAtRest = 250; // A few milliseconds' work.
// What one call of FeedStore::tidy() does, so that nothing waits for long.
inline constexpr int tidiedAtOnce = 1'000;
inline constexpr int pagesFreedAtOnce = 2'000;
inline constexpr std::chrono::milliseconds rest{500}; // Without writing, until that begins.
inline constexpr std::chrono::milliseconds busy{5'000}; // Waiting for another program.
inline constexpr int readingCacheKilobytes = 4'000;
inline constexpr int writingCacheKilobytes = 16'000;
// Several packed stories to a page: on SQLite's usual pages of 4 KB each would stand alone, and a
// third of every page would be empty.
inline constexpr int pageBytes = 16'384;
inline constexpr qint64 walBytes = 16'000'000; // The log is cut back to this after a checkpoint.

} // namespace limits
