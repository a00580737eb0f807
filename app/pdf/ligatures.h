#pragma once

#include "print/printedfile.h"

#include <QList>

namespace pdf {

// A word that runs from right to left, and how wide its letters are as they were printed.
struct PrintedWord
{
    qsizetype word = 0; // Into the page's words.
    QList<double> widths = {}; // In the order of its letters.
};

// Two Arabic letters that a font draws as one (lam and alef; alef and the vowel sign on it) come
// out of a PDF in the wrong order, since the whole word is turned round. They are told by their
// boxes, halves of one, and put right.
void mendLigatures(QList<print::Word> &words, const QList<PrintedWord> &printed);

} // namespace pdf
