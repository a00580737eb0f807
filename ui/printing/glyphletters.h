#pragma once

#include <QHash>
#include <QList>
#include <QRawFont>
#include <QSet>
#include <QString>
#include <QTextLayout>

#include <utility>

namespace printing {

// The glyphs of one font in the order in which Qt draws them, and so numbers them in a PDF: the
// first is 1.
struct DrawnFont
{
    QRawFont font;
    QList<quint32> glyphs;
    QHash<quint32, QString> letters; // Of glyphs of joined writing: what they stand for.
    // Of two glyphs that stand at one place, a lam's and its alef's: the character for both.
    QHash<std::pair<quint32, quint32>, QChar> joined = {};

    // The character that the font has for a glyph, as Qt takes it: the first one; 0 for none.
    [[nodiscard]] QHash<quint32, char16_t> characters() const;
};

// Collects what lines draw, one line after the other.
class GlyphLetters
{
public:
    void add(const QTextLayout &layout, const QTextLine &line);
    [[nodiscard]] QList<DrawnFont> fonts() const { return m_fonts.values(); }

private:
    struct Drawn
    {
        QByteArray font; // Its key below.
        quint32 glyph = 0;
        QPointF at = {};

        bool operator==(const Drawn &) const = default;
    };

    // The glyph of one letter; none where it has several, or shares it.
    static QList<Drawn> drawnFor(const QTextLine &line, qsizetype at);
    [[nodiscard]] bool hasNewGlyph(const QTextLine &line) const;
    void takeGlyphs(const QTextLine &line);
    bool beginsNewPair(const QString &text, qsizetype at, qsizetype end);
    void addLetter(const QString &text, const QTextLine &line, qsizetype at, qsizetype end);

    QSet<QString> m_pairs; // Looked at.
    QHash<QByteArray, DrawnFont> m_fonts; // By what is the same in all sizes of a font.
};

} // namespace printing
