#pragma once

#include <chrono>

// Every number that bounds this part.
namespace limits {

inline constexpr int countedStories = 10'000; // Of a smart folder: no further.
// After a change of the library, before smart folders are counted again, and at least so many times
// as long as counting them took.
inline constexpr std::chrono::milliseconds countingPause{400};
inline constexpr int countingShare = 4;
inline constexpr std::chrono::minutes dayWatch{1}; // Between two looks at which day it is.

} // namespace limits
