#pragma once

#include "formats/pagereader.h"

// Reads WARC files (ISO 28500), packed or not, as Wget, Heritrix and other recorders write them.
class WarcReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
