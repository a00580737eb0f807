#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace formats {

struct Line
{
    QString text; // Without white space at its end.
    bool newPage = false; // The first line of a printed page, its running head left out.

    bool operator==(const Line &) const = default;
};

struct PrintedPages
{
    QList<Line> lines;
    QStringList heads; // Running heads and feet that were left out, each once.
    bool browser = false; // Its address and "1/2" stand below each page, as browsers print them.
};

// Takes a text apart into lines. Where it was printed page by page (form feeds, "Page 1 of 2"),
// running heads and feet are left out: the lines that return on every page at its edges, and page
// numbers.
PrintedPages printedPages(const QString &text);

} // namespace formats
