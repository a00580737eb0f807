#pragma once

#include "formats/pagereader.h"

// Reads a web page as browsers and page savers write it, with the pictures in a folder beside it.
// The savers' own marks give the page's address, the tool and the moment of saving.
class HtmlReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
