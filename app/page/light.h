#pragma once

#include "page/page.h"
#include "page/writing.h"

namespace page {

// A story as story() made it, in the few elements that QTextDocument knows, and the style sheet for
// them: the same page, for the view that must be there before a web engine is.
// https://doc.qt.io/qt-6/richtext-html-subset.html
QString lightStory(const QString &story);

// How a story is set in a view of a width in pixels, which decides about headlines and margins.
struct LightSetting
{
    Look look = {};
    Writing writing = {}; // As the story says.
    int width = 0;
};

// Every measure is that of the web page's style sheet: what is read in one view must not jump when
// the other takes over.
QString lightStyle(const LightSetting &setting);

} // namespace page
