#pragma once

#include <QString>

// What kinds of characters a search tells apart.
namespace search {

// Scripts without spaces between words, of which any part of a sentence is a word. Korean has
// spaces, but its words carry endings that nobody searches with.
bool isUnspaced(char32_t c);

// Vowel points of Arabic and Hebrew, and accents that no single character includes.
bool isDroppedMark(char32_t c);

// As the index's tokenizer sees it.
bool isWordPart(char32_t c);

// In one of Unicode's forms; KC makes one letter of full-width and plain Latin, and of ligatures.
// More marks on a letter than anybody writes are parted first: putting them in order takes time in
// proportion to the square of their number.
QString normalised(const QString &text, QString::NormalizationForm form);

} // namespace search
