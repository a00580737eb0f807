#pragma once

#include "html/document.h"

namespace page {

// The line below the head of a table (GitHub Flavored Markdown, §4.10): it says where the text of
// each column stands, as most of the column's cells do.
QString markdownColumns(const html::Node &table, qsizetype columns);

} // namespace page
