#pragma once

#include <QtGlobal>

// What this part is ready to take from strangers. Real pages stay far below; what lies above was
// made to hurt, and must cost no more than a few seconds and a few hundred megabytes.
namespace html::limits {

inline constexpr qsizetype documentBytes = 64 * 1024 * 1024;
// Without long attribute values, scripts and styles, which the parser never sees.
inline constexpr qsizetype markupBytes = 16 * 1024 * 1024;
inline constexpr size_t parserBytes = size_t{256} * 1024 * 1024; // Memory for one tree.
inline constexpr int parserSeconds = 3; // Of processor time, for one tree.

inline constexpr int depth = 256; // Elements open in each other, in a Document.
inline constexpr int safeDepth = 128; // The same in SafeHtml.
inline constexpr int openFormatting = 24; // <b>, <i>, <font> … open at once.
inline constexpr int attributes = 128; // Of one element.
inline constexpr qsizetype attributeBytes = 512; // A longer value goes past the parser.

inline constexpr qsizetype addressLength = 8192;
inline constexpr qsizetype anchorBytes = 200; // Of the name of a place in a story.
inline constexpr int drawingDepth = 64; // Elements open in each other, in a drawing.
inline constexpr qsizetype drawingBytes = 4 * 1024 * 1024; // Of one drawing.
inline constexpr qsizetype pictureBytes = 32 * 1024 * 1024; // Of one picture.
inline constexpr qsizetype allPicturesBytes = 128 * 1024 * 1024; // Of one page.
inline constexpr int pictures = 1000; // Of one page.
inline constexpr int pixelSide = 2; // A picture no larger is a counter or a spacer.
inline constexpr qint64 picturePixels = 100'000'000; // More is a bomb: 400 MB once decoded.

} // namespace html::limits
