#pragma once

#include "formats/pagereader.h"

// Reads a mail as mail programs save it (RFC 5322): a newsletter, a story that somebody wrote or
// passed on, a feed's entry in Thunderbird's form. Apple Mail's .emlx, too.
class EmlReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
