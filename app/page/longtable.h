#pragma once

#include "page/tags.h"

#include <QList>
#include <QStringView>

namespace page {

// How a table of very many rows can be set in pieces that look like one: QTextDocument makes the
// lines of each table in one go.
struct LongTable
{
    QList<qsizetype> breaks; // Where rows begin, in the HTML, with which a new piece begins.
    QList<int> shares; // Of the table's width, in percent, by column: in every piece the same.

    [[nodiscard]] bool isLong() const { return !breaks.isEmpty(); }
};

// Nothing for a short table, or one that cannot be told apart into rows.
LongTable longTable(QStringView html, const Tag &table);

} // namespace page
