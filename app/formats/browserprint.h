#pragma once

#include "formats/printedpages.h"

namespace formats {

// What is known of a page that a browser printed and pdftotext made text of.
struct BrowserPrint
{
    QString title = {}; // The page's headline; empty when the text is no such print.
    QString site = {};
    QStringList leftOut = {}; // Lists of most read stories beside the story.
};

// The headline of a page is printed above it with the outlet's name, "Headline | Outlet", and
// stands in its text as well, perhaps over several lines: there it becomes one. Captions over
// several lines become one too.
BrowserPrint readBrowserPrint(PrintedPages &printed);

} // namespace formats
