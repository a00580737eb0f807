#pragma once

#include "formats/pagereader.h"

// Reads a folder of mails in one file (mbox, RFC 4155), as mail programs keep and export them: one
// story or more a mail. Thunderbird keeps the entries of feeds so.
class MboxReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
