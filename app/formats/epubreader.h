#pragma once

#include "formats/pagereader.h"

// EPUB 2 and 3: https://www.w3.org/TR/epub-33/. A book made from one page or by one writer is one
// story; a newspaper's issue is several.
class EpubReader final : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
