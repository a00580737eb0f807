#pragma once

#include "page/hyphens.h"

#include <QString>

namespace printing {

// A text with a soft hyphen wherever a word of it may break; as it is without patterns.
QString broken(const QString &text, const page::Patterns &patterns,
               page::Division division = page::Division::Ready);

} // namespace printing
