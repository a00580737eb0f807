#pragma once

#include "page/page.h"
#include "page/writing.h"

namespace page {

// A story as story() made it, in the few elements that QTextDocument knows, and the style sheet for
// them: the same page, for the view that must be there before a web engine is.
// https://doc.qt.io/qt-6/richtext-html-subset.html
QString lightStory(const QString &story);

// The name of an anchor where a paragraph goes on that is too long to be one in QTextDocument,
// which makes the lines of each in one go.
inline const QString goesOnName = QStringLiteral("goes-on");

// The room in the cells of what are tables in it, which says what they are there for: a table, the
// next piece of one that is too long, a box around code, and photos side by side. In pixels, and
// never seen. The lead picture is the one that has a width.
inline constexpr int dataPadding = 5;
inline constexpr int goesOnPadding = 6;
inline constexpr int codePadding = 4;
inline constexpr int galleryPadding = 7;
inline constexpr int cardPadding = 8;
inline constexpr int asidePadding = 9;

// How a story is set in a view of a width in pixels, which decides about headlines and margins.
struct LightSetting
{
    Look look = {};
    Writing writing = {}; // As the story says.
    int width = 0;
    QString own = {}; // Rules behind the sheet's, as OwnRules::lightStyle() makes them.
};

// Every measure is that of the web page's style sheet: what is read in one view must not jump when
// the other takes over.
QString lightStyle(const LightSetting &setting);

} // namespace page
