#pragma once

#include "formats/pagereader.h"

// Reads PDFs that have text, above all printed web pages: the story, its pictures and links. What a
// PDF says of itself is little to rely on; the headline is told by its size.
class PdfReader final : public PageReader
{
public:
    PdfReader();
    // With the program that takes PDFs apart at another place; see formats/pdfprogram.h.
    explicit PdfReader(QString program);

    bool recognises(const SavedFile &file) const override;
    Result<QList<SavedPage>> read(const SavedFile &file) const override;

private:
    QString m_program;
};
