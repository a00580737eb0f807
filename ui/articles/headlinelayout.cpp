#include "articles/headlinelayout.h"

#include "articles/headlinewords.h"
#include "articles/thumbnails.h"
#include "theme/metrics.h"

#include <QFontMetrics>
#include <QGlyphRun>
#include <QLocale>
#include <QTextLayout>

#include <algorithm>

namespace {

constexpr int lineGap = 3;
constexpr int titleLines = 2;
constexpr int textLines = 4; // Of title and excerpt together.
constexpr int comfortablePadding = 12;
constexpr int compactPadding = 6;

QTextOption optionFor(bool rightToLeft)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    return option;
}

// A line of a text, and where in it that begins.
struct Piece
{
    QString text;
    qsizetype from = 0;
};

Piece trimmed(const QString &text, qsizetype from, qsizetype length)
{
    while (length > 0 && text.at(from).isSpace()) {
        ++from;
        --length;
    }
    return {.text = text.mid(from, length).trimmed(), .from = from};
}

// The text in at most `most` lines, the last of them elided.
QList<Piece> broken(const QString &text, const QFont &font, const QTextOption &option, int width,
                    int most)
{
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QList<Piece> lines;
    qsizetype from = 0;
    while (from < text.size() && lines.size() < most - 1) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        lines << trimmed(text, from, line.textLength());
        from = line.textStart() + line.textLength();
    }
    layout.endLayout();
    if (from < text.size()) {
        auto last = trimmed(text, from, text.size() - from);
        last.text = QFontMetrics(font).elidedText(last.text, Qt::ElideRight, width);
        lines << last;
    }
    return lines;
}

// What sets a name of another direction apart belongs to no word.
bool isIsolate(QChar character)
{
    return character >= QChar(0x2066) && character <= QChar(0x2069);
}

// Outlet and byline where there is no room for both: each gives way as far as it is the longer one,
// and the outlet goes where only one of them could be read.
QString namesWithin(const Headline &headline, const QFontMetrics &metrics, int room)
{
    if (headline.site.isEmpty() || headline.byline.isEmpty())
        return metrics.elidedText(headlines::names(headline), Qt::ElideRight, room);
    const auto hint = metrics.horizontalAdvance(QStringLiteral("mmm…"));
    const auto between = metrics.horizontalAdvance(QStringLiteral(" · "));
    const auto byline = metrics.horizontalAdvance(headline.byline);
    const auto either = room - between;
    const auto ofByline = std::max(either / 2, either - metrics.horizontalAdvance(headline.site));
    const auto ofSite = either - std::min(byline, ofByline);
    auto shorter = headline;
    if (ofSite < hint) {
        shorter.site.clear();
        return metrics.elidedText(headlines::names(shorter), Qt::ElideRight, room);
    }
    shorter.site = metrics.elidedText(headline.site, Qt::ElideRight, ofSite);
    shorter.byline = metrics.elidedText(headline.byline, Qt::ElideRight, ofByline);
    return headlines::names(shorter);
}

// The credits in one line. Where there is no room for all, names give way and the date stands, that
// of the story before any other.
QString fitted(const Headline &headline, const QDateTime &now, const headlines::Standing &standing,
               const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const QLocale locale;
    const auto whole = headlines::credits(headline, now, locale, standing);
    auto date = headlines::when(headline, now, locale, standing);
    const auto names = headlines::names(headline);
    // Not to the last pixel, to which a width is rounded.
    if (date.isEmpty() || names.isEmpty() || metrics.horizontalAdvance(whole) < width)
        return whole;
    if (headline.published.isValid() && metrics.horizontalAdvance(date) > width / 2)
        date = headlines::when(headline, now, locale);
    // What is cut off the names may be where they end being set apart.
    const auto rest = QStringLiteral(" · ")
        + (isIsolate(names.front()) ? QChar(0x2068) + date + QChar(0x2069) : date);
    auto room = width - metrics.horizontalAdvance(rest);
    const auto hint = metrics.horizontalAdvance(QStringLiteral("mmm…"));
    // A joined letter that becomes the last one may be wider than it was.
    for (; room >= hint; room -= hint / 4) {
        const auto line = namesWithin(headline, metrics, room) + rest;
        if (metrics.horizontalAdvance(line) < width)
            return line;
    }
    return date;
}

// Boxes around parts of a line, from where it begins.
QList<QRectF> boxes(const Piece &line, const QList<search::Matches::Range> &places,
                    const QFont &font, const QTextOption &option)
{
    QList<QRectF> result;
    QTextLayout layout(line.text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    auto set = layout.createLine();
    set.setLineWidth(1e6);
    layout.endLayout();
    const auto indent = set.naturalTextRect().left();
    for (const auto &place : places) {
        auto first = std::clamp<qsizetype>(place.at - line.from, 0, line.text.size());
        auto last = std::clamp<qsizetype>(place.at + place.length - line.from, 0, line.text.size());
        while (first < last && isIsolate(line.text.at(first)))
            ++first;
        while (first < last && isIsolate(line.text.at(last - 1)))
            --last;
        if (first == last)
            continue;
        // Not from the cursor: where the direction changes, that has two places.
        QRectF box;
        for (const auto &run : set.glyphRuns(int(first), int(last - first)))
            box |= run.boundingRect();
        result.append(QRectF(QPointF(box.left() - indent, 0), QSizeF(box.width(), set.height())));
    }
    return result;
}

struct Column
{
    int left = 0;
    int width = 0;
    int top = 0;

    QList<HeadlineLayout::Line> take(const QString &text, const QFont &font, int lineHeight,
                                     int most, const search::Matches &matches)
    {
        return take(text, font, lineHeight, most, matches, text.isRightToLeft());
    }

    QList<HeadlineLayout::Line> take(const QString &text, const QFont &font, int lineHeight,
                                     int most, const search::Matches &matches, bool rightToLeft)
    {
        QList<HeadlineLayout::Line> lines;
        if (text.isEmpty() || most <= 0 || width <= 0)
            return lines;
        const auto option = optionFor(rightToLeft);
        const auto places = matches.in(text);
        for (const auto &piece : broken(text, font, option, width, most)) {
            QStaticText prepared(piece.text);
            prepared.setTextFormat(Qt::PlainText);
            prepared.setTextOption(QTextOption(option));
            prepared.prepare({}, font);
            const auto indent = rightToLeft ? width - prepared.size().width() : 0.0;
            const QPointF at(left + indent, top);
            auto hits = places.isEmpty() ? QList<QRectF>() : boxes(piece, places, font, option);
            for (auto &hit : hits)
                hit.translate(at);
            lines.append({.text = prepared, .at = at, .hits = hits});
            top += lineHeight;
        }
        return lines;
    }
};

} // namespace

HeadlineFonts::HeadlineFonts(const QFont &font)
    : unread(font)
    , read(font)
    , small(font)
{
    unread.setPointSizeF(font.pointSizeF() * 1.05);
    unread.setWeight(QFont::DemiBold);
    read.setPointSizeF(unread.pointSizeF());
    small.setPointSizeF(font.pointSizeF() * 0.92);
}

HeadlineMeasures::HeadlineMeasures(const HeadlineFonts &fonts, Density density)
    : titleLine(QFontMetrics(fonts.unread).height())
    , smallLine(QFontMetrics(fonts.small).height())
{
    const auto isCompact = density == Density::Compact;
    padding = isCompact ? compactPadding : comfortablePadding;
    height = 2 * padding
        + (isCompact
               ? titleLine + smallLine
               : titleLines * titleLine + (textLines - titleLines + 1) * smallLine + 2 * lineGap);
}

bool headlines::rightToLeft(const Headline &headline)
{
    return title(headline).isRightToLeft();
}

HeadlineMatches::HeadlineMatches(const search::Query &search)
    : title(search, {search::Term::Kind::Title})
    , credits(search, {search::Term::Kind::By, search::Term::Kind::From})
    , excerpt(search, {search::Term::Kind::Caption, search::Term::Kind::Credit})
{
}

HeadlineLayout headlines::layOut(const Headline &headline, const Setting &setting,
                                 const QDateTime &now)
{
    const auto &fonts = setting.fonts;
    const auto &matches = setting.matches;
    const auto isCompact = setting.density == Density::Compact;
    const HeadlineMeasures measures(fonts, setting.density);
    const auto picture = headline.thumbnail.isEmpty() || isCompact ? 0 : Thumbnails::side + margin;
    Column column{.left = rightToLeft(headline) ? margin + picture : gutter,
                  .width = setting.width - gutter - margin - picture,
                  .top = measures.padding};
    HeadlineLayout layout;
    layout.title = column.take(title(headline), headline.read ? fonts.read : fonts.unread,
                               measures.titleLine, isCompact ? 1 : titleLines, matches.title);
    column.top += isCompact ? 0 : lineGap;
    layout.credits
        = column.take(fitted(headline, now, setting.standing, fonts.small, column.width),
                      fonts.small, measures.smallLine, 1, matches.credits, rightToLeft(headline));
    if (isCompact)
        return layout;
    column.top += lineGap;
    layout.excerpt = column.take(excerpt(headline), fonts.small, measures.smallLine,
                                 textLines - int(layout.title.size()), matches.excerpt);
    return layout;
}
