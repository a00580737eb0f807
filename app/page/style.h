#pragma once

#include "page/page.h"

namespace page {

// Who breaks words: soft hyphens that stand in the text already, or whatever shows the page.
enum class Hyphens { InText, Automatic };

// The whole style sheet, in this look until <html> is told otherwise. For paper it is always light.
QString styleSheet(const Look &look, Hyphens hyphens = Hyphens::InText);

// The part of it that a look decides beyond its colours. Behind the style sheet it wins.
QString lookStyle(const Look &look, Hyphens hyphens = Hyphens::InText);

} // namespace page
