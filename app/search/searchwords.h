#pragma once

#include <QString>

// What people type into the search field, and what is indexed of a story, brought to one form.
namespace searchwords {

// Text as it goes into the index and into a query: in one Unicode form, without the marks that some
// scripts may leave out, and scripts written without spaces cut into overlapping pairs, so that any
// part of a Chinese or Thai sentence is found.
QString indexable(const QString &text);

// What words begin with, the first letter and the first two, each once: "t th".
QString beginnings(const QString &indexableText);

// Whether there is anything in the text that an index could hold.
bool hasWord(const QString &text);

} // namespace searchwords
