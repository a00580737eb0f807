#include "printing/styles.h"

#include "page/page.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

constexpr double leading = 1.36;
// Qt joins no letters to ligatures where they are spaced, be it by less than can be seen, and its
// PDFs cannot tell which letters a ligature's glyph stands for: they would be lost to who searches,
// copies or hears the text.
constexpr double apart = 1 / 64.0;

QFont sized(const QStringList &families, double size, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(std::max(1, qRound(size)));
    font.setWeight(weight);
    // Where letters stand on paper is no matter of a screen's dots.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, apart);
    return font;
}

} // namespace

QList<QTextLayout::FormatRange> joinedLetters(const QString &text)
{
    QTextCharFormat format;
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(0);
    QList<QTextLayout::FormatRange> ranges;
    auto joined = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto direction = text.at(at).direction();
        if (direction == QChar::DirAL && !joined)
            ranges.append({.start = int(at), .length = 0, .format = format});
        joined = direction == QChar::DirAL || (joined && direction != QChar::DirL);
        if (joined)
            ++ranges.last().length;
    }
    return ranges;
}

Styles::Styles(double textSize, int columns, bool slants)
    : m_size(textSize)
    , m_line(textSize * leading)
    , m_columns(columns > 1)
    , m_slants(slants)
    , m_count(columns)
{
}

QFont Styles::text(double size, QFont::Weight weight) const
{
    return sized(page::textFaces(), m_size * size, weight);
}

QFont Styles::furniture(double size, QFont::Weight weight) const
{
    return sized(page::furnitureFaces(), m_size * size, weight);
}

Style Styles::of(Paragraph::Role role) const
{
    using Role = Paragraph::Role;
    // The lines of columns stand at the same heights.
    const auto loose = m_columns ? 0 : m_line;
    switch (role) {
    case Role::Heading:
        return {.font = text(1.2, QFont::Bold),
                .line = m_line,
                .above = m_line,
                .keepWithNext = true,
                .whole = true};
    case Role::Subheading:
        return {.font = text(1, QFont::Bold),
                .line = m_line,
                .above = m_line,
                .keepWithNext = true,
                .whole = true};
    case Role::Quote: {
        auto font = text(1);
        font.setItalic(m_slants);
        return {.font = font, .line = m_line, .above = loose / 2, .indent = m_size * 1.4};
    }
    case Role::Item:
        return {.font = text(1), .line = m_line, .above = loose / 4, .indent = m_size * 1.5};
    case Role::Code: {
        auto font = sized({u"DejaVu Sans Mono"_s, u"monospace"_s}, m_size * 0.78, QFont::Normal);
        return {.font = font, .line = m_line * 0.82, .above = m_line / 2};
    }
    case Role::Table:
        return {.font = furniture(0.82), .line = m_line * 0.84, .above = m_line * 0.6};
    case Role::Ornament:
        return {.font = text(1),
                .line = m_line,
                .above = m_line / 2,
                .edge = Qt::AlignHCenter,
                .keepWithNext = true};
    case Role::Label:
        return {.font = furniture(0.78, QFont::Bold),
                .line = m_line,
                .above = m_line * 1.2,
                .keepWithNext = true,
                .whole = true};
    case Role::Footnote:
        return {.font = text(0.84),
                .line = m_line * 0.84,
                .above = m_line * 0.2,
                .indent = m_size * 1.5};
    case Role::Note:
        return {.font = furniture(0.74),
                .line = m_line * 0.78,
                .above = m_line * 0.12,
                .indent = m_size * 1.5};
    case Role::Picture:
    case Role::Text:
        break;
    }
    // In columns paragraphs are told apart as in print: by their first line.
    if (m_columns)
        return {.font = text(1), .line = m_line, .first = m_size * 1.1};
    return {.font = text(1), .line = m_line, .above = m_line * 0.45};
}

Style Styles::of(Voice voice) const
{
    switch (voice) {
    case Voice::Outlet: {
        auto font = furniture(0.8, QFont::Bold);
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
        return {.font = font, .line = m_line};
    }
    case Voice::Title: {
        const auto size = m_columns ? 2.9 : 2.1;
        return {
            .font = text(size, QFont::Bold), .line = m_size * size * 1.14, .above = m_line * 0.2};
    }
    case Voice::Standfirst:
        return {.font = text(1.2), .line = m_line * 1.14, .above = m_line * 0.5};
    case Voice::Byline:
        return {.font = furniture(0.84), .line = m_line, .above = m_line * 0.6, .quiet = true};
    case Voice::Caption:
        return {
            .font = furniture(0.78), .line = m_line * 0.8, .above = m_size * 0.45, .quiet = true};
    case Voice::Credit:
        return {
            .font = furniture(0.68), .line = m_line * 0.72, .above = m_size * 0.1, .quiet = true};
    case Voice::Foot:
        break;
    }
    // The same on all pages, whatever their columns.
    const auto fixed = m_count == 3 ? 0.95 : m_columns ? 0.86 : 0.78;
    return {.font = furniture(fixed), .line = m_line, .quiet = true};
}

QTextCharFormat Styles::format(const Span &span, const Style &style) const
{
    const auto &font = style.font;
    auto set = font;
    if (span.bold)
        set.setWeight(QFont::Bold);
    if (span.italic && m_slants)
        set.setItalic(!font.italic());
    else if (span.italic)
        set.setWeight(QFont::DemiBold);
    if (span.code) {
        set.setFamilies({u"DejaVu Sans Mono"_s, u"monospace"_s});
        set.setPixelSize(qRound(font.pixelSize() * 0.82));
    }
    set.setStrikeOut(span.struck);
    QTextCharFormat format;
    format.setFont(set);
    if (span.marked)
        format.setBackground(QColor(0xe2, 0xe2, 0xe2));
    if (style.quiet)
        format.setForeground(QColor(0x48, 0x48, 0x48));
    if (span.raised)
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    if (span.lowered)
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
    if (!span.address.isEmpty()) {
        // QPdfEngine makes a link of what has one.
        format.setAnchor(true);
        format.setAnchorHref(span.address);
    }
    return format;
}

} // namespace printing
