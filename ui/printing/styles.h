#pragma once

#include "printing/manuscript.h"

#include <QFont>
#include <QTextCharFormat>
#include <QTextLayout>

namespace printing {

// How a kind of paragraph is set: all measures in units of the page.
struct Style
{
    QFont font;
    double line = 0; // From one line to the next.
    double above = 0;
    double indent = 0; // Of the paragraph, for each level.
    double first = 0; // Of its first line, beside that.
    Qt::Alignment edge = {}; // That its lines stand at, where it is not that of all others.
    bool keepWithNext = false;
    bool whole = false; // Never parted.
    bool quiet = false; // Not as black as running text.
};

// What is set without the space between letters that the styles have: writing whose letters are
// joined, with what stands between its words.
QList<QTextLayout::FormatRange> joinedLetters(const QString &text);

// The styles of a story: everything grows with the size of running text.
class Styles
{
public:
    enum class Voice { Outlet, Title, Standfirst, Byline, Caption, Credit, Foot };

    // Without italics what is set in them is told apart in another way, or not at all.
    Styles(double textSize, int columns, bool slants);

    [[nodiscard]] Style of(Paragraph::Role role) const;
    [[nodiscard]] Style of(Voice voice) const;
    [[nodiscard]] double line() const { return m_line; } // Of running text.
    [[nodiscard]] QTextCharFormat format(const Span &span, const Style &style) const;

private:
    [[nodiscard]] QFont text(double size, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QFont furniture(double size, QFont::Weight weight = QFont::Normal) const;

    double m_size; // Of running text.
    double m_line;
    bool m_columns;
    bool m_slants;
    int m_count;
};

} // namespace printing
