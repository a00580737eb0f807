#pragma once

#include "page/page.h"

namespace page {

// A story as story() made it, in the few elements that QTextDocument knows, and the style sheet for
// them: the same page, for the view that must be there before a web engine is.
// https://doc.qt.io/qt-6/richtext-html-subset.html
QString lightStory(const QString &story);

// `width` is the view's, in pixels: headlines grow with it.
QString lightStyle(const Look &look, int width);

// The size of the headline in a view this wide, in pixels.
double headlinePixels(const Look &look, int width);

} // namespace page
