#pragma once

#include "extraction/pagetree.h"

#include <QString>

namespace extraction {

// True for a drawing that is no part of a story: the small ones beside links and headings.
bool isIcon(const html::Node &drawing);

// A figure as figureHtml() writes it, with what the page draws in it where it has no picture.
QString withDrawings(const QString &figure, const PageTree &tree, int index);

} // namespace extraction
