#pragma once

#include "print/printedfile.h"

#include <poppler.h>

namespace pdf {

// The words, links and places of pictures on a page.
print::Page pageContent(PopplerPage *page);

} // namespace pdf
