#pragma once

#include "formats/pagereader.h"

// Reads a story that somebody printed or copied into a text file: a headline, "By …", a date,
// paragraphs, "Related article: …" and "Original url: …", in any order and shape people use. Any
// other text is shown as it is.
class TextReader : public PageReader
{
public:
    [[nodiscard]] bool recognises(const SavedFile &file) const override;
    [[nodiscard]] Result<QList<SavedPage>> read(const SavedFile &file) const override;
};
