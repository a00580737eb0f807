#pragma once

// What kinds of characters a search tells apart.
namespace search {

// Scripts without spaces between words, of which any part of a sentence is a word. Korean has
// spaces, but its words carry endings that nobody searches with.
bool isUnspaced(char32_t c);

// Vowel points of Arabic and Hebrew, and accents that no single character includes.
bool isDroppedMark(char32_t c);

// As the index's tokenizer sees it.
bool isWordPart(char32_t c);

} // namespace search
