#include "articles/headlinelayout.h"
#include "articles/storylistview.h"
#include "theme/colours.h"
#include "theme/focusring.h"
#include "theme/metrics.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

// What the list shows, and what is done to it with the pointer.

void StoryListView::paintEvent(QPaintEvent *event)
{
    if (!model() || m_geometry.rows() == 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto offset = verticalOffset();
    const auto end = event->rect().bottom() + offset;
    const auto first = m_geometry.nearestRow(event->rect().top() + offset);
    for (auto row = first; row < m_geometry.rows() && m_geometry.top(row) <= end; ++row)
        paintRow(painter, option, row);
    for (auto heading = m_geometry.headingOf(first); heading && heading->top <= end;
         heading = m_geometry.headingAfter(heading->row)) {
        if (heading->top >= offset)
            paintHeading(painter, {.row = heading->row, .top = heading->top - offset});
    }
    if (const auto stuck = stuckHeading())
        paintHeading(painter, *stuck);
}

void StoryListView::paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const
{
    const auto index = model()->index(row, modelColumn(), rootIndex());
    option.rect = visualRect(index);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    option.state.setFlag(QStyle::State_MouseOver,
                         m_pointer && option.rect.contains(*m_pointer)
                             && !headingUnder(*m_pointer));
    itemDelegate()->paint(&painter, option, index);
}

void StoryListView::paintHeading(QPainter &painter, const RowGeometry::Heading &heading) const
{
    const QRect place(0, heading.top, viewport()->width(), m_geometry.headingHeight());
    // With the line below the row above: two lines would enclose it.
    painter.fillRect(place.adjusted(0, -1, 0, 0), palette().color(QPalette::Base));
    const auto isUnderPointer = m_pointer && place.contains(*m_pointer);
    painter.setPen(isUnderPointer ? palette().color(QPalette::Text)
                                  : theme::secondaryText(palette()));
    painter.setFont(headingFont());
    const auto margin = headlines::margin;
    const auto leading = layoutDirection() == Qt::RightToLeft ? margin : headlines::gutter;
    const auto trailing = layoutDirection() == Qt::RightToLeft ? headlines::gutter : margin;
    painter.drawText(place.adjusted(leading, 0, -trailing, 0), Qt::AlignVCenter | Qt::AlignLeading,
                     m_headings->words(heading.row));
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1),
                     theme::hairline(palette()));
}

QFont StoryListView::headingFont() const
{
    auto font = HeadlineFonts(this->font()).small;
    font.setWeight(QFont::DemiBold);
    return font;
}

void StoryListView::mousePressEvent(QMouseEvent *event)
{
    theme::dropFocusRing(*this);
    const auto point = event->position().toPoint();
    const auto heading = headingUnder(point);
    if (!heading) {
        QListView::mousePressEvent(event);
        return;
    }
    if (event->button() == Qt::LeftButton)
        emit headingClicked(
            heading->row, QRect(0, heading->top, viewport()->width(), m_geometry.headingHeight()));
}

void StoryListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!headingUnder(event->position().toPoint()))
        QListView::mouseDoubleClickEvent(event);
}

void StoryListView::mouseMoveEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseMoveEvent(event);
}

bool StoryListView::viewportEvent(QEvent *event)
{
    const auto before = m_pointer;
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
    case QEvent::MouseMove:
        m_pointer = static_cast<QSinglePointEvent *>(event)->position().toPoint();
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        m_pointer.reset();
        break;
    default:
        return QListView::viewportEvent(event);
    }
    const auto isAHeading
        = [this](const std::optional<QPoint> &point) { return point && headingUnder(*point); };
    if (isAHeading(before) || isAHeading(m_pointer)) {
        viewport()->setCursor(isAHeading(m_pointer) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update(0, 0, viewport()->width(), viewport()->height());
    }
    return QListView::viewportEvent(event);
}
