#pragma once

#include <QtGlobal>

// How far the readers of text look before they decide.
namespace text::limits {

constexpr qsizetype sniffedBytes = 256 * 1024; // For the encoding, from the start of a file.
constexpr qsizetype sampledBytes = 16 * 1024; // Scored for each encoding that may be meant.
constexpr qsizetype prescannedBytes = 4096; // Of a page, for the charset it declares.
constexpr qsizetype dateCharacters = 600; // A date further on is no longer "the first thing said".
constexpr qsizetype dateLineCharacters = 160;
constexpr qsizetype bylineCharacters = 300;
constexpr int bylineWords = 12;
constexpr int nameWords = 6;
constexpr qsizetype captionCharacters = 4000;
constexpr int creditWords = 14;
constexpr qsizetype labelledLineCharacters = 600;
constexpr qsizetype languageCharacters = 4096;
constexpr int languageLetters = 40;
constexpr qsizetype addressCharacters = 4096;

} // namespace text::limits
