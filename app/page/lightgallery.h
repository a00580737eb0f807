#pragma once

#include <QString>

namespace page {

// A story as story() made it, in which galleries are tables: QTextDocument sets nothing else side
// by side. Pictures that only their middle is shown of, so that all are of one shape, are called by
// their names with cutMark behind.
QString withGalleryTables(const QString &story);

inline const QString cutMark = QStringLiteral("#cut");
// The shape of those: their width by their height. The style sheet of the web page has it, too.
inline constexpr double cutShape = 4.0 / 3;

} // namespace page
