#pragma once

#include <QtGlobal>

#include <chrono>
#include <cstddef>

namespace tasks::limits {

// The largest file that is read as a story.
constexpr qint64 fileBytes = 128LL * 1024 * 1024;
// The largest picture beside a page, and all of them together.
constexpr qint64 siblingBytes = 32LL * 1024 * 1024;
constexpr qint64 siblingsBytes = 128LL * 1024 * 1024;
// Files read from one folder at once, and how deep folders are followed.
constexpr int filesPerFolder = 100'000;
constexpr int folderDepth = 8;

// Addresses that are asked for a feed which a page names or which are known by their form.
constexpr std::size_t feedsTried = 12;

// The largest file of reading rules.
constexpr qint64 rulesBytes = qint64{1024} * 1024;

// How often feeds are asked.
constexpr std::chrono::minutes shortestInterval{15};
constexpr std::chrono::minutes newInterval{60}; // While nothing is known of it.
constexpr std::chrono::minutes longestInterval{24 * 60};
constexpr qsizetype entriesForInterval = 10; // The latest, by which the interval is judged …
constexpr qsizetype fewestForInterval = 3; // … and how many it takes.
constexpr double oftener = 0.7; // Without dates: after an answer with something new …
constexpr double rarer = 1.3; // … and after one without.
constexpr double spread = 0.1; // Of the interval, added by chance.
constexpr std::chrono::minutes firstBackoff{5}; // Doubled with every failure.
constexpr std::chrono::minutes waitWhenTooMany{60}; // The same after 429.
constexpr std::chrono::hours longestBackoff{24};
constexpr std::chrono::hours longestRetryAfter{24};
constexpr std::chrono::hours missingForGood{3 * 24}; // Missing this long: asked once a day.
// A timer that rings this late rang in a machine that slept; feeds are then asked after a while.
constexpr std::chrono::minutes asleep{2};
constexpr std::chrono::seconds shortestAfterSleep{5};
constexpr std::chrono::seconds longestAfterSleep{30};
constexpr std::chrono::seconds startDelay{4}; // The window comes first.
// When it is looked which feeds are due: after subscriptions changed, and otherwise.
constexpr std::chrono::milliseconds lookAgain{150};
constexpr std::chrono::milliseconds shortestRing{1'000};
constexpr std::chrono::hours longestRing{1};
constexpr std::chrono::minutes ringAgain{4}; // For one feed, whatever the library says.
constexpr std::chrono::minutes restAfterCancel{15};
// What is under way at once. Answers wait in memory until they are stored, where one takes about
// eight times its bytes.
constexpr int feedsAtOnce = 16;
constexpr int readAtOnce = 3; // Feeds that are understood.
constexpr int feedsPerHost = 4;
constexpr qint64 waitingBytes = qint64{5} * 512 * 1024;
constexpr qsizetype notesAtOnce = 100;
constexpr qsizetype storesAtOnce
    = 16; // Nothing else is written meanwhile: some tens of milliseconds.
constexpr std::chrono::milliseconds noteDelay{100};
// A server's demand to wait is kept to this long even where somebody asks for the feed.
constexpr std::chrono::minutes demandKept{15};

// The small pictures that stand for feeds.
constexpr int iconsAtOnce = 2;
constexpr qsizetype iconPlaces = 4; // Of one page.
constexpr qsizetype iconPageBytes = qsizetype{512} * 1024; // Of a page that is looked at.
constexpr qsizetype iconBytes = qsizetype{256} * 1024;

// Whole texts and pictures of stories.
constexpr qsizetype comparedLetters = 100'000; // Of a text that is compared with a summary.
constexpr double longerBy = 1.2; // A whole text is longer than a summary by this factor …
constexpr qsizetype longerByLetters = 120; // … and by these.
constexpr qsizetype wordsToCompare = 6; // Of a summary; with fewer the headline is compared.
constexpr double sharedWords = 0.5; // That a text about the same has.
constexpr qsizetype storyPictures = 60;
constexpr qint64 storyPictureBytes = qint64{8} * 1024 * 1024; // Of one picture …
constexpr qint64 storyPicturesBytes = qint64{20} * 1024 * 1024; // … and of all of one story.
constexpr int storiesAtOnce = 4;
constexpr std::chrono::milliseconds pagePause{1'000}; // Between two pages of one host.
constexpr std::chrono::milliseconds longestPagePause{10 * 60'000}; // Where a server asks for it.
constexpr qsizetype storiesOfRound = 100; // The newest of one feed that are made complete.
constexpr qsizetype storiesWaiting = 20'000;

// Downloads. A long one must leave a connection of its host for feeds.
constexpr int downloadsAtOnce = 3;
constexpr qsizetype headerBytes = 4096; // Of a Content-Disposition.
constexpr qsizetype nameBytes = 200; // Systems take 255, with the number.
constexpr qsizetype suffixLetters = 10;
constexpr int namesTried = 1'000;
constexpr qsizetype exportNameLetters = 90; // Of a headline, in the name of its file.
constexpr int exportedAtOnce = 200; // Stories whose numbers are read together.

// The front page: unread stories that are considered, with how many it looks no further than the
// last day, and what finds room.
constexpr int frontCandidates = 240;
constexpr int frontEnough = 24;
constexpr qsizetype frontSeconds = 5;
constexpr int secondsOfOutlet = 2;
constexpr qsizetype frontColumns = 48; // Stories below the large ones,
constexpr qsizetype frontSection = 6; // and of one section.
constexpr qsizetype frontStandfirst = 320; // Characters.
constexpr qsizetype frontOpening = 520;
constexpr qsizetype frontParagraphs = 2;
constexpr int begunStories = 6;
constexpr int frontFresh = 1000; // Stories that came since are counted up to there.

} // namespace tasks::limits
