#pragma once

#include "html/document.h"
#include "printing/manuscript.h"

namespace printing {

// Its own rows, not those of tables within it.
QList<html::Node> rowsOf(const html::Node &table);

// Whether what stands in the cells is not a table: pictures, other tables, or one thing below the
// other.
bool laysOut(const html::Node &table);

// What is said of the cell, without what stands in it,
Cell cellOf(const html::Node &node);
// and with that: a line for each paragraph.
Cell withContent(Cell cell, const QList<Paragraph> &content);

// The rows at its top which tell what stands below them.
qsizetype headRows(const QList<Row> &rows);

} // namespace printing
