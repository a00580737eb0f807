#pragma once

#include <QList>
#include <QString>
#include <QStringView>

// Text as the index compares it, with the way back to what was written.
namespace search {

// Letters in one form, between words one blank. Where no space is written between words, as in
// Chinese, every letter is a word of its own and no blank stands beside it but the ones at the
// run's ends.
struct Folded
{
    std::u32string text = {}; // Begins and ends with a blank.
    QList<qsizetype> from = {}; // Where each of its characters begins in what was written,
    QList<qsizetype> to = {}; // and ends.
};

Folded folded(QStringView text);

// What the index knows of a word or phrase: the words in it, with a blank where a word must begin
// or end. Empty when there is nothing to be found.
enum class WordEnd { Here, GoesOn };
std::u32string soughtFor(QStringView words, WordEnd end);

} // namespace search
