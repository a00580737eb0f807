#pragma once

#include <QtGlobal>

// What this part is ready to take from strangers.
namespace feeds::limits {

// Lists of subscriptions: the largest known have some thousand feeds in 2 MB.
constexpr qsizetype listBytes = qsizetype{32} * 1024 * 1024;
constexpr qsizetype listedFeeds = 100'000;
// Folders in folders; what lies deeper stays in the last one.
constexpr qsizetype folderDepth = 10;
constexpr qsizetype titleLength = 500;
constexpr qsizetype addressLength = 8192;
// Of one outline: attributes of other programs that are kept, and the longest of them.
constexpr qsizetype foreignAttributes = 64;
constexpr qsizetype foreignLength = qsizetype{32} * 1024;

// What somebody pastes to have an address found in it.
constexpr qsizetype pastedLength = qsizetype{16} * 1024;
constexpr qsizetype pageBytes = qsizetype{16} * 1024 * 1024; // Of a page that may name feeds.
// Feeds that are taken from what one page names, and places that are guessed.
constexpr qsizetype namedFeeds = 40;
constexpr qsizetype bodyLinks = 20'000;
constexpr qsizetype guesses = 12;

// Feeds. Real ones stay far below.
constexpr qsizetype feedBytes = 256 * 1024 * 1024;
constexpr qsizetype entries = 100'000; // Of one feed; later ones are left out.
constexpr qsizetype tags = 100; // Of one entry.
constexpr qsizetype tagLength = 200;
constexpr qsizetype authors = 50; // Of one entry, and of the feed.
constexpr qsizetype enclosures = 100; // Of one entry.
constexpr qsizetype headlineLength = 10'000;
constexpr qsizetype nameLength = 500; // Of an author, an outlet.
constexpr qsizetype dateLength = 200;
constexpr int entryNesting = 8; // Entries open in each other.
constexpr qsizetype shortText = 400; // As a summary is, of a story that goes on elsewhere.
constexpr int longestMinutes = 60 * 24 * 366; // Between fetches, as a feed asks.

} // namespace feeds::limits
