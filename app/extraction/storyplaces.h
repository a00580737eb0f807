#pragma once

#include "extraction/bodywriter.h"
#include "extraction/pagetree.h"

#include <QByteArray>
#include <QSet>
#include <QUrl>

namespace extraction {

// The names of places in a story that links in it lead to: its notes, and the words they belong to.
QSet<QByteArray> storyPlaces(const PageTree &tree, ItemRange range, const QUrl &page);

} // namespace extraction
