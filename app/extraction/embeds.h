#pragma once

#include "extraction/pagetree.h"

#include <QUrl>

namespace extraction {

// A player or frame as a link to what it shows.
struct Embed
{
    int item = -1; // What holds it and the words on it.
    QString html = {}; // Empty when it leads nowhere a reader would go.
};

// The link's text is the caption, the title that the player has, or where it leads.
Embed embedAt(const PageTree &tree, int index, const QUrl &base);

} // namespace extraction
