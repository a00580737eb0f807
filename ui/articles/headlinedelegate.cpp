#include "articles/headlinedelegate.h"

#include "articles/articlelistmodel.h"
#include "articles/limits.h"
#include "theme/colours.h"
#include "theme/focusring.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int dot = 8;
constexpr int mark = 16;

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index)
{
    const auto &palette = option.palette;
    const auto row = option.rect.adjusted(theme::half, 1, -theme::half, -2);
    if (option.state.testFlag(QStyle::State_Selected)) {
        // The list has the focus as a whole; every selected row shows it, not only the current.
        const auto active = option.widget && option.widget->hasFocus();
        painter->setPen(Qt::NoPen);
        painter->setBrush(active ? theme::selection(palette) : theme::quietSelection(palette));
        painter->drawRoundedRect(row, theme::corner, theme::corner);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.035));
        painter->drawRoundedRect(row, theme::corner, theme::corner);
    }
    theme::paintFocusRing(painter, option, row);
    // Beside a rounded row a hairline would stick out, above it as well as below.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const auto next = index.sibling(index.row() + 1, index.column());
    if (option.state.testFlag(QStyle::State_Selected)
        || (view && next.isValid() && view->selectionModel()->isSelected(next)))
        return;
    painter->fillRect(QRect(option.rect.left() + headlines::gutter, option.rect.bottom(),
                            option.rect.width() - headlines::gutter - headlines::margin, 1),
                      theme::hairline(palette));
}

void paintLines(QPainter *painter, const QList<HeadlineLayout::Line> &lines, const QPoint &origin)
{
    for (const auto &line : lines)
        painter->drawStaticText(line.at + origin, line.text);
}

// The words of a search on a soft ground, in the colour that is read best on it.
void paintHits(QPainter *painter, const QList<HeadlineLayout::Line> &lines,
               const QStyleOptionViewItem &option)
{
    for (const auto &line : lines) {
        for (const auto &hit : line.hits) {
            const auto box = hit.translated(option.rect.topLeft());
            painter->save();
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::found(option.palette));
            painter->drawRoundedRect(box.adjusted(-1, 0, 1, 0), 2, 2);
            painter->setPen(option.palette.color(QPalette::Text));
            painter->setClipRect(box.adjusted(-1, 0, 1, 0), Qt::IntersectClip);
            painter->drawStaticText(line.at + option.rect.topLeft(), line.text);
            painter->restore();
        }
    }
}

} // namespace

HeadlineDelegate::HeadlineDelegate(Thumbnails &thumbnails, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(thumbnails)
    , m_layouts(limits::layoutsKept)
{
}

void HeadlineDelegate::setSearch(const search::Query &search)
{
    const HeadlineMatches matches(search);
    if (matches == m_matches)
        return;
    m_matches = matches;
    forget();
}

void HeadlineDelegate::setDensity(Density density)
{
    m_density = density;
    forget();
}

void HeadlineDelegate::forget()
{
    m_layouts.clear();
}

void HeadlineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ArticleListModel *>(index.model());
    if (!model)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, index);
    if (const auto *headline = model->find(index.row()))
        paintHeadline(painter, option, *headline,
                      headlines::standing(model->query(), model->rows().at(index.row())));
    else
        paintPlaceholder(painter, option);
    painter->restore();
}

void HeadlineDelegate::paintHeadline(QPainter *painter, const QStyleOptionViewItem &option,
                                     const Headline &headline,
                                     const headlines::Standing &standing) const
{
    const auto &lines = layout(headline, option, standing);
    const HeadlineFonts fonts(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->setFont(headline.read ? fonts.read : fonts.unread);
    paintLines(painter, lines.title, option.rect.topLeft());
    paintHits(painter, lines.title, option);
    // Who tells it and when stands between the headline and what it says, also by its colour.
    painter->setFont(fonts.small);
    painter->setPen(theme::blended(option.palette.color(QPalette::Text),
                                   theme::secondaryText(option.palette), 0.6));
    paintLines(painter, lines.credits, option.rect.topLeft());
    painter->setPen(theme::secondaryText(option.palette));
    paintLines(painter, lines.excerpt, option.rect.topLeft());
    paintHits(painter, lines.credits, option);
    paintHits(painter, lines.excerpt, option);
    paintMarks(painter, option, headline);
    if (!headline.thumbnail.isEmpty() && m_density == Density::Comfortable)
        paintPicture(painter, option, headline);
}

void HeadlineDelegate::paintPlaceholder(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const HeadlineMeasures measures{HeadlineFonts(option.font), m_density};
    const auto left = option.rect.left() + headlines::gutter;
    const auto width = option.rect.width() - headlines::gutter - headlines::margin;
    auto top = option.rect.top() + measures.padding;
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::quietSelection(option.palette));
    const auto bar = [&](int line, double share) {
        painter->drawRoundedRect(QRectF(left, top + line * 0.25, width * share, line * 0.5), 3, 3);
        top += line;
    };
    bar(measures.titleLine, 0.8);
    if (m_density == Density::Comfortable)
        bar(measures.titleLine, 0.55);
    bar(measures.smallLine, 0.35);
}

QSize HeadlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {theme::listWidth / 2, HeadlineMeasures(HeadlineFonts(option.font), m_density).height};
}

const HeadlineLayout &HeadlineDelegate::layout(const Headline &headline,
                                               const QStyleOptionViewItem &option,
                                               const headlines::Standing &standing) const
{
    const auto width = option.rect.width();
    auto *kept = m_layouts.object(headline.id);
    if (!kept || kept->width != width || kept->standing != standing || kept->headline != headline) {
        kept = new Kept{.headline = headline,
                        .width = width,
                        .standing = standing,
                        .layout = headlines::layOut(
                            headline,
                            {width, HeadlineFonts(option.font), m_matches, m_density, standing},
                            QDateTime::currentDateTime())};
        // The cache takes ownership.
        m_layouts.insert(headline.id, kept);
    }
    return kept->layout;
}

void HeadlineDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                                  const Headline &headline) const
{
    const HeadlineMeasures measures{HeadlineFonts(option.font), m_density};
    const auto centre = headlines::rightToLeft(headline)
        ? option.rect.right() - headlines::gutter / 2
        : option.rect.left() + headlines::gutter / 2 + 1;
    auto line = option.rect.top() + measures.padding;
    if (!headline.read) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::accent(option.palette));
        painter->drawEllipse(
            QRectF(centre - dot / 2.0, line + (measures.titleLine - dot) / 2.0, dot, dot));
    }
    if (headline.bookmarked()) {
        const auto below = m_density == Density::Compact ? measures.smallLine : measures.titleLine;
        line += measures.titleLine + (below - mark) / 2;
        painter->drawPixmap(centre - mark / 2, line,
                            theme::tinted(u"bookmarked"_s, theme::bookmark(option.palette), mark,
                                          painter->device()->devicePixelRatio()));
    }
}

void HeadlineDelegate::paintPicture(QPainter *painter, const QStyleOptionViewItem &option,
                                    const Headline &headline) const
{
    constexpr auto side = Thumbnails::side;
    const HeadlineMeasures measures{HeadlineFonts(option.font), m_density};
    const auto left = headlines::rightToLeft(headline)
        ? option.rect.left() + headlines::margin
        : option.rect.right() - headlines::margin - side + 1;
    const QRect place(left, option.rect.top() + measures.padding + 2, side, side);
    const auto *pixmap
        = m_thumbnails.find(headline.thumbnail, painter->device()->devicePixelRatio());
    if (!pixmap || pixmap->isNull()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::quietSelection(option.palette));
        painter->drawRoundedRect(place, theme::corner, theme::corner);
        return;
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(place, *pixmap);
}
