#pragma once

#include "page/tags.h"

#include <QString>
#include <QStringView>

namespace page {

// What a formula says, with signs for what it says by place: "1/2". `inside` is what stands between
// its tags.
QString formulaText(QStringView inside);

// What a drawing is called, or else the words in it; empty when it has none.
QString drawingText(const Tag &svg, QStringView inside);

} // namespace page
