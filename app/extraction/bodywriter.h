#pragma once

#include "extraction/pagetree.h"

#include <QHash>
#include <QString>

namespace extraction {

// Writes the kept part of a page as plain HTML: paragraphs, headings, lists, tables, quotations, in
// order; whatever else a page uses to set them is gone. The result still has to be made safe.
// `pieces` are written instead of the items with these indices, whatever these hold.
QString bodyHtml(const PageTree &tree, int root, const QHash<int, QString> &pieces);

} // namespace extraction
