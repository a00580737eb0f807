#pragma once

#include "extraction/pagetree.h"
#include "html/sanitise.h"

#include <QHash>
#include <QString>

namespace extraction {

// The kept part of a page as plain safe HTML: paragraphs, headings, lists, tables, quotations, in
// order; whatever else a page uses to set them is gone. `pieces`, any HTML, are made safe and
// written instead of the items with these indices, whatever these hold.
SafeHtml bodyHtml(const PageTree &tree, int root, const QHash<int, QString> &pieces,
                  const html::Sanitising &how);

} // namespace extraction
