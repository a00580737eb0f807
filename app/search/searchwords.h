#pragma once

#include <QString>

// What people type into the search field, and what is indexed of a story, brought to one form.
namespace searchwords {

// Text as it goes into the index and into a query: in one Unicode form, without the marks that some
// scripts may leave out, and scripts written without spaces cut into overlapping pairs, so that any
// part of a Chinese or Thai sentence is found.
QString indexable(const QString &text);

// The letters that words begin with: they make the first letter typed find something quickly, which
// the index of prefixes, starting at two, would be too slow for.
QString initials(const QString &indexableText);

// Whether there is anything in the text that an index could hold.
bool hasWord(const QString &text);

// Scripts without spaces between words, of which any part of a sentence is a word.
bool isUnspaced(char32_t c);

// A search as FTS5 expressions.
struct Expression
{
    QString wanted; // Empty when every story will do.
    QString unwanted; // What is left out of every story; only when nothing is wanted.

    [[nodiscard]] bool isEmpty() const { return wanted.isEmpty() && unwanted.isEmpty(); }
    bool operator==(const Expression &) const = default;
};

// Every word must occur, the last one as the beginning of a word; "words in quotes" as they stand;
// -word must not occur. Never invalid: what is no word is passed over.
Expression parse(const QString &typed);

} // namespace searchwords
