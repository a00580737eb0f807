#pragma once

#include <QString>

namespace text {

// The labels of credits.h's lines, looked up by what folded() makes of them.

// "Related article", "Lesen Sie auch", "相关阅读".
bool isRelatedLabel(const QString &folded);

// A related label that is an ordinary word as well: "more", "background".
bool isOrdinaryLabel(const QString &folded);

// "Original url", "Quelle", "来源".
bool isSourceLabel(const QString &folded);

} // namespace text
