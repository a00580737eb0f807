#pragma once

#include <QtGlobal>

namespace reading::limits {

inline constexpr int restMilliseconds = 200; // Without scrolling: then the reader is at rest.
inline constexpr int deaths = 3; // Of the web engine, after which the light view takes over,
inline constexpr qint64 deathsWithinMilliseconds = 60'000; // when they came this close together.

} // namespace reading::limits
