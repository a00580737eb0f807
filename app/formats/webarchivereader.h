#pragma once

#include "formats/pagereader.h"

// Reads the web archives of Safari: a property list with the page and the files that belong to it,
// as WebKit's LegacyWebArchive.cpp writes them.
class WebArchiveReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
