#include "printing/pdfletters.h"

#include "printing/glyphletters.h"
#include "printing/joinedglyphs.h"
#include "printing/printedstory.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace printing {

namespace {

// What the glyphs of a font in a file stand for, by their numbers there.
using Letters = QMap<int, QString>;

struct CMap
{
    int object = 0;
    Letters letters = {};
};

bool isForm(QChar letter)
{
    return (letter >= u'\uFB50' && letter <= u'\uFDFF')
        || (letter >= u'\uFE70' && letter <= u'\uFEFC');
}

Letters lettersIn(const QString &cmap)
{
    static const QRegularExpression range(
        uR"(<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> (?:<([0-9a-fA-F]{4})>|\[([^\]]*)\]))"_s);
    static const QRegularExpression code(u"<([0-9a-fA-F]{4})>"_s);
    Letters letters;
    for (auto ranges = range.globalMatch(cmap); ranges.hasNext();) {
        const auto match = ranges.next();
        const auto first = match.captured(1).toInt(nullptr, 16);
        const auto last = match.captured(2).toInt(nullptr, 16);
        if (match.hasCaptured(4)) {
            auto number = first;
            for (auto codes = code.globalMatch(match.captured(4)); codes.hasNext();)
                letters.insert(number++, QChar(codes.next().captured(1).toUShort(nullptr, 16)));
            continue;
        }
        const auto begin = match.captured(3).toInt(nullptr, 16);
        for (auto number = std::max(first, 1); number <= last; ++number)
            letters.insert(number, QChar(char16_t(begin + number - first)));
    }
    return letters;
}

// Streams as Qt writes them, not compressed.
QList<CMap> cmapsIn(const QByteArray &pdf)
{
    QList<CMap> found;
    for (auto at = pdf.indexOf("begincmap"); at >= 0; at = pdf.indexOf("begincmap", at + 1)) {
        const auto object = pdf.lastIndexOf(" 0 obj", at);
        auto digits = object;
        while (digits > 0 && pdf.at(digits - 1) >= '0' && pdf.at(digits - 1) <= '9')
            --digits;
        const auto end = pdf.indexOf("endcmap", at);
        if (object < 0 || end < 0)
            break;
        found.append({.object = pdf.sliced(digits, object - digits).toInt(),
                      .letters = lettersIn(QString::fromLatin1(pdf.sliced(at, end - at)))});
    }
    return found;
}

// The letters of glyphs that the font has no character for, if this is the font: all others must be
// what the CMap says.
std::optional<Letters> missingLetters(const Letters &letters, const DrawnFont &font)
{
    if (!letters.isEmpty() && letters.lastKey() > font.glyphs.size())
        return std::nullopt;
    const auto characters = font.characters();
    Letters missing;
    for (qsizetype at = 0; at < font.glyphs.size(); ++at) {
        const auto number = int(at) + 1;
        const auto glyph = font.glyphs.at(at);
        const auto character = characters.value(glyph);
        const auto known = character == 0 ? QString() : QString(QChar(character));
        if (letters.value(number) != known)
            return std::nullopt;
        if (const auto letter = font.letters.value(glyph); known.isEmpty() && !letter.isEmpty())
            missing.insert(number, letter);
    }
    return missing;
}

// The font that the CMap tells the letters of, with those that are missing.
struct Known
{
    const DrawnFont *font = nullptr;
    Letters missing = {};
};

Known fontOf(const Letters &letters, const QList<DrawnFont> &fonts)
{
    for (const auto &font : fonts) {
        if (const auto missing = missingLetters(letters, font))
            return {.font = &font, .missing = *missing};
    }
    return {};
}

Letters mended(const Letters &letters, const Letters &missing)
{
    auto whole = letters;
    for (auto &letter : whole) {
        const auto plain = letter.normalized(QString::NormalizationForm_KC);
        if (letter.size() == 1 && isForm(letter.front()) && plain.size() == 1)
            letter = plain;
        // The first character that a font has for a blank is often the tabulator.
        else if (letter.size() == 1 && letter.front().isSpace())
            letter = u" "_s;
    }
    whole.insert(missing);
    return whole;
}

QByteArray written(const Letters &letters)
{
    constexpr qsizetype atOnce = 100; // Adobe Technical Note 5014, §1.4.1.
    QByteArray lines;
    qsizetype count = 0;
    QByteArray cmap;
    const auto close = [&] {
        if (count > 0)
            cmap += QByteArray::number(count) + " beginbfchar\n" + lines + "endbfchar\n";
        lines.clear();
        count = 0;
    };
    for (auto it = letters.cbegin(); it != letters.cend(); ++it) {
        lines += '<' + QByteArray::number(it.key(), 16).rightJustified(4, '0') + "> <";
        for (const auto letter : it.value())
            lines += QByteArray::number(letter.unicode(), 16).rightJustified(4, '0');
        lines += ">\n";
        if (++count == atOnce)
            close();
    }
    close();
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
           "<0000> <FFFF>\nendcodespacerange\n"
        + cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace

QByteArray withWholeText(const QByteArray &pdf, const PrintedStory &story)
{
    const auto cmaps = cmapsIn(pdf);
    const auto hasForms = [](const CMap &cmap) {
        return std::ranges::any_of(cmap.letters, [](const QString &letter) {
            return !letter.isEmpty() && isForm(letter.front());
        });
    };
    GlyphLetters glyphs;
    // Writing whose letters are not joined is whole.
    if (std::ranges::any_of(cmaps, hasForms)) {
        story.visitLines([&glyphs](const QTextLayout &layout, const QTextLine &line) {
            glyphs.add(layout, line);
        });
    }
    PdfObjects objects(pdf);
    JoinedGlyphs joined;
    const auto fonts = glyphs.fonts();
    for (const auto &cmap : cmaps) {
        const auto known = fontOf(cmap.letters, fonts);
        if (const auto whole = mended(cmap.letters, known.missing); whole != cmap.letters)
            objects.putStream(cmap.object, written(whole));
        if (known.font && !known.font->joined.isEmpty())
            joined.widen(objects, cmap.object, *known.font);
    }
    joined.name(objects);
    return objects.updated();
}

} // namespace printing
