#pragma once

#include "page/patterns.h"

#include <QString>

namespace page {

struct Look;

// Of lines as they are looked at.
Division divisionFor(const Look &look);

// A story as story() made it, marked or not, with a soft hyphen wherever a word of its running text
// may break. Captions, tables and code have none, and headlines only in their longest words: they
// are seldom justified and often looked at.
QString hyphenated(const QString &story, const Patterns &patterns,
                   Division division = Division::Ready);

inline constexpr QChar softHyphen(0x00ad);

} // namespace page
