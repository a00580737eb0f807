#include "printing/glyphletters.h"

#include "printing/drawnitems.h"

#include <QGlyphRun>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

constexpr QChar lam = u'\u0644';

// A font in any size, upright or made to slant: its header, which has a sum of all its tables in it
// (OpenType specification, "head").
QByteArray keyOf(const QRawFont &font)
{
    return font.fontTable("head");
}

// The character for a lam and this alef together (Unicode, Arabic Presentation Forms-B); null for
// no alef.
QChar withLam(QChar alef)
{
    switch (alef.unicode()) {
    case u'\u0622':
        return u'\uFEF5';
    case u'\u0623':
        return u'\uFEF7';
    case u'\u0625':
        return u'\uFEF9';
    case u'\u0627':
        return u'\uFEFB';
    default:
        return {};
    }
}

// Where a run begins, from the left.
double startOf(const QGlyphRun &run)
{
    const auto positions = run.positions();
    return std::ranges::min(positions, {}, &QPointF::x).x();
}

QList<QGlyphRun> asDrawn(const QTextLine &line)
{
    const auto items = drawnItems(line);
    std::vector<std::pair<qsizetype, QGlyphRun>> runs;
    for (const auto &run : line.glyphRuns()) {
        if (run.glyphIndexes().isEmpty())
            continue;
        const auto start = startOf(run);
        const auto nearest = std::ranges::min_element(
            items, {}, [start](QPointF item) { return std::abs(item.x() - start); });
        runs.emplace_back(nearest - items.begin(), run);
    }
    std::ranges::stable_sort(runs, {}, [](const auto &run) { return run.first; });
    QList<QGlyphRun> sorted;
    for (const auto &[place, run] : runs)
        sorted.append(run);
    return sorted;
}

} // namespace

QHash<quint32, char16_t> DrawnFont::characters() const
{
    QString all;
    for (char32_t code = 1; code <= 0xFFFF; ++code) {
        if (!QChar::isSurrogate(code))
            all += QChar(char16_t(code));
    }
    const auto indexes = font.glyphIndexesForString(all);
    QHash<quint32, char16_t> characters;
    for (qsizetype at = 0; at < std::min(indexes.size(), all.size()); ++at) {
        if (indexes.at(at) > 0 && !characters.contains(indexes.at(at)))
            characters.insert(indexes.at(at), all.at(at).unicode());
    }
    return characters;
}

// Most lines of a long story bring no glyph that those before had not.
void GlyphLetters::add(const QTextLayout &layout, const QTextLine &line)
{
    const auto isNew = hasNewGlyph(line);
    if (isNew)
        takeGlyphs(line);
    const auto text = layout.text();
    const auto end = line.textStart() + line.textLength();
    for (qsizetype at = line.textStart(); at < end; ++at) {
        const auto joins = text.at(at).direction() == QChar::DirAL && text.at(at).isLetter();
        if (joins && (isNew || beginsNewPair(text, at, end)))
            addLetter(text, line, at, end);
    }
}

bool GlyphLetters::hasNewGlyph(const QTextLine &line) const
{
    return std::ranges::any_of(line.glyphRuns(), [this](const QGlyphRun &run) {
        const auto known = m_fonts.constFind(keyOf(run.rawFont()));
        return known == m_fonts.cend()
            || std::ranges::any_of(run.glyphIndexes(),
                                   [&](quint32 glyph) { return !known->letters.contains(glyph); });
    });
}

void GlyphLetters::takeGlyphs(const QTextLine &line)
{
    for (const auto &run : asDrawn(line)) {
        auto &drawn = m_fonts[keyOf(run.rawFont())];
        drawn.font = run.rawFont();
        for (const auto glyph : run.glyphIndexes()) {
            if (!drawn.letters.contains(glyph)) {
                drawn.letters.insert(glyph, {});
                drawn.glyphs.append(glyph);
            }
        }
    }
}

// A lam with its alef, the letter before and what stands between them.
bool GlyphLetters::beginsNewPair(const QString &text, qsizetype at, qsizetype end)
{
    auto next = at + 1;
    while (next < end && text.at(next).isMark())
        ++next;
    if (next >= end || text.at(at) != lam || withLam(text.at(next)).isNull())
        return false;
    const auto pair
        = text.sliced(std::max<qsizetype>(0, at - 1), next + 1 - std::max<qsizetype>(0, at - 1));
    const auto isNew = !m_pairs.contains(pair);
    m_pairs.insert(pair);
    return isNew;
}

QList<GlyphLetters::Drawn> GlyphLetters::drawnFor(const QTextLine &line, qsizetype at)
{
    QList<Drawn> drawn;
    for (const auto &run : line.glyphRuns(int(at), 1)) {
        const auto places = run.positions();
        for (qsizetype glyph = 0; glyph < run.glyphIndexes().size(); ++glyph)
            drawn.append({keyOf(run.rawFont()), run.glyphIndexes().at(glyph), places.at(glyph)});
    }
    return drawn;
}

void GlyphLetters::addLetter(const QString &text, const QTextLine &line, qsizetype at,
                             qsizetype end)
{
    const auto drawn = drawnFor(line, at);
    if (drawn.size() != 1)
        return;
    auto next = at + 1;
    while (next < end && text.at(next).isMark())
        ++next;
    const auto both = next < end && text.at(at) == lam ? withLam(text.at(next)) : QChar();
    const auto after = both.isNull() ? QList<Drawn>() : drawnFor(line, next);
    const auto joined = !both.isNull() && (after == drawn || after.isEmpty());
    const auto overlap = after.size() == 1 && after.first().font == drawn.first().font
        && after.first().glyph != drawn.first().glyph && after.first().at == drawn.first().at;
    if (overlap)
        m_fonts[drawn.first().font].joined.insert({drawn.first().glyph, after.first().glyph}, both);
    auto &letters = m_fonts[drawn.first().font].letters[drawn.first().glyph];
    if (letters.isEmpty())
        letters = joined ? both : text.at(at);
}

} // namespace printing
