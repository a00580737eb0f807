#pragma once

#include <QtGlobal>

namespace reading::limits {

inline constexpr int restMilliseconds = 200; // Without scrolling: then the reader is at rest.
inline constexpr int deaths = 3; // Of the web engine, after which the light view takes over,
inline constexpr qint64 shortLifeMilliseconds = 20'000; // when it lived no longer before each.

inline constexpr qint64 photoPixels = 150'000'000; // Larger ones are not opened in the viewer.
inline constexpr qint64 decodedPixels = 30'000'000; // Of one that is; closer up it gets blurred.
inline constexpr qsizetype foundAtMost = 2'000; // Places where words stand that are looked for.
inline constexpr qsizetype noteLetters = 4'000; // Of a note; what is longer is gone to.

inline constexpr int madeAtOnce = 65'536; // Characters of a story's body; longer ones are made into
                                          // a page in the background.
inline constexpr int pagesReady = 6; // Pages made ahead that are kept.

inline constexpr qsizetype setAtOnce = 24'000; // Characters of HTML; longer ones come onto the
                                               // light view in pieces.
inline constexpr int clearedAtOnce = 600; // Blocks of a document; longer ones go bit by bit.
inline constexpr int sliceMilliseconds = 4; // For pieces, between other events,
inline constexpr int firstSliceMilliseconds = 8; // and for those in view at first.

inline constexpr qsizetype decodedKilobytes
    = qsizetype{24} * 1024; // Of pictures kept for the light view.
inline constexpr int decodedTogether = 2; // Pictures for it.
inline constexpr int startMilliseconds = 300; // The web view starts then, painted or not.

} // namespace reading::limits
