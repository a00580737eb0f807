#pragma once

#include <QString>

namespace formats {

// Tables that pandoc draws with "+---+" and "|": their cells one below the other, each line of
// theirs whole. `found` tells whether there was one: then the text was a page.
QString withoutGrids(const QString &text, bool &found);

// Columns that w3m sets beside each other, parted by white space, one below the other.
QString withoutColumns(const QString &text);

// Headings that lynx sets to the left of the text, marked with "#".
QString withMarkedHeadings(const QString &text);

// Advertisements, buttons and lists of tags, which stand in boxes of their own on the page, parted
// from the paragraphs that they follow without a blank line.
QString withPartedNotices(const QString &text);

} // namespace formats
