#pragma once

#include <QtGlobal>

namespace formats::limits {

// The longest text or Markdown file that is read: some three thousand printed pages.
constexpr qsizetype textBytes = qsizetype{16} * 1024 * 1024;

// Quotations in quotations that Markdown may have; deeper ones are read as if they stood here.
constexpr int quoteDepth = 24;
constexpr int markdownNotes = 5'000;

// A text of more lines is shown as it is, one of more blocks without looking for a story in it:
// the longest novels have fewer.
constexpr qsizetype textLines = 300'000;
constexpr qsizetype storyBlocks = 20'000;

// How much of a file is looked at to tell what it is.
constexpr qsizetype sampleBytes = qsizetype{64} * 1024;

// Front matter longer than this is text between two rules.
constexpr int frontMatterLines = 200;

// Blocks at the beginning and the end of a story that may hold its headline, byline and source.
constexpr qsizetype headBlocks = 16;
constexpr qsizetype footBlocks = 12;
// Blocks among which a known headline is looked for when a page's sections stand before it.
constexpr qsizetype searchedBlocks = 60;

// Columns of text that lines are wrapped at: typewriters and mail programs, not paragraphs.
constexpr int narrowestWrap = 40;
constexpr int widestWrap = 132;

// What an archive may unpack to: pages pack to a tenth, pictures not at all, bombs to a thousandth.
// Small archives may unpack to this much whatever the ratio.
constexpr qsizetype unpackedBytes = qsizetype{256} * 1024 * 1024;
constexpr qsizetype unpackedRatio = 100;
constexpr qsizetype smallUnpackedBytes = qsizetype{16} * 1024 * 1024;
constexpr int archiveEntries = 20'000;

// XML from outside: books describe themselves in some hundred elements, ten deep.

// The largest JSON file: parsed, it takes several times as much memory.
constexpr qsizetype jsonBytes = qsizetype{64} * 1024 * 1024;

// Stories that one file may hold: exports of a whole library have as many.
constexpr qsizetype storiesPerFile = 10'000;

// Chapters of a book, and what they may come to when they are put together.
constexpr qsizetype bookChapters = 5000;
constexpr qsizetype bookBytes = qsizetype{48} * 1024 * 1024;

// The header of a record or a message in a web archive.
constexpr qsizetype recordHeaderBytes = qsizetype{64} * 1024;
// Pages that are taken from one archive, and redirections that are followed to a file.
constexpr int archivePages = 200;
constexpr int redirections = 5;
// What the files in one web archive may unpack to: pictures that several pages show count anew.
constexpr qsizetype archivedBytes = qsizetype{512} * 1024 * 1024;
// Property lists: all values, entries of a dictionary that are looked at, items of a list, values
// in values.
constexpr qsizetype propertyValues = 500'000;
constexpr qsizetype propertyKeys = 64;
constexpr qsizetype propertyItems = 20'000;
constexpr int propertyDepth = 64;
// Frames in frames, and all frames of one page.
constexpr int frameDepth = 8;
constexpr int frames = 200;
// The list of pages in a WACZ file.
constexpr int listedPages = 10'000;

// Pictures that one page may take from its file, or from files beside it.
constexpr int pagePictures = 500;
constexpr qsizetype pagePicturesBytes = qsizetype{128} * 1024 * 1024;
constexpr qsizetype addressLength = 2000;

// Of a mail: the longest field that is read, and the parts that are looked at. Lines that may be a
// part's boundary are counted, since each costs memory whether it is one or not.
constexpr qsizetype mailFieldBytes = qsizetype{16} * 1024;
constexpr qsizetype boundaryLines = 25'000;
// A header section longer than this is shortened before the parser sees it: it keeps all of one.
constexpr qsizetype headerSectionBytes = qsizetype{256} * 1024;
constexpr int headerFields = 2000;
constexpr qsizetype mimeParts = 20'000;
// Parts of parts deeper than this are nobody's: the parser leaves out what is below 1024.
constexpr int mimeDepth = 1000;
constexpr qsizetype mailboxes = 20;
// Links and lines of a mail among which its address on the web is looked for.
constexpr int mailLinks = 2000;
constexpr int mailTextLines = 2000;
// Lines at the beginning of a mail among which the head of a forwarded one is looked for.
constexpr qsizetype forwardLines = 200;
// Mails in one file, those inside others too.
constexpr qsizetype mails = 10'000;
// Milliseconds in which a PDF must be read, and the bytes it may be read to.
constexpr int pdfTime = 7000;
constexpr qsizetype pdfAnswerBytes = qsizetype{192} * 1024 * 1024;

} // namespace formats::limits
