#include "formats/dumplayout.h"

#include "formats/block.h"
#include "formats/chrome.h"
#include "formats/limits.h"
#include "formats/linewrap.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace formats;

namespace {

using Lines = QList<QStringView>;

// Columns on the left are narrow: menus and lists of headlines.
constexpr int narrowestColumn = 12;
constexpr qsizetype fewestColumnLines = 4;
constexpr qsizetype fewestIndented = 6;
constexpr int lynxIndentation = 3;
constexpr qsizetype mostBorders = 40;

Lines linesOf(const QString &text)
{
    Lines lines;
    for (const auto line : QStringTokenizer(text, u'\n'))
        lines.append(line);
    return lines;
}

QStringView trimmedEnd(QStringView line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

// The index of the character that begins in a column.
qsizetype indexOf(QStringView line, int column)
{
    int width = 0;
    qsizetype at = 0;
    for (; at < line.size() && width < column; ++at)
        width += formats::columns(line.mid(at, 1));
    return at;
}

QStringView cut(QStringView line, int from, int to)
{
    const auto start = indexOf(line, from);
    return line.mid(start, indexOf(line, to) - start);
}

bool isBorder(QStringView line)
{
    line = line.trimmed();
    return line.size() > 4 && line.size() <= formats::limits::addressLength && line.front() == u'+'
        && line.back() == u'+' && std::ranges::all_of(line, [](QChar one) {
               return one == u'+' || one == u'-' || one == u'=' || one == u':';
           });
}

bool isRow(QStringView line)
{
    line = line.trimmed();
    return line.size() > 1 && line.size() <= formats::limits::addressLength && line.front() == u'|'
        && line.back() == u'|';
}

bool isDashes(QStringView line)
{
    line = line.trimmed();
    return !line.isEmpty()
        && std::ranges::all_of(line, [](QChar one) { return one == u'-' || one == u' '; });
}

// A table in a table is cut where the outer column ends, in the middle of a word.
bool isCutWord(QStringView line, QStringView next)
{
    const bool inner = formats::indentation(line) > 0 && formats::indentation(next) == 0;
    return inner && !next.isEmpty()
        && (next.front().isLower()
            || (formats::isWideScript(next.front())
                && formats::isWideScript(trimmedEnd(line).back())));
}

// Lines of ideographs are broken anywhere: what ends as a sentence is one paragraph.
bool isWideProse(const Lines &group)
{
    const auto last = trimmedEnd(group.last());
    return isWideScript(group.first().trimmed().front()) && endsSentence(last);
}

// A picture, by what it shows.
bool isBracketed(QStringView line)
{
    line = line.trimmed();
    return line.startsWith(u'[') && line.endsWith(u']');
}

// One line for each line that was meant to be one.
QString unwrapped(const Lines &group, bool prose, int width)
{
    QString text;
    QStringView before;
    for (const auto line : group) {
        if (before.isEmpty() || isCutWord(before, line))
            text += line.trimmed();
        else if (prose || (isFull(before, line, width) && !isBracketed(before)))
            appendLine(text, line);
        else
            text += "\n\n"_L1 + line.trimmed().toString();
        before = line;
    }
    return text + "\n\n"_L1;
}

// The paragraphs of a cell; `width` is the cell's.
QString cellText(const Lines &lines, int width)
{
    QString text;
    Lines group;
    const auto flush = [&] {
        if (!group.isEmpty())
            text += unwrapped(group, isWideProse(group), width);
        group.clear();
    };
    for (auto line : lines) {
        line = trimmedEnd(line);
        if (line.isEmpty() || isDashes(line))
            flush();
        else
            group.append(line);
    }
    flush();
    return text;
}

QList<int> bordersIn(QStringView border)
{
    QList<int> at;
    for (qsizetype n = 0; n < border.size() && at.size() < mostBorders; ++n) {
        if (border[n] == u'+')
            at.append(int(n));
    }
    return at;
}

QString cellsOf(const Lines &rows, const QList<int> &borders)
{
    QString text;
    for (qsizetype n = 0; n + 1 < borders.size(); ++n) {
        const auto from = borders[n] + 1;
        const auto to = borders[n + 1];
        Lines cell;
        for (const auto row : rows) {
            auto part = cut(row, from, to);
            if (part.startsWith(u' '))
                part = part.mid(1);
            cell.append(part);
        }
        text += cellText(cell, to - from - 2);
    }
    return text;
}

} // namespace

QString formats::withoutGrids(const QString &text, bool &found)
{
    found = false;
    if (!text.contains("+--"_L1))
        return text;
    QString unrolled;
    Lines rows;
    QList<int> borders;
    for (const auto line : linesOf(text)) {
        if (isBorder(line)) {
            found = found || !rows.isEmpty();
            unrolled += cellsOf(rows, borders);
            rows.clear();
            if (borders.isEmpty() || bordersIn(line).size() != borders.size())
                borders = bordersIn(line);
        } else if (!borders.isEmpty() && isRow(line)) {
            rows.append(line);
        } else {
            for (const auto row : rows)
                unrolled += row.toString() + u'\n';
            rows.clear();
            borders.clear();
            unrolled += line.toString() + u'\n';
        }
    }
    for (const auto row : rows)
        unrolled += row.toString() + u'\n';
    return found ? unrolled : text;
}

namespace {

// Where the right one of two columns begins.
struct Gutter
{
    int column = 0;
    qsizetype first = 0;
    qsizetype last = -1;
};

bool isInGutter(QStringView line, int column)
{
    const auto at = indexOf(line, column - 1);
    return at >= line.size() || line[at].isSpace();
}

// The indentation that most of the deeply indented lines have.
int commonIndentation(const Lines &lines)
{
    QHash<int, qsizetype> counts;
    for (const auto line : lines) {
        if (line.size() > limits::addressLength || line.trimmed().isEmpty())
            continue;
        if (const auto width = formats::indentation(line); width >= narrowestColumn)
            ++counts[width];
    }
    int best = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const auto bestCount = counts.value(best);
        if (it.value() > bestCount || (it.value() == bestCount && it.key() < best))
            best = it.key();
    }
    return counts.value(best) >= fewestColumnLines ? best : 0;
}

Gutter gutterIn(const Lines &lines)
{
    Gutter gutter{.column = commonIndentation(lines)};
    if (gutter.column == 0)
        return gutter;
    qsizetype filled = 0;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        const auto line = lines[n];
        if (line.size() > limits::addressLength)
            return {};
        const auto at = indexOf(line, gutter.column);
        const bool begins = at > 1 && at < line.size() && !line[at].isSpace()
            && line[at - 1].isSpace() && line[at - 2].isSpace();
        if (!begins)
            continue;
        filled += formats::indentation(line) < gutter.column;
        gutter.first = gutter.last < 0 ? n : gutter.first;
        gutter.last = n;
    }
    if (filled < 2)
        return {};
    for (auto n = gutter.first; n <= gutter.last; ++n) {
        if (!isInGutter(lines[n], gutter.column))
            return {};
    }
    return gutter;
}

} // namespace

QString formats::withoutColumns(const QString &text)
{
    const auto lines = linesOf(text);
    const auto gutter = gutterIn(lines);
    if (gutter.last < gutter.first)
        return text;
    QString before;
    QString right;
    QString after;
    Lines left;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        const auto line = lines[n];
        if (n < gutter.first || n > gutter.last) {
            (n < gutter.first ? before : after) += line.toString() + u'\n';
            continue;
        }
        const auto at = indexOf(line, gutter.column);
        left.append(trimmedEnd(line.first(at)));
        right += line.mid(at).toString() + u'\n';
    }
    return before + u'\n' + cellText(left, gutter.column - 1) + right + u'\n' + after;
}

QString formats::withMarkedHeadings(const QString &text)
{
    const auto lines = linesOf(text);
    qsizetype indented = 0;
    qsizetype atText = 0;
    for (const auto line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const auto width = indentation(line.first(std::min<qsizetype>(line.size(), 80)));
        indented += width > 0;
        atText += width == lynxIndentation;
    }
    if (atText < fewestIndented || 2 * atText < indented)
        return text;
    QString marked;
    bool heading = false;
    for (const auto line : lines) {
        const auto start = line.first(std::min<qsizetype>(line.size(), 80));
        const bool left = !line.trimmed().isEmpty() && indentation(start) < lynxIndentation;
        if (left && heading)
            marked.chop(1);
        if (left)
            marked += (heading ? u" "_s : u"## "_s) + line.trimmed().toString();
        else
            marked += line;
        marked += u'\n';
        heading = left;
    }
    return marked;
}

QString formats::withPartedNotices(const QString &text)
{
    static const QRegularExpression number(uR"(\[\d{1,5}\])"_s);
    // Lynx marks lists in lists with "+" and "o".
    static const QRegularExpression innerBullet(uR"(^(\s+)[+o#@](\s\[\d{1,5}\]))"_s);
    QString parted;
    for (const auto line : linesOf(text)) {
        const auto start = line.trimmed();
        const bool may = !start.isEmpty() && start.size() <= limits::widestWrap * 2;
        const auto bare = may ? start.toString().remove(number) : QString();
        const bool notice = may && (isAdvertLine(bare) || isControlLine(bare) || isTagsLine(bare));
        if (notice)
            parted += u'\n' + start.toString() + u"\n\n"_s;
        else
            parted += (may ? line.toString().replace(innerBullet, u"\\1*\\2"_s) : line.toString())
                + u'\n';
    }
    return parted;
}
