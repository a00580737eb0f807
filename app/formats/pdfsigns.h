#pragma once

#include "print/printedfile.h"

namespace formats::pdf {

// The words of a page as a sentence has them. What is raised behind a word stands in no line with
// it, as files are read: the sign of a note is left out, an exponent or the end of an ordinal joins
// its word ("km²", "1st").
QList<print::Word> withoutNoteSigns(const print::Page &page, bool rightToLeft);

} // namespace formats::pdf
