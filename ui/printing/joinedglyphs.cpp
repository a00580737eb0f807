#include "printing/joinedglyphs.h"

#include <QPointF>

#include <algorithm>

namespace printing {

namespace {

QByteArray code(qsizetype number)
{
    return '<' + QByteArray::number(number, 16).rightJustified(4, '0').toUpper() + '>';
}

// The number of the object that an entry refers to.
int referred(const QByteArray &body, const QByteArray &entry)
{
    const auto at = body.indexOf(entry);
    if (at < 0)
        return 0;
    const auto from = at + entry.size();
    return body.sliced(from, body.indexOf(' ', from) - from).toInt();
}

// "-94.78 0 Td <0039> Tj" shows this.
QByteArray shown(const QByteArray &line)
{
    const auto begin = line.indexOf("Td <");
    return begin >= 0 && line.endsWith("> Tj") ? line.sliced(begin + 3, line.size() - begin - 6)
                                               : QByteArray();
}

// From the glyph before, as that line says.
QPointF step(const QByteArray &line)
{
    const auto parts = line.split(' ');
    return parts.size() < 3 || parts.at(2) != "Td"
        ? QPointF()
        : QPointF(parts.at(0).toDouble(), parts.at(1).toDouble());
}

struct Pair
{
    QChar both = {};
    qsizetype second = 0; // Its line.
};

// The pair that begins with that line; a vowel sign may stand between the two.
template<typename Codes>
Pair pairAt(const QByteArrayList &lines, qsizetype first, const Codes &codes)
{
    constexpr qsizetype mostSigns = 2;
    constexpr auto samePlace = 0.01;
    const auto code = shown(lines.at(first));
    if (code.isEmpty())
        return {};
    QPointF moved;
    for (auto at = first + 1; at < std::min(first + 2 + mostSigns, lines.size()); ++at) {
        const auto next = shown(lines.at(at));
        if (next.isEmpty())
            return {};
        moved += step(lines.at(at));
        const auto both = codes.value({code, next});
        if (!both.isNull() && moved.manhattanLength() < samePlace)
            return {.both = both, .second = at};
    }
    return {};
}

// In an object that says how wide glyphs are: as in "/W [0 [646 238 …]]", from the first one on.
QByteArray widened(const QByteArray &body, const QHash<qsizetype, qsizetype> &likeOthers)
{
    const QByteArray array = "/W [0 [";
    const auto begin = body.indexOf(array) + array.size();
    const auto end = body.indexOf(']', begin);
    if (begin < array.size() || end < 0)
        return body;
    auto widths = body.sliced(begin, end - begin).simplified().split(' ');
    for (auto it = likeOthers.cbegin(); it != likeOthers.cend(); ++it) {
        if (it.key() < widths.size() && it.value() < widths.size())
            widths[it.key()] = widths.at(it.value());
    }
    return body.first(begin) + widths.join(' ') + body.sliced(end);
}

} // namespace

void JoinedGlyphs::widen(PdfObjects &objects, int cmap, const DrawnFont &font)
{
    QHash<qsizetype, qsizetype> likeOthers;
    QHash<Codes, QChar> codes;
    for (auto it = font.joined.cbegin(); it != font.joined.cend(); ++it) {
        const auto first = font.glyphs.indexOf(it.key().first) + 1;
        const auto second = font.glyphs.indexOf(it.key().second) + 1;
        likeOthers.insert(second, first);
        codes.insert({code(first), code(second)}, it.value());
    }
    for (const auto object : objects.numbers()) {
        const auto body = objects.body(object);
        if (referred(body, "/ToUnicode ") != cmap)
            continue;
        const auto widths = referred(body, "/DescendantFonts [");
        objects.put(widths, widened(objects.body(widths), likeOthers));
        m_fonts.insert("/F" + QByteArray::number(object), codes);
    }
}

void JoinedGlyphs::name(PdfObjects &objects) const
{
    if (m_fonts.isEmpty())
        return;
    for (const auto object : objects.numbers()) {
        const auto contents = referred(objects.body(object), "/Contents ");
        const auto content = contents > 0 ? objects.stream(contents) : QByteArray();
        if (const auto whole = named(content); whole != content)
            objects.putStream(contents, whole);
    }
}

// Qt shows each glyph on a line of its own, "… Td <0039> Tj", and says before in which font.
QByteArray JoinedGlyphs::named(const QByteArray &content) const
{
    const auto lines = content.split('\n');
    QByteArrayList out;
    QHash<Codes, QChar> codes;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto &line = lines.at(at);
        if (line.startsWith("/F") && line.contains(" Tf"))
            codes = m_fonts.value(line.first(line.indexOf(' ')));
        const auto pair = codes.isEmpty() ? Pair() : pairAt(lines, at, codes);
        if (pair.both.isNull()) {
            out.append(line);
            continue;
        }
        const auto text = QByteArray::number(pair.both.unicode(), 16).rightJustified(4, '0');
        out.append("/Span <</ActualText <FEFF" + text + ">>> BDC");
        out.append(line);
        out.append("0 0 Td " + shown(lines.at(pair.second)) + " Tj");
        out.append("EMC");
        // What stands between them is shown from the same place, and so is what follows.
        out += lines.sliced(at + 1, pair.second - at - 1);
        const auto back = lines.at(pair.second);
        out.append(back.first(back.indexOf("Td") + 2));
        at = pair.second;
    }
    return out.join('\n');
}

} // namespace printing
