#pragma once

#include "formats/block.h"

namespace formats {

// Where the headline stands in the text of a whole page, among menus, notices and pictures: at
// `title` when that is known, else above the byline, the date or the first paragraph of prose. -1
// when there is none.
qsizetype findHeadline(const Blocks &blocks, const QString &title);

// The same, when it is known where the story's text begins.
qsizetype findHeadlineAbove(const Blocks &blocks, qsizetype text);

// For comparing headlines: without case, quotation marks' shapes and spaces.
QString foldedTitle(QStringView title);

} // namespace formats
