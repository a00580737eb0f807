#pragma once

#include <QtGlobal>

// Every number that bounds this part.
namespace limits {

inline constexpr int searchLength = 1'000; // Characters of a search that are looked at.
inline constexpr int searchWords = 32; // Conditions of one search.
inline constexpr int searchDepth = 16; // Of brackets in brackets.

inline constexpr int marksOnALetter = 32; // More are another letter: putting them in order takes
                                          // time in proportion to their square.

} // namespace limits
