#include "articles/articlelist.h"
#include "articles/datepopover.h"
#include "articles/storylistview.h"

#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

// What is chosen in the list, and the ways to it.

void ArticleList::select(ArticleId id)
{
    m_wanted = id;
    selectWanted();
}

void ArticleList::selectHere()
{
    // Where the story was its successor stands now, or the last row. The view itself would go to
    // the row above.
    const auto vacant = std::exchange(m_vacant, -1);
    const auto row = std::min(vacant, m_model.rowCount() - 1);
    if (row >= 0 && selectedCount() == 0)
        goTo(row);
}

void ArticleList::selectUnread()
{
    m_unreadWanted = !m_model.answered();
    m_step.reset();
    if (!m_unreadWanted)
        stepToUnread(0, 1);
}

void ArticleList::clearSelection()
{
    m_announced = ArticleId::None;
    m_view->selectionModel()->clear();
}

ArticleId ArticleList::current() const
{
    const auto index = m_view->currentIndex();
    return index.isValid() ? m_model.id(index.row()) : ArticleId::None;
}

QList<ArticleId> ArticleList::selected() const
{
    auto ranges = m_view->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QList<ArticleId> ids;
    for (const auto &range : std::as_const(ranges)) {
        const auto stories = m_model.rows().mid(range.top(), range.height());
        for (const auto &story : stories)
            ids << story.id;
    }
    return ids;
}

int ArticleList::selectedCount() const
{
    auto count = 0;
    for (const auto &range : m_view->selectionModel()->selection())
        count += range.height();
    return count;
}

void ArticleList::selectAll()
{
    focusList();
    m_view->selectAll();
}

bool ArticleList::selectOne()
{
    if (selectedCount() <= 1)
        return false;
    goTo(std::max(m_view->currentIndex().row(), 0));
    return true;
}

QList<ArticleId> ArticleList::neighbours() const
{
    QList<ArticleId> ids;
    const auto here = m_view->currentIndex();
    if (!here.isValid())
        return ids;
    for (const auto row : {here.row() + 1, here.row() - 1, here.row() + 2}) {
        if (row >= 0 && row < m_model.rowCount())
            ids << m_model.id(row);
    }
    return ids;
}

bool ArticleList::step(Step step)
{
    const auto forward = step == Step::Next || step == Step::NextUnread;
    const auto any = step == Step::Next || step == Step::Previous;
    const auto here = m_view->currentIndex();
    const auto count = m_model.rowCount();
    auto row = forward ? 0 : count - 1;
    if (m_view->selectionModel()->isSelected(here))
        row = here.row() + (forward ? 1 : -1);
    else if (here.row() > 0)
        // Where a date led to.
        row = here.row() - (forward ? 0 : 1);
    if (forward && row + 2 >= count)
        m_model.fetchMore({});
    m_unreadSearch.stop();
    if (!any) {
        m_step = step;
        return stepToUnread(row, forward ? 1 : -1);
    }
    if (row < 0 || row >= count)
        return false;
    goTo(row);
    return true;
}

bool ArticleList::stepToUnread(int row, int by)
{
    const auto count = m_model.rowCount();
    const auto selected = m_view->selectionModel()->isSelected(m_view->currentIndex());
    const auto current = selected ? m_view->currentIndex().row() : -1;
    // Row by row as long as the headlines are at hand.
    for (auto looked = 0; looked < count; ++looked, row += by) {
        const auto pastTheEnd = row >= count && !m_model.complete();
        if (!pastTheEnd)
            row = (row + count) % count;
        const auto *headline = pastTheEnd ? nullptr : m_model.find(row);
        if (!headline) {
            m_unreadSearch.start(row, by, selected ? m_model.id(current) : ArticleId::None);
            return true;
        }
        if (row != current && !headline->read) {
            goTo(row);
            return true;
        }
    }
    return false;
}

void ArticleList::fetchAhead()
{
    const auto *bar = m_view->verticalScrollBar();
    if (bar->maximum() - bar->value() < 3 * m_view->viewport()->height())
        m_model.fetchMore({});
}

void ArticleList::askForDay()
{
    const auto row = m_view->indexAt(m_view->viewport()->rect().center()).row();
    const auto shown = row < 0
        ? QDate::currentDate()
        : QDateTime::fromMSecsSinceEpoch(m_model.rows().at(row).moment).date();
    askForDayAt(m_view->viewport()->mapToGlobal(QPoint(0, 0)), shown);
}

void ArticleList::askForDayAt(const QPoint &topLeft, QDate shown)
{
    auto *popover = new DatePopover(shown, this);
    connect(popover, &DatePopover::chosen, this, &ArticleList::goToDay);
    popover->popUp(topLeft);
}

void ArticleList::goToDay(QDate day)
{
    m_wantedDay = isByDate() ? day : QDate();
    goToWantedDay();
}

void ArticleList::goToWantedDay()
{
    if (!m_wantedDay.isValid() || !m_model.answered() || m_model.rowCount() == 0)
        return;
    const auto &rows = m_model.rows();
    const auto begin = m_wantedDay.startOfDay().toMSecsSinceEpoch();
    const auto end = m_wantedDay.addDays(1).startOfDay().toMSecsSinceEpoch();
    const auto row = query().order == StoryQuery::Order::Oldest
        ? rows.firstThat([&](const ListedStory &story) { return story.moment >= begin; })
        : rows.firstThat([&](const ListedStory &story) { return story.moment < end; });
    // It may be among those that are still to come.
    if (row == rows.size() && !m_model.complete()) {
        m_model.fetchMore({});
        return;
    }
    m_wantedDay = {};
    const auto index = m_model.index(std::min(row, rows.size() - 1));
    // The keys lead on from there; the story being read stays what it is.
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_view->scrollToTop(index);
}

void ArticleList::onLoaded()
{
    updateHeadings();
    // What is being read stays selected where it is listed too.
    if (const auto row = m_model.rowOf(m_announced); m_wanted == ArticleId::None && row >= 0)
        goTo(row);
    selectWanted();
    if (std::exchange(m_unreadWanted, false))
        selectUnread();
    goToWantedDay();
    emit loaded();
}

void ArticleList::onInserted(int first, int last)
{
    goToWantedDay();
    if (m_wanted == ArticleId::None)
        return;
    for (auto row = first; row <= last; ++row) {
        if (m_model.id(row) != m_wanted)
            continue;
        m_wanted = ArticleId::None;
        // Whoever has scrolled on meanwhile is not torn away by what comes late.
        if (last + 1 < m_model.rowCount() || m_view->verticalScrollBar()->value() == 0)
            goTo(row);
        return;
    }
}

// What is read is not pushed off the screen by what comes in above it.
void ArticleList::keepCurrentInView()
{
    const auto look = [this] {
        const auto current = m_view->currentIndex();
        m_currentSeen = m_view->selectionModel()->isSelected(current)
            && m_view->viewport()->rect().contains(m_view->visualRect(current));
    };
    const auto keep = [this] {
        if (std::exchange(m_currentSeen, false))
            m_view->scrollTo(m_view->currentIndex());
    };
    connect(&m_model, &ArticleListModel::rowsAboutToBeInserted, this, look);
    connect(&m_model, &ArticleListModel::rowsInserted, this, keep);
    connect(&m_model, &ArticleListModel::layoutAboutToBeChanged, this, look);
    connect(&m_model, &ArticleListModel::layoutChanged, this, keep);
}

void ArticleList::noteVacancy(int first, int last)
{
    for (auto row = first; row <= last; ++row) {
        if (m_model.id(row) == m_announced) {
            m_vacant = first;
            // Should it come back, it can be chosen anew.
            m_announced = ArticleId::None;
            return;
        }
    }
    if (last < m_vacant)
        m_vacant -= last - first + 1;
}

void ArticleList::connectSelection()
{
    const auto activate
        = [this](const QModelIndex &index) { emit activated(m_model.id(index.row())); };
    connect(m_view, &QListView::clicked, this, [this, activate](const QModelIndex &index) {
        // A click that takes one more into the selection opens nothing.
        if (selectedCount() == 1)
            activate(index);
    });
    connect(m_view, &QListView::activated, this, activate);
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { emit opened(m_model.id(index.row())); });
    const auto *selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this, &ArticleList::announceCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ArticleList::announceCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this,
            &ArticleList::selectionChanged);
    connect(&m_unreadSearch, &UnreadSearch::found, this, [this](ArticleId id) {
        if (const auto row = m_model.rowOf(id); row >= 0)
            goTo(row);
    });
    connect(&m_unreadSearch, &UnreadSearch::nothing, this, [this] {
        if (const auto step = std::exchange(m_step, std::nullopt))
            emit nothingThere(*step);
    });
}

void ArticleList::selectWanted()
{
    const auto row = m_wanted == ArticleId::None ? -1 : m_model.rowOf(m_wanted);
    if (row < 0)
        return;
    m_wanted = ArticleId::None;
    goTo(row);
}

void ArticleList::announceCurrent()
{
    // A view that gets the focus makes its first row current without selecting it; that alone is
    // no reason to open a story.
    const auto id = current();
    // Several that are selected are not read one by one.
    if (id == ArticleId::None || id == m_announced
        || !m_view->selectionModel()->isSelected(m_view->currentIndex()) || selectedCount() > 1)
        return;
    m_announced = id;
    m_wanted = ArticleId::None;
    emit currentChanged(id);
}

void ArticleList::showMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_menuActions);
    menu->popup(m_view->viewport()->mapToGlobal(where));
}

void ArticleList::goTo(int row)
{
    const auto index = m_model.index(row);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}
