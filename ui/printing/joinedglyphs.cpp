#include "printing/joinedglyphs.h"

#include <QPointF>

#include <algorithm>

namespace printing {

namespace {

// The number of the object that an entry refers to.
int referred(const QByteArray &body, const QByteArray &entry)
{
    const auto at = body.indexOf(entry);
    if (at < 0)
        return 0;
    const auto from = at + entry.size();
    return body.sliced(from, body.indexOf(' ', from) - from).toInt();
}

using Lines = QList<QByteArrayView>;

Lines linesOf(const QByteArray &content)
{
    Lines lines;
    for (qsizetype from = 0; from <= content.size();) {
        const auto end = content.indexOf('\n', from);
        const auto to = end < 0 ? content.size() : end;
        lines.append(QByteArrayView(content).sliced(from, to - from));
        from = to + 1;
    }
    return lines;
}

constexpr QByteArrayView showing = "> Tj";

// "-94.78 0 Td <0039> Tj" shows 0x39; -1 for none.
int shown(QByteArrayView line)
{
    constexpr qsizetype digits = 4;
    if (line.size() <= showing.size() + digits || !line.endsWith(showing))
        return -1;
    auto fine = false;
    const auto code = line.chopped(showing.size()).last(digits).toByteArray().toInt(&fine, 16);
    return fine ? code : -1;
}

// From the glyph before, as that line says.
QPointF step(QByteArrayView line)
{
    const auto parts = line.toByteArray().split(' ');
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
Pair pairAt(const Lines &lines, qsizetype first, const QHash<std::pair<int, int>, QChar> &codes)
{
    constexpr qsizetype mostSigns = 2;
    constexpr auto samePlace = 0.01;
    QPointF moved;
    for (auto at = first + 1; at < std::min(first + 2 + mostSigns, lines.size()); ++at) {
        const auto next = shown(lines.at(at));
        if (next < 0)
            return {};
        moved += step(lines.at(at));
        const auto both = codes.value({shown(lines.at(first)), next});
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
        codes.insert({int(first), int(second)}, it.value());
        m_firsts.insert(int(first));
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
    const auto lines = linesOf(content);
    QByteArray out;
    out.reserve(content.size() + content.size() / 4);
    QHash<Codes, QChar> codes;
    const auto put = [&out](QByteArrayView line) { out.append(line).append('\n'); };
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto line = lines.at(at);
        if (line.startsWith("/F") && line.contains(" Tf"))
            codes = m_fonts.value(line.first(line.indexOf(' ')).toByteArray());
        const auto mayBegin = !codes.isEmpty() && m_firsts.contains(shown(line));
        const auto pair = mayBegin ? pairAt(lines, at, codes) : Pair();
        if (pair.both.isNull()) {
            put(line);
            continue;
        }
        const auto text = QByteArray::number(pair.both.unicode(), 16).rightJustified(4, '0');
        const auto second = lines.at(pair.second);
        const auto step = second.indexOf("Td") + 2;
        put("/Span <</ActualText <FEFF" + text + ">>> BDC");
        put(line);
        put("0 0 Td" + second.sliced(step).toByteArray());
        put("EMC");
        // What stands between them is shown from the same place, and so is what follows.
        for (auto between = at + 1; between < pair.second; ++between)
            put(lines.at(between));
        put(second.first(step));
        at = pair.second;
    }
    out.chop(1);
    return out;
}

} // namespace printing
