#include "printing/pdfletters.h"

#include "printing/glyphletters.h"
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

Letters mended(const Letters &letters, const QList<DrawnFont> &fonts)
{
    auto whole = letters;
    for (auto &letter : whole) {
        const auto plain = letter.normalized(QString::NormalizationForm_KC);
        if (letter.size() == 1 && isForm(letter.front()) && plain.size() == 1)
            letter = plain;
    }
    for (const auto &font : fonts) {
        if (const auto missing = missingLetters(letters, font)) {
            whole.insert(*missing);
            break;
        }
    }
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

// The file with these objects instead of its own of the same numbers.
QByteArray updated(QByteArray pdf, const QMap<int, QByteArray> &streams)
{
    const auto trailer = pdf.lastIndexOf("trailer");
    const auto begin = pdf.indexOf("<<", trailer);
    const auto start = pdf.lastIndexOf("startxref");
    const auto end = pdf.lastIndexOf(">>", start);
    if (trailer < 0 || begin < 0 || end < begin || streams.isEmpty())
        return pdf;
    const auto dictionary = pdf.sliced(begin + 2, end - begin - 2).trimmed();
    const auto before = pdf.sliced(start + qsizetype(qstrlen("startxref")))
                            .trimmed()
                            .split('\n')
                            .first()
                            .trimmed();
    QByteArray table = "xref\n";
    for (auto it = streams.cbegin(); it != streams.cend(); ++it) {
        table += QByteArray::number(it.key()) + " 1\n"
            + QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(it.key()) + " 0 obj\n<< /Length "
            + QByteArray::number(it.value().size()) + " >>\nstream\n" + it.value()
            + "endstream\nendobj\n";
    }
    const auto place = pdf.size();
    return pdf + table + "trailer\n<<\n" + dictionary + "\n/Prev " + before + "\n>>\nstartxref\n"
        + QByteArray::number(place) + "\n%%EOF\n";
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
    // Writing whose letters are not joined is whole.
    if (std::ranges::none_of(cmaps, hasForms))
        return pdf;
    GlyphLetters glyphs;
    story.visitLines(
        [&glyphs](const QTextLayout &layout, const QTextLine &line) { glyphs.add(layout, line); });
    QMap<int, QByteArray> streams;
    for (const auto &cmap : cmaps) {
        if (const auto whole = mended(cmap.letters, glyphs.fonts()); whole != cmap.letters)
            streams.insert(cmap.object, written(whole));
    }
    return updated(pdf, streams);
}

} // namespace printing
