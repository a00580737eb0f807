#include "articles/headlinelayout.h"

#include "articles/headlinewords.h"
#include "articles/thumbnails.h"
#include "theme/metrics.h"

#include <QFontMetrics>
#include <QLocale>
#include <QTextLayout>

namespace {

constexpr int lineGap = 3;
constexpr int titleLines = 2;
constexpr int textLines = 4; // Of title and excerpt together.

QTextOption optionFor(const QString &text)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    return option;
}

// The text in at most `most` lines, the last of them elided.
QStringList broken(const QString &text, const QFont &font, int width, int most)
{
    QTextLayout layout(text, font);
    layout.setTextOption(optionFor(text));
    layout.beginLayout();
    QStringList lines;
    qsizetype from = 0;
    while (from < text.size() && lines.size() < most - 1) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        lines << text.mid(from, line.textLength()).trimmed();
        from = line.textStart() + line.textLength();
    }
    layout.endLayout();
    if (from < text.size())
        lines << QFontMetrics(font).elidedText(text.mid(from).trimmed(), Qt::ElideRight, width);
    return lines;
}

// The credits in one line. Where there is no room for all, names give way and the date stands.
QString fitted(const Headline &headline, const QDateTime &now, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const QLocale locale;
    const auto whole = headlines::credits(headline, now, locale);
    const auto date = headlines::date(headline.published, now, locale);
    const auto names = headlines::names(headline);
    if (date.isEmpty() || names.isEmpty() || metrics.horizontalAdvance(whole) <= width)
        return whole;
    const auto rest = QStringLiteral(" · ") + date;
    const auto room = width - metrics.horizontalAdvance(rest);
    const auto hint = metrics.horizontalAdvance(QStringLiteral("mmm…"));
    return room < hint ? date : metrics.elidedText(names, Qt::ElideRight, room) + rest;
}

struct Column
{
    int left = 0;
    int width = 0;
    int top = 0;

    QList<HeadlineLayout::Line> take(const QString &text, const QFont &font, int lineHeight,
                                     int most)
    {
        QList<HeadlineLayout::Line> lines;
        if (text.isEmpty() || most <= 0 || width <= 0)
            return lines;
        const auto option = optionFor(text);
        for (const auto &words : broken(text, font, width, most)) {
            QStaticText prepared(words);
            prepared.setTextFormat(Qt::PlainText);
            prepared.setTextOption(QTextOption(option));
            prepared.prepare({}, font);
            const auto rightToLeft = option.textDirection() == Qt::RightToLeft;
            const auto indent = rightToLeft ? width - prepared.size().width() : 0.0;
            lines.append({.text = prepared, .at = QPointF(left + indent, top)});
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

HeadlineMeasures::HeadlineMeasures(const HeadlineFonts &fonts)
    : titleLine(QFontMetrics(fonts.unread).height())
    , smallLine(QFontMetrics(fonts.small).height())
    , height(2 * headlines::padding + titleLines * titleLine
             + (textLines - titleLines + 1) * smallLine + 2 * lineGap)
{
}

bool headlines::rightToLeft(const Headline &headline)
{
    return title(headline).isRightToLeft();
}

HeadlineLayout headlines::layOut(const Headline &headline, int width, const HeadlineFonts &fonts,
                                 const QDateTime &now)
{
    const HeadlineMeasures measures(fonts);
    const auto picture = headline.thumbnail.isEmpty() ? 0 : Thumbnails::side + margin;
    Column column{.left = rightToLeft(headline) ? margin + picture : gutter,
                  .width = width - gutter - margin - picture,
                  .top = padding};
    HeadlineLayout layout;
    layout.title = column.take(title(headline), headline.read ? fonts.read : fonts.unread,
                               measures.titleLine, titleLines);
    column.top += lineGap;
    layout.credits = column.take(fitted(headline, now, fonts.small, column.width), fonts.small,
                                 measures.smallLine, 1);
    column.top += lineGap;
    layout.excerpt = column.take(excerpt(headline), fonts.small, measures.smallLine,
                                 textLines - int(layout.title.size()));
    return layout;
}
