#pragma once

#include "formats/pagereader.h"

// Evernote's export of notes: https://evernote.com/blog/how-evernotes-xml-export-format-works.
// Each note is a story: a clipped page where it tells its address, else what its writer wrote.
class EnexReader final : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
