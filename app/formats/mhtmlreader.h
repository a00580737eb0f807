#pragma once

#include "formats/pagereader.h"

// Reads a web page that a browser or office program saved as one file in mail form (MHTML,
// RFC 2557): Chromium's, and the older shapes of Internet Explorer, Firefox's extensions, Opera and
// Word. Frames are left out.
class MhtmlReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
