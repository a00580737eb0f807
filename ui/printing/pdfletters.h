#pragma once

#include <QByteArray>

namespace printing {

class PrintedStory;

// The PDF that Qt has made of the story, with the letters of joined writing in its text. Qt writes
// what a glyph stands for only where the font has a character for the glyph (ToUnicode CMaps: ISO
// 32000-1, §9.10.3). So most Arabic letters come as the forms they have within a word, which few
// programs take for the letter when they search, and some glyphs as nothing; and a lam and its alef
// in the wrong order, where a font draws each of them. A blank may come as a tabulator.
//
// Better CMaps are added at the end, as an incremental update (§7.5.6); the file is unchanged
// before that, and altogether where nothing is to be mended.
QByteArray withWholeText(const QByteArray &pdf, const PrintedStory &story);

} // namespace printing
