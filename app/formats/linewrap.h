#pragma once

#include "formats/printedpages.h"

#include <QSet>

namespace formats {

// Whether all letters had the same width when the lines were broken, as typewriters and terminals
// print them, or their own, as on pages.
enum class Letters { Equal, Proportional };

// The column at which a text's lines were wrapped, or 0 when they were not: then every line is a
// paragraph. A wrapped line is told by what it has in common with the others: the first word of
// the next one would not have fitted any more.
int wrapColumn(const QList<Line> &lines, Letters letters = Letters::Equal);

// True when the line was broken because the next one's first word did not fit.
bool isFull(QStringView line, QStringView next, int wrap, Letters letters = Letters::Equal);

// White space before the first word, in columns.
int indentation(QStringView line);

// Puts the next line of a paragraph to its text: after a space between words, without one where the
// script has none, and with a hyphenated word made whole again. `hyphenated` are the words that
// have a hyphen of their own.
void appendLine(QString &text, QStringView line, const QSet<QString> &hyphenated = {});

// The words which a text writes with a hyphen, in lower case.
QSet<QString> hyphenatedWords(const QList<Line> &lines);

} // namespace formats
