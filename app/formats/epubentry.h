#pragma once

#include "formats/epubchapter.h"
#include "html/document.h"

#include <QList>

namespace formats {

// What a saver wrote into a chapter, and the nodes it stands in, which are no text of the story.
struct FoundEntry
{
    EpubEntry entry = {};
    QList<html::Node> nodes = {};
};

// wallabag's list of terms above a story, or calibre's line below it ("This article was downloaded
// by calibre from …").
std::optional<FoundEntry> findEpubEntry(const html::Node &body);

} // namespace formats
