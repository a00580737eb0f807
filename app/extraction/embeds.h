#pragma once

#include "extraction/pagetree.h"

#include <QHash>
#include <QUrl>

namespace extraction {

// Players and posts from elsewhere run as programs: what is kept of them below `root` is where they
// lead. The links by the items that they stand for.
QHash<int, QString> keepEmbeds(PageTree &tree, int root, const QUrl &base);

} // namespace extraction
