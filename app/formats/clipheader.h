#pragma once

#include "formats/block.h"
#include "model/article.h"

namespace formats {

// A clip parted into what its fields say and the Markdown of the story.
struct Clip
{
    Article stated;
    QString text;
};

// True when a text begins with fields as r.jina.ai writes them: "Title:", "URL Source:" …
bool hasClipHeader(const QString &text);

// Reads the fields before a clip's text: front matter, or r.jina.ai's lines.
Clip readClipHeader(const QString &text);

// Takes from a clip's blocks what clippers put there beside the story: MarkDownload's "Excerpt",
// Readwise's "Metadata", the links and headings that Omnivore adds.
void takeClipBlocks(Blocks &blocks, Article &stated);

} // namespace formats
