#pragma once

#include "formats/pagereader.h"

// Reads web pages in a ZIP archive with the files that belong to them: WebScrapBook's .htz, MAFF
// (one folder a page, described in its index.rdf), SingleFile's pages that unpack themselves, and
// what a person packed.
class ZippedPageReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
