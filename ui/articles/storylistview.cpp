#include "articles/storylistview.h"

#include "theme/colours.h"
#include "theme/metrics.h"

#include <QAccessible>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// Where rows stand, and what follows from that. What is painted is in storylistpainting.cpp.

StoryListView::StoryListView(QWidget *parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void StoryListView::setHeadings(const std::optional<Headings> &headings)
{
    if (!headings && !m_headings)
        return;
    // What is on the screen stays there.
    const auto row = m_geometry.nearestRow(verticalOffset() + headroom());
    const auto below = row < 0 ? 0 : m_geometry.top(row) - verticalOffset();
    m_headings = headings;
    measure();
    count();
    updateGeometries();
    if (row >= 0 && verticalOffset() > 0)
        keepAt(m_geometry.top(row) - std::max(below, headroom()));
    viewport()->update();
}

void StoryListView::measureAnew()
{
    const auto offset = verticalOffset();
    const auto isSeen = currentIndex().isValid()
        && visualRect(currentIndex()).intersects(viewport()->rect().adjusted(0, headroom(), 0, 0));
    const auto row = isSeen ? currentIndex().row() : m_geometry.nearestRow(offset + headroom());
    const auto below = row < 0 ? 0 : m_geometry.top(row) - offset;
    measure();
    updateGeometries();
    if (row >= 0 && (isSeen || offset > 0))
        keepAt(m_geometry.top(row) - below);
    // Higher rows may not end where they did.
    if (isSeen)
        scrollTo(currentIndex());
    viewport()->update();
}

void StoryListView::scrollToTop(const QModelIndex &index)
{
    if (index.isValid())
        verticalScrollBar()->setValue(m_geometry.top(index.row()) - headroom());
}

QRect StoryListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_geometry.rows())
        return {};
    return {0, m_geometry.top(index.row()) - verticalOffset(), viewport()->width(),
            m_geometry.rowHeight()};
}

QModelIndex StoryListView::indexAt(const QPoint &point) const
{
    if (!model() || headingUnder(point))
        return {};
    const auto row = m_geometry.rowAt(point.y() + verticalOffset());
    return row < 0 ? QModelIndex() : model()->index(row, modelColumn(), rootIndex());
}

void StoryListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_geometry.rows())
        return;
    const auto height = viewport()->height();
    const auto top = m_geometry.top(index.row());
    const auto highest = top - headroom(); // The value with which it is the first.
    const auto lowest = top + m_geometry.rowHeight() - height; // The last.
    auto value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && value > highest))
        value = highest;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && value < lowest))
        value = lowest;
    else if (hint == PositionAtCenter)
        value = (highest + lowest) / 2;
    verticalScrollBar()->setValue(value);
}

void StoryListView::doItemsLayout()
{
    measure();
    count();
    QAbstractItemView::doItemsLayout();
}

void StoryListView::reset()
{
    QListView::reset();
    count();
}

void StoryListView::setModel(QAbstractItemModel *model)
{
    if (auto *old = this->model())
        disconnect(old, nullptr, this, nullptr);
    QListView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { forgetRemoved(first, last); });
    // Where very many rows come and go at once, the first on the screen stays there too.
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        const auto row = m_geometry.nearestRow(verticalOffset() + headroom());
        m_anchor = row < 0 ? QModelIndex() : this->model()->index(row, modelColumn(), rootIndex());
        m_belowTop = row < 0 ? 0 : m_geometry.top(row) - verticalOffset();
    });
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
        if (m_anchor.isValid() && verticalOffset() > 0)
            keepAt(m_geometry.top(m_anchor.row()) - m_belowTop);
        m_anchor = QModelIndex();
    });
}

void StoryListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
}

void StoryListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void StoryListView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    // The heading at the top does not move along; a screen is painted quickly.
    viewport()->update();
    tellShown();
}

void StoryListView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    const auto height = viewport()->height();
    auto *bar = verticalScrollBar();
    bar->setPageStep(std::max(height - headroom(), 1));
    bar->setRange(0, std::max(m_geometry.height() - height, 0));
    horizontalScrollBar()->setRange(0, 0);
    tellShown();
}

void StoryListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

void StoryListView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const auto value = verticalOffset();
    const auto anchor = m_geometry.nearestRow(value + headroom());
    const auto below = anchor < 0 ? 0 : m_geometry.top(anchor) - value;
    const auto added = last - first + 1;
    m_geometry.insertRows(first, added);
    if (m_headings)
        m_geometry.setHeadings(first, std::min(last + 1, m_geometry.rows() - 1),
                               m_headings->rows(first, std::min(last + 1, m_geometry.rows() - 1)));
    QAbstractItemView::rowsInserted(parent, first, last);
    updateGeometries();
    // Whoever has scrolled down keeps what is on the screen there when stories arrive above it.
    if (value > 0 && anchor >= first)
        keepAt(m_geometry.top(anchor + added) - below);
    viewport()->update();
}

void StoryListView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
}

void StoryListView::forgetRemoved(int first, int last)
{
    const auto value = verticalOffset();
    auto anchor = m_geometry.nearestRow(value + headroom());
    const auto below = anchor < 0 ? 0 : m_geometry.top(anchor) - value;
    const auto removed = last - first + 1;
    m_geometry.removeRows(first, removed);
    if (m_headings && first < m_geometry.rows())
        m_geometry.setHeadings(first, first, m_headings->rows(first, first));
    updateGeometries();
    const auto above = anchor > last;
    anchor = above ? anchor - removed : std::min(anchor, first);
    if (value > 0 && anchor >= 0 && anchor < m_geometry.rows() && (above || anchor == first))
        keepAt(m_geometry.top(anchor) - below);
    viewport()->update();
}

void StoryListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
    QAbstractItemView::currentChanged(current, previous);
}

void StoryListView::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    const auto tell = [this](const QItemSelection &rows, QAccessible::Event what) {
        if (rows.isEmpty())
            return;
        QAccessibleEvent event(this, what);
        event.setChild(rows.first().top());
        QAccessible::updateAccessibility(&event);
    };
    if (QAccessible::isActive()) {
        tell(selected, QAccessible::Selection);
        tell(deselected, QAccessible::SelectionRemove);
    }
    QAbstractItemView::selectionChanged(selected, deselected);
}

// Where the program leads, keys that are held down for a command take nothing more into the
// selection: only those of a click or an arrow do.
QItemSelectionModel::SelectionFlags StoryListView::selectionCommand(const QModelIndex &index,
                                                                    const QEvent *event) const
{
    return event ? QListView::selectionCommand(index, event) : QItemSelectionModel::ClearAndSelect;
}

QModelIndex StoryListView::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const auto last = m_geometry.rows() - 1;
    if (last < 0)
        return {};
    const auto at = [this](int row) { return model()->index(row, modelColumn(), rootIndex()); };
    if (!currentIndex().isValid())
        return at(action == MoveEnd ? last : 0);
    auto row = currentIndex().row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= rowsOnAScreen();
        break;
    case MovePageDown:
        row += rowsOnAScreen();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return at(std::clamp(row, 0, last));
}

void StoryListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (!selectionModel() || m_geometry.rows() == 0)
        return;
    const auto top = rect.normalized().top() + verticalOffset();
    const auto bottom = rect.normalized().bottom() + verticalOffset();
    auto first = m_geometry.nearestRow(top);
    auto last = m_geometry.nearestRow(bottom);
    // A heading at the end belongs to a row that was not reached.
    if (last > first && m_geometry.headingAt(bottom))
        --last;
    QItemSelection selection;
    if (bottom >= 0 && top < m_geometry.height())
        selection.select(model()->index(first, modelColumn(), rootIndex()),
                         model()->index(last, modelColumn(), rootIndex()));
    selectionModel()->select(selection, command);
}

QRegion StoryListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const auto screen = viewport()->rect();
    for (const auto &range : selection) {
        if (!range.isValid() || range.bottom() >= m_geometry.rows())
            continue;
        const auto top = m_geometry.top(range.top()) - verticalOffset();
        const auto bottom
            = m_geometry.top(range.bottom()) + m_geometry.rowHeight() - verticalOffset();
        if (bottom > screen.top() && top <= screen.bottom())
            region += QRect(0, top, screen.width(), bottom - top) & screen;
    }
    return region;
}

int StoryListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void StoryListView::measure()
{
    auto rowHeight = m_geometry.rowHeight();
    if (model() && itemDelegate()) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        rowHeight = itemDelegate()->sizeHint(option, {}).height();
    }
    m_geometry.setHeights(
        rowHeight, m_headings ? QFontMetrics(headingFont()).height() + 2 * theme::half + 2 : 0);
    verticalScrollBar()->setSingleStep(3 * theme::grid);
}

void StoryListView::count()
{
    if (!std::exchange(m_measured, true))
        measure();
    const auto rows = model() ? model()->rowCount(rootIndex()) : 0;
    m_geometry.setRows(rows, m_headings && rows > 0 ? m_headings->rows(0, rows - 1) : QList<int>());
}

void StoryListView::keepAt(int value)
{
    verticalScrollBar()->setValue(value);
}

int StoryListView::headroom() const
{
    return m_geometry.headings().isEmpty() ? 0 : m_geometry.headingHeight();
}

int StoryListView::rowsOnAScreen() const
{
    return std::max((viewport()->height() - headroom()) / m_geometry.rowHeight(), 1);
}

std::optional<RowGeometry::Heading> StoryListView::stuckHeading() const
{
    const auto top = verticalOffset();
    const auto row = m_geometry.nearestRow(top);
    auto heading = row < 0 ? std::nullopt : m_geometry.headingOf(row);
    if (!heading || heading->top > top)
        return std::nullopt;
    // The next one pushes it out.
    const auto next = m_geometry.headingAfter(row);
    heading->top = next ? std::min(0, next->top - top - headroom()) : 0;
    return heading;
}

std::optional<RowGeometry::Heading> StoryListView::headingUnder(const QPoint &point) const
{
    if (const auto stuck = stuckHeading();
        stuck && point.y() >= 0 && point.y() < stuck->top + headroom())
        return stuck;
    auto heading = m_geometry.headingAt(point.y() + verticalOffset());
    if (heading)
        heading->top -= verticalOffset();
    return heading;
}

void StoryListView::tellShown()
{
    const auto first = m_geometry.nearestRow(verticalOffset());
    const auto last = m_geometry.nearestRow(verticalOffset() + viewport()->height() - 1);
    if (first >= 0)
        emit shownRowsChanged(first, last);
}
