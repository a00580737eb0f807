#pragma once

#include <QtGlobal>

#include <chrono>

// Every number that bounds this part.
namespace limits {

inline constexpr int excerptLength = 240; // Characters: two lines in a wide list.
// A shard of the index of words: searches go through one after the other.
inline constexpr qint64 storiesOfOneShard = 16'384;
inline constexpr int piecesOfOneShard = 4; // That are not worth merging.
// Of the stories that came last, so many are looked at for the front page.
inline constexpr int lookedAtForFrontPage = 5'000;
// A story that is being read is announced anew each time it is read on by such a share.
inline constexpr double announcedProgress = 0.05;
// What is found: by relevance the best of so many that matched last, and of so many that did in
// their headline; by outlet the last that matched.
inline constexpr int ratedStories = 1'000;
inline constexpr int ratedHeadlines = 500;
inline constexpr int rankedStories = 300;
inline constexpr int sortedStories = 20'000;
// A place of no more stories than these is held against what is found, instead of asking of each
// story that is found whether it stands there.
inline constexpr int fewStories = 50'000;
inline constexpr int indexBytesInMemory = 8'000'000; // Of one transaction, before they are written.
inline constexpr int indexedAtOnce = 2'000; // Stories of one transaction when it is made anew.
inline constexpr qsizetype indexedLength = 4'000'000; // Characters of one story's text.
inline constexpr qsizetype contentBytes = 256'000'000; // A packed story that claims more is broken.
inline constexpr qint64 pictureBytes = 256'000'000;
// A change of more stories than these is announced as LibraryChange::everything.
inline constexpr qsizetype announcedStories = 500;
inline constexpr qsizetype runOfStories = 64; // Ids in a row that are worth a statement.
// Stories that are looked at when several say that they stand at one address.
inline constexpr int storiesOfOneAddress = 50;
// What stories are known by, two numbers each: so many new ones stand apart. They are some forty
// pages, and ten of them come to each page that the others take in a library of a million stories.
inline constexpr int newStoryKeys = 32'768;
inline constexpr int versionsOfFeeds = 20; // Of one story: what some feeds tell never rests.
// How far down a story is begun, and where it is as good as finished.
inline constexpr double startedFrom = 0.03;
inline constexpr double startedUntil = 0.97;
// Milliseconds within which stories of one moment stand close together in lists.
inline constexpr qint64 placesTogether = 60'000;
inline constexpr int folderDepth = 50; // Of folders of feeds.
// Of what a feed told, so much is looked up before its entries are made ready.
inline constexpr int knownEntries = 5'000;
// The index of words: pages that are merged with each story that is added by itself, pieces that
// updates of feeds may leave before they merge too, and then so many pages.
inline constexpr int mergedWithOne = 64;
inline constexpr int unmergedPieces = 200;
inline constexpr int mergedWithUpdate = 500;
inline constexpr int mergedAtRest = 250; // A few milliseconds' work.
// What one call of FeedStore::tidy() does, so that nothing waits for long.
inline constexpr int tidiedAtOnce = 1'000;
inline constexpr int pagesFreedAtOnce = 2'000;
// Given back while nothing else is to do, a millisecond's work; and left for what comes next.
inline constexpr int pagesFreedAtRest = 64;
inline constexpr int pagesKeptFree = 256;
// The journal. A row of more numbers is broken; stories found within so long of each other share a
// row until its text has so many characters, as do those of a batch.
inline constexpr qint64 numbersInRow = 50'000'000;
inline constexpr std::chrono::milliseconds findingsJoined{600'000};
inline constexpr qsizetype joinedDetail = 2'000;
inline constexpr qsizetype batchDetail = 8'000;
// What happened by itself is forgotten sooner than what somebody did, of which the last steps stay
// however old they are; a call looks at so many rows.
inline constexpr std::chrono::hours recordsKept{24 * 183};
inline constexpr std::chrono::hours stepsKept{24 * 365 * 3};
inline constexpr int newestStepsKept = 1'000;
inline constexpr int prunedAtOnce = 1'000;
// The history. Titles that an entry shows, and those that are searched for words; rows that one
// call looks at for these.
inline constexpr int historyTitles = 3;
inline constexpr int historySearched = 24;
inline constexpr int historyScanned = 4'000;
inline constexpr std::chrono::milliseconds rest{500}; // Without writing, until that begins.
// Clocks are set right by as much without anybody noticing; and one that went further is believed
// in what is removed once it has gone on for so long.
inline constexpr std::chrono::milliseconds clockMoves{3'600'000};
inline constexpr std::chrono::days clockLeaps{7};
inline constexpr std::chrono::days clockProves{1};
inline constexpr std::chrono::milliseconds busy{5'000}; // Waiting for another program.
inline constexpr int readingCacheKilobytes = 4'000;
inline constexpr int writingCacheKilobytes = 16'000;
// So much that was freed is worth giving back to the system.
inline constexpr qint64 memoryGivenBack = 4'000'000;
// Several packed stories to a page: on SQLite's usual pages of 4 KB each would stand alone, and a
// third of every page would be empty.
inline constexpr int pageBytes = 16'384;
inline constexpr qint64 walBytes = 16'000'000; // The log is cut back to this after a checkpoint.
// The log's pages before they are written to their places: what is changed again until then, as
// most indices are with every feed, is written there once.
inline constexpr int walPages = 4'000;
// Another command is waited for so long, and looked for so often.
inline constexpr std::chrono::milliseconds lockPatience{2'000};
inline constexpr std::chrono::milliseconds lockPause{20};
// Backups that are kept: the last weekly ones, the last of so many months, those made before
// something else took the library's place, and the last that somebody asked for.
inline constexpr int backupDays = 7;
inline constexpr int weeklyBackups = 3;
inline constexpr int monthlyBackups = 3;
inline constexpr int upgradeBackups = 1;
inline constexpr int restoreBackups = 2;
inline constexpr int backupsByHand = 3;
inline constexpr qint64 roomLeft = 64'000'000; // Bytes that backups leave free on the disk.
inline constexpr int stepsBetweenLooks = 10'000; // Of SQLite, until it sees that it should stop.

} // namespace limits
