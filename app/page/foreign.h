#pragma once

#include "html/document.h"
#include "page/tags.h"

#include <QString>
#include <QStringView>

namespace page {

// What a formula says in a line: "x = √(a+b)/2". `inside` is what stands between its tags.
QString formulaText(QStringView inside);
QString formulaText(const html::Node &math);

// What a drawing is called, or else the words in it; empty when it has none.
QString drawingText(const Tag &svg, QStringView inside);
QString drawingText(const html::Node &svg);

// What stands above or below the line, in Markdown: "10⁶". `inner` is what it holds, which stays
// where that says as much, as the sign of a note does.
QString markdownPlaced(const html::Node &node, const QString &inner);

} // namespace page
