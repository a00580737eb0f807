#pragma once

#include "formats/pdflines.h"

#include <QStringList>

namespace formats::pdf {

// What stood above and below the text of every page.
struct RunningHeads
{
    QStringList lines = {}; // Each once.
    QUrl address = {}; // Of the page that a browser printed; empty when there is none.

    bool operator==(const RunningHeads &) const = default;
};

// Takes running heads and feet off the pages: lines that return at the same place on others, page
// numbers, and what browsers print around a page: its title, its address, the page's number and the
// date on which it was printed.
RunningHeads takeRunningHeads(QList<Page> &pages);

} // namespace formats::pdf
