#pragma once

#include <QtGlobal>

#include <cstddef>

namespace tasks::limits {

// The largest file that is read as a story.
constexpr qint64 fileBytes = 128LL * 1024 * 1024;
// The largest picture beside a page, and all of them together.
constexpr qint64 siblingBytes = 32LL * 1024 * 1024;
constexpr qint64 siblingsBytes = 128LL * 1024 * 1024;
// Files read from one folder at once, and how deep folders are followed.
constexpr int filesPerFolder = 100'000;
constexpr int folderDepth = 8;

// Addresses that are asked for a feed which a page names or which are known by their form.
constexpr std::size_t feedsTried = 12;

// The largest file of reading rules.
constexpr qint64 rulesBytes = qint64{1024} * 1024;

} // namespace tasks::limits
