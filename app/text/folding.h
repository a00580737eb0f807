#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

namespace text {

// A word as it is looked up in tables: lower case, without accents, vowel points or the Turkish
// dotless i, so that "Août", "AOÛT" and "aout" are one.
QString folded(QStringView word);

// The words of a table "one|two|…", folded: folded words are looked up in it.
QSet<QString> foldedWords(QStringView table);

// The value of a decimal digit of any script, -1 for anything else.
int digitOf(QChar character);

bool isHan(QChar character);

} // namespace text
