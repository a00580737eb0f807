#include "formats/browserprint.h"

#include "formats/block.h"
#include "formats/bylineline.h"
#include "formats/chrome.h"
#include "formats/headline.h"
#include "formats/linewrap.h"
#include "formats/story.h"
#include "text/credits.h"
#include "text/dates.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::BrowserPrint;
using formats::Line;

namespace {

constexpr qsizetype longestTitle = 250;
constexpr qsizetype shortestTitle = 4;
// Lines among which a headline is looked for, and those that a box beside it may put in between.
constexpr qsizetype searchedLines = 80;
constexpr qsizetype mostBetween = 8;
constexpr qsizetype mostTitleLines = 6;
constexpr qsizetype mostCaptionLines = 4;
// Lines below the headline where a name behind a sentence is a picture's credit.
constexpr qsizetype headLines = 14;
constexpr int longestEntry = 50;
constexpr int longestCaption = 220;
// Letters differ in width.
constexpr double widthTolerance = 1.08;

struct Place
{
    QList<qsizetype> lines = {}; // That make up the title, in order.
};

// The lines that say the title, beginning with one.
Place titleFrom(const QList<Line> &lines, qsizetype start, const QString &key)
{
    Place place;
    qsizetype said = 0;
    qsizetype between = 0;
    for (auto at = start; at < lines.size() && between <= mostBetween; ++at) {
        const auto &text = lines[at].text;
        const auto part = text.size() > longestTitle ? QString() : formats::foldedTitle(text);
        if (part.isEmpty())
            continue;
        if (!QStringView(key).mid(said).startsWith(part)) {
            if (place.lines.isEmpty())
                return {};
            ++between;
            continue;
        }
        said += part.size();
        place.lines.append(at);
        if (said == key.size())
            return place;
        if (place.lines.size() == mostTitleLines)
            return {};
    }
    return {};
}

Place findTitle(const QList<Line> &lines, const QString &title)
{
    const auto key = formats::foldedTitle(title);
    if (key.size() < shortestTitle)
        return {};
    for (qsizetype at = 0; at < std::min(lines.size(), searchedLines); ++at) {
        if (lines[at].text.isEmpty())
            continue;
        if (auto place = titleFrom(lines, at, key); !place.lines.isEmpty())
            return place;
    }
    return {};
}

struct Candidate
{
    BrowserPrint print;
    Place place;
};

// A headline may have a separator of its own: the last one is tried first.
Candidate candidateIn(const QString &head, const QList<Line> &lines)
{
    static const QRegularExpression separator(uR"(\s+[-–—|·•]\s+)"_s);
    if (head.size() > longestTitle)
        return {};
    QList<QRegularExpressionMatch> found;
    for (auto it = separator.globalMatch(head); it.hasNext();)
        found.prepend(it.next());
    for (const auto &match : found) {
        const auto title = head.first(match.capturedStart()).trimmed();
        auto place = findTitle(lines, title);
        if (!place.lines.isEmpty())
            return {.print = {.title = title, .site = head.mid(match.capturedEnd()).trimmed()},
                    .place = place};
    }
    return {};
}

Candidate findCandidate(formats::PrintedPages &printed)
{
    for (const auto &head : printed.heads) {
        if (auto found = candidateIn(head, printed.lines); !found.place.lines.isEmpty())
            return found;
    }
    for (qsizetype at = 0; at < std::min(printed.lines.size(), searchedLines); ++at) {
        auto found = candidateIn(printed.lines[at].text.trimmed(), printed.lines);
        if (found.place.lines.isEmpty() || found.place.lines.contains(at))
            continue;
        printed.lines[at].text.clear();
        return found;
    }
    return {};
}

void setTitle(QList<Line> &lines, const Candidate &found)
{
    for (const auto at : found.place.lines)
        lines[at].text.clear();
    const auto last = found.place.lines.last();
    lines[last].text = found.print.title;
    lines.insert(last + 1, Line{});
    lines.insert(last, Line{});
}

// "Most read" and what is listed under it, up to a blank line.
QStringList leaveOutRankings(QList<Line> &lines)
{
    QStringList leftOut;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (!formats::isRankingHeading(lines[at].text))
            continue;
        auto end = at + 1;
        while (end < lines.size() && lines[end].text.isEmpty())
            ++end;
        const auto isEntry = [&](qsizetype n) {
            const auto &text = lines[n].text;
            return !text.isEmpty() && formats::columns(text) <= longestEntry
                && !formats::endsSentence(text);
        };
        while (end < lines.size() && isEntry(end))
            ++end;
        for (auto n = at; n < end; ++n) {
            if (!lines[n].text.isEmpty())
                leftOut.append(lines[n].text);
            lines[n].text.clear();
        }
    }
    return leftOut;
}

bool isHeadLine(const QList<Line> &lines, qsizetype at)
{
    const auto &text = lines[at].text;
    const bool names = at + 1 < lines.size() && text::isDateLine(lines[at + 1].text)
        && formats::looksLikeNames(text);
    return names || text::isDateLine(text) || formats::splitByline(text).date.isValid()
        || formats::isRankingHeading(text)
        || (!formats::endsSentence(text) && !text::bylineNames(text).isEmpty());
}

// How many lines from here on are one caption with its credit.
qsizetype captionLength(const QList<Line> &lines, qsizetype at, formats::CaptionPlace place)
{
    const int widest = int(formats::columns(lines[at].text) * widthTolerance);
    QString text;
    qsizetype length = 0;
    for (auto n = at; n < std::min(lines.size(), at + mostCaptionLines); ++n) {
        const auto &line = lines[n].text;
        if (line.isEmpty() || lines[n].newPage || formats::columns(line) > widest
            || isHeadLine(lines, n))
            break;
        text += (text.isEmpty() ? u""_s : u" "_s) + line.trimmed();
        if (formats::columns(text) > longestCaption)
            break;
        const auto found = formats::captionAt({formats::textParagraph(text)}, 0, place);
        if (!found.credit.isEmpty())
            length = n - at + 1;
    }
    return length;
}

// Captions stand behind a gap; in brackets they are known again as what they are.
void joinCaptions(QList<Line> &lines, qsizetype title)
{
    bool lead = false;
    for (auto at = title + 1; at < lines.size(); ++at) {
        const bool gap = lines[at - 1].text.isEmpty() || lines[at].newPage;
        if (!gap || lines[at].text.isEmpty() || isHeadLine(lines, at))
            continue;
        const bool head = !lead && at < title + headLines;
        const auto length = captionLength(lines, at,
                                          head ? formats::CaptionPlace::AfterPicture
                                               : formats::CaptionPlace::PictureLost);
        if (length == 0)
            continue;
        lead = true;
        QString text = lines[at].text.trimmed();
        for (auto n = at + 1; n < at + length; ++n)
            text += u' ' + lines[n].text.trimmed();
        lines.remove(at + 1, length - 1);
        lines[at].text = text.contains(u'[') ? text : u'[' + text + u']';
        lines.insert(at + 1, Line{});
    }
}

// Boxes beside the story are narrow: what is one sentence there is one line again.
void joinBoxes(QList<Line> &lines, int widest)
{
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines[at].text.isEmpty() || (at > 0 && !lines[at - 1].text.isEmpty()))
            continue;
        auto end = at;
        while (end < lines.size() && !lines[end].text.isEmpty()
               && 2 * formats::columns(lines[end].text) < widest && !isHeadLine(lines, end)
               && !formats::endsSentence(lines[end].text))
            ++end;
        const bool sentence = end > at && end - at < mostCaptionLines && end < lines.size()
            && formats::endsSentence(lines[end].text)
            && 2 * formats::columns(lines[end].text) < widest
            && (end + 1 == lines.size() || lines[end + 1].text.isEmpty());
        if (!sentence)
            continue;
        for (auto n = at + 1; n <= end; ++n)
            formats::appendLine(lines[at].text, lines[n].text);
        lines.remove(at + 1, end - at);
    }
}

int widestLine(const QList<Line> &lines)
{
    int widest = 0;
    for (const auto &line : lines) {
        if (line.text.size() <= longestTitle)
            widest = std::max(widest, formats::columns(line.text));
    }
    return widest;
}

} // namespace

BrowserPrint formats::readBrowserPrint(PrintedPages &printed)
{
    if (!printed.browser)
        return {};
    const auto found = findCandidate(printed);
    if (found.place.lines.isEmpty())
        return {};
    auto print = found.print;
    setTitle(printed.lines, found);
    print.leftOut = leaveOutRankings(printed.lines);
    joinBoxes(printed.lines, widestLine(printed.lines));
    joinCaptions(printed.lines, found.place.lines.last() + 1);
    return print;
}
