#pragma once

#include "formats/pagereader.h"

// Reads WACZ files (specs.webrecorder.net/wacz/1.1.1): WARC files in a ZIP archive, with a list of
// the pages that were meant.
class WaczReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
