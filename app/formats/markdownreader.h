#pragma once

#include "formats/pagereader.h"

// Reads Markdown as clippers write it: front matter or a block of fields, then the story. Obsidian
// Web Clipper, MarkDownload, Joplin, Readeck, Omnivore, Readwise, wallabag, r.jina.ai and what
// resembles them.
class MarkdownReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
