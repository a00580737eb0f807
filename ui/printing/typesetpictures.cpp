#include "printing/typesetter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

// Pictures and the words below them.

namespace printing {

namespace {

constexpr double highestPicture = 0.55; // Part of the page's height.
constexpr double fewestDots = 72; // Of a picture, for each inch: it is not made larger than that.

// Beside its own size, where a page would else be left empty. Columns show at once what is narrower
// than they are.
double smallestPicture(int columns)
{
    return columns > 1 ? 0.8 : 0.5;
}

} // namespace

QSizeF Typesetter::sizeOf(const QString &picture, double width, double highest) const
{
    const auto own = m_story->m_pictures.sizeOf(picture);
    if (own.isEmpty())
        return {};
    const QSizeF most = QSizeF(own) * unitsPerInch / fewestDots;
    auto size = QSizeF(own).scaled(width, highest, Qt::KeepAspectRatio);
    // One that nearly fills the width does so, or its edges would miss those of the text.
    if (size.width() > 0.9 * width)
        size *= width / size.width();
    if (size.width() > most.width())
        size = most;
    return size;
}

double Typesetter::put(Sheet &sheet, const Paragraph &picture, double y, double width,
                       double highest)
{
    using Voice = Styles::Voice;
    const auto begin = y;
    const std::array<std::pair<QString, Voice>, 2> words{std::pair{picture.text, Voice::Caption},
                                                         std::pair{picture.credit, Voice::Credit}};
    QList<std::pair<Lines, double>> below;
    auto needed = 0.0;
    for (const auto &[text, voice] : words) {
        if (text.isEmpty())
            continue;
        const auto style = m_styles.of(voice);
        below.append({setText(text, {}, style, width), style.above});
        needed += below.last().first.height + style.above;
    }
    const auto size = sizeOf(picture.picture, width, std::max(highest - needed, highest / 3));
    if (!size.isEmpty()) {
        // Its edge is that of the words below it.
        const auto x = m_text.rightToLeft ? width - size.width() : 0;
        sheet.pictures.append({.picture = picture.picture, .area = {{x, y}, size}});
        y += size.height();
    }
    for (const auto &[lines, above] : std::as_const(below)) {
        y += above;
        add(sheet, lines, {0, y});
        y += lines.height;
    }
    return y - begin;
}

// The picture and what is said of it are one: it is never cut, and they are never parted.
void Typesetter::setPicture(const Paragraph &paragraph)
{
    Piece piece;
    const auto height
        = put(piece.content, paragraph, 0, m_column, highestPicture * m_area.height());
    if (height <= 0)
        return;
    const auto image
        = piece.content.pictures.isEmpty() ? 0 : piece.content.pictures.first().area.height();
    const auto line = m_styles.line();
    // The lines of columns stand at the same heights, which takes room enough.
    const auto above = m_setting.columns > 1 ? line / 2 : line * 0.8;
    piece.slab = {.height = height + line * 0.4, .above = above, .floats = image > 0};
    if (image > 0) {
        piece.slab.least = piece.slab.height - image * (1 - smallestPicture(m_setting.columns));
    } else {
        // Words alone stay where they are; the lines beside them go on at the same heights.
        const auto lines = std::ceil((piece.slab.above + piece.slab.height) / line);
        piece.slab.height = lines * line - piece.slab.above;
    }
    m_pieces.append(piece);
}

// Made so on its own sheet; the words below it move up.
void Typesetter::lower(Sheet &picture, double less) const
{
    for (auto &art : picture.pictures) {
        const auto height = art.area.height() - less;
        const auto width = art.area.width() * height / art.area.height();
        const auto x = m_text.rightToLeft ? m_column - width : 0;
        art.area = {x, art.area.top(), width, height};
    }
    for (auto &line : picture.lines)
        line.at.ry() -= less;
}

} // namespace printing
