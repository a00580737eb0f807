#pragma once

#include <QtGlobal>

// What this part is ready to take from strangers.
namespace xml::limits {

constexpr int depth = 200; // Elements open in each other; deeper ones are only passed through.
constexpr int attributes = 256; // Of one element.
constexpr int names = 10'000; // Different ones in a document.
constexpr int treeElements = 200'000;
// Entities that a document declares: how many, how long, and how much they may add in all.
constexpr qsizetype entities = 100;
constexpr qsizetype entityBytes = 1000;
constexpr qsizetype entityGrowth = 1024 * 1024;

} // namespace xml::limits
