#pragma once

#include "extraction/pagetree.h"

#include <QUrl>

namespace extraction {

// A link to what a player or frame shows, as HTML; empty when it leads nowhere a reader would go.
QString embedHtml(const PageTree &tree, int index, const QUrl &base);

} // namespace extraction
