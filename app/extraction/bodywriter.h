#pragma once

#include "extraction/pagetree.h"
#include "html/sanitise.h"

#include <QHash>
#include <QString>

namespace extraction {

// Items beside each other, with all below them.
struct ItemRange
{
    int begin = 0;
    int end = 0;
};

// How a body is made safe, and what of the page it holds. With Everything, what is left out of the
// story is written too; what the page hides is not, but for the first item itself.
struct BodyWriting
{
    const html::Sanitising &how;
    PageTree::Which which = PageTree::Which::Kept;
};

// A part of a page as plain safe HTML: paragraphs, headings, lists, tables, quotations, in order;
// whatever else a page uses to set them is gone. `pieces`, any HTML, are made safe and written
// instead of the items with these indices, whatever these hold.
SafeHtml bodyHtml(const PageTree &tree, ItemRange range, const QHash<int, QString> &pieces,
                  const BodyWriting &writing);

} // namespace extraction
