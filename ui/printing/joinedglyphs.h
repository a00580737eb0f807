#pragma once

#include "printing/glyphletters.h"
#include "printing/pdfobjects.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <utility>

namespace printing {

// Two letters that a font draws as two glyphs at one place, as some do with a lam and its alef: the
// second has no width, and whoever looks where letters stand takes it for the first or for no part
// of the word. In a PDF it gets the width of the first, and what both of them stand for is written
// about them (ActualText: ISO 32000-1, §14.9.4).
class JoinedGlyphs
{
public:
    // The font whose letters the CMap tells.
    void widen(PdfObjects &objects, int cmap, const DrawnFont &font);
    // On all pages.
    void name(PdfObjects &objects) const;

private:
    using Codes = std::pair<int, int>; // By which a font knows them.

    [[nodiscard]] QByteArray named(const QByteArray &content) const;

    QHash<QByteArray, QHash<Codes, QChar>> m_fonts; // By their names: "/F10".
    QSet<int> m_firsts; // Of the pairs of all fonts.
};

} // namespace printing
