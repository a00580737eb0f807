#pragma once

#include <QtGlobal>

// What bounds the work on one page.
namespace extraction::limits {

constexpr int jsonLdBytes = 4 * 1024 * 1024;
constexpr int jsonLdScripts = 64;
constexpr int jsonLdObjects = 2000;
constexpr int titleLength = 500;
// A line has few parts; what has more of them than this is a region, however few its letters.
constexpr int lineParts = 200;
// Texts no longer than this are asked for again and again.
constexpr int lineLetters = 500;
constexpr int headings = 24;
// Lines that are looked at for what they say of the page: "Page 1 of 3", "Subscribe to read on".
constexpr int pageLines = 2000;
// Items after the headline among which byline, date and lead picture are looked for. A page without
// any paragraph would be all top otherwise.
constexpr int topItems = 3000;
constexpr int nameLength = 80;
constexpr int authors = 20;
constexpr int captionLength = 1500;
constexpr int figures = 300;
// Words that may stand around a picture before its surroundings are taken for text.
constexpr int figureLetters = 700;
constexpr int embeds = 300;
// Less text than this is as often a teaser or a notice as the story.
constexpr int shortStory = 400;
// What is found of a story on a page of entries that lead elsewhere.
constexpr int shortListing = 1000;
// What is left of a story for those who have not subscribed is shorter than this.
constexpr int longStub = 3000;
constexpr int tags = 50;
constexpr int relatedLinks = 60;
constexpr int pullQuotes = 60;

// Rules that people write for sites.
constexpr int ruleLines = 20'000;
constexpr int rules = 10'000;
constexpr int rulesOfSite = 1000; // The last ones count.
constexpr int ruleProblems = 200; // That are told.
constexpr int selectorSteps = 8;
constexpr int selectorClasses = 6;
constexpr int selectorName = 60;
constexpr int selectorWords = 120;

// A page shown with what was left out of it.
constexpr int shownParts = 5000;
constexpr int shownLetters = 4'000'000;
// A part of more text than this is shown as the parts it is made of.
constexpr int wholePart = 500;
// Hidden text is shown if it is more than a button's or a menu's.
constexpr int hiddenProse = 80;

} // namespace extraction::limits
