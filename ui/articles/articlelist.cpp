#include "articles/articlelist.h"

#include "articles/emptypage.h"
#include "articles/headlinedelegate.h"
#include "articles/headlineorder.h"
#include "articles/headlinewords.h"
#include "articles/listsearch.h"
#include "articles/searchfield.h"
#include "articles/searchnote.h"
#include "articles/storylistview.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int aMinute = 60'000;

} // namespace

ArticleList::ArticleList(SharedLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_model(library)
    , m_unreadSearch(library, m_model)
    , m_thumbnails(library)
    , m_delegate(new HeadlineDelegate(m_thumbnails, this))
    , m_field(new SearchField(this))
    , m_note(new SearchNote(library, this))
    , m_search(new ListSearch({library, m_model, *m_field, *m_note, *m_delegate}, this))
    , m_sort(new QToolButton(this))
    , m_view(new StoryListView(this))
    , m_emptyPage(new EmptyPage(library, this))
    , m_pages(new QStackedLayout)
{
    makeField();
    makeView();
    connectModel();
    connectSelection();
    setMinimumWidth(theme::narrowest);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::grid, theme::grid, theme::grid, theme::grid);
    top->setSpacing(theme::half);
    top->addWidget(m_field);
    top->addWidget(m_sort);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_note);
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_emptyPage);

    m_minute.setInterval(aMinute);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_delegate->forget();
        m_view->renameHeadings();
    });
    m_minute.start();
}

void ArticleList::show(const StoryQuery &place)
{
    m_field->showWords(place.words);
    m_unreadWanted = false;
    m_wantedDay = {};
    m_model.setQuery(ordered(place));
}

StoryQuery ArticleList::ordered(StoryQuery query) const
{
    query.order = query.words.isEmpty() ? m_order : m_searchOrder;
    return query;
}

void ArticleList::setOrder(StoryQuery::Order order)
{
    const auto searching = !query().words.isEmpty();
    if (!searching && order == StoryQuery::Order::Relevance)
        return;
    setOrders(searching ? m_order : order, searching ? order : m_searchOrder);
}

void ArticleList::setOrders(StoryQuery::Order ofPlaces, StoryQuery::Order ofSearches)
{
    m_order = ofPlaces;
    m_searchOrder = ofSearches;
    if (m_model.answered() || query() != StoryQuery())
        m_model.setQuery(ordered(query()));
}

void ArticleList::setGroupedByDay(bool grouped)
{
    m_grouped = grouped;
    updateHeadings();
}

bool ArticleList::isByDate() const
{
    return headlines::isByDate(query());
}

void ArticleList::updateHeadings()
{
    if (!m_grouped || !isByDate()) {
        m_view->setHeadings(std::nullopt);
        return;
    }
    m_view->setHeadings(StoryListView::Headings{
        .rows = [this](int first, int last) { return m_model.rows().firstOfDays(first, last); },
        .words =
            [this](int row) {
                const auto moment = m_model.rows().at(row).moment;
                return headlines::day(QDateTime::fromMSecsSinceEpoch(moment).date(),
                                      QDate::currentDate(), QLocale());
            }});
}

void ArticleList::setCompact(bool compact)
{
    if (compact == isCompact())
        return;
    m_delegate->setDensity(compact ? Density::Compact : Density::Comfortable);
    m_view->measureAnew();
}

bool ArticleList::isCompact() const
{
    return m_delegate->density() == Density::Compact;
}

void ArticleList::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ArticleList::focusList()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

bool ArticleList::clearSearch()
{
    if (m_field->text().isEmpty())
        return false;
    m_field->clear();
    focusList();
    return true;
}

QListView &ArticleList::view()
{
    return *m_view;
}

void ArticleList::setSortMenu(QMenu *menu)
{
    m_sort->setMenu(menu);
    m_sort->show();
}

void ArticleList::setSaveAction(QAction *action)
{
    auto *button = m_field->addAction(action->icon(), QLineEdit::TrailingPosition);
    button->setToolTip(tr("Save this search as a smart folder"));
    button->setVisible(false);
    connect(button, &QAction::triggered, action, &QAction::trigger);
    connect(this, &ArticleList::loaded, button,
            [this, button] { button->setVisible(!m_model.query().words.isEmpty()); });
}

void ArticleList::setMenuActions(const QList<QAction *> &actions)
{
    m_menuActions = actions;
}

void ArticleList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // It may have walked on while it was folded away; its size is right only after this.
    QTimer::singleShot(0, this, [this] {
        if (m_view->currentIndex().isValid())
            m_view->scrollTo(m_view->currentIndex());
    });
}

void ArticleList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_delegate->forget();
        m_view->doItemsLayout();
    }
}

// From the search field the arrows and Enter lead on into what was found.
void ArticleList::leaveField()
{
    if (m_model.rowCount() == 0)
        return;
    // With the focus the view makes a row current, which is no choice yet.
    const auto chosen = m_view->selectionModel()->hasSelection();
    focusList();
    if (!chosen)
        goTo(0);
}

void ArticleList::makeField()
{
    connect(m_field, &SearchField::wanted, this, &ArticleList::searchFor);
    connect(m_field, &SearchField::left, this, &ArticleList::leaveField);
    connect(this, &ArticleList::activated, m_field, &SearchField::remember);
    connect(m_emptyPage, &EmptyPage::placeWanted, this, &ArticleList::placeWanted);
    m_sort->setIcon(theme::icon(u"sort"_s));
    m_sort->setIconSize({theme::iconSide, theme::iconSide});
    m_sort->setAutoRaise(true);
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setToolTip(tr("Sort stories"));
    m_sort->setAccessibleName(tr("Sort stories"));
    m_sort->hide();
}

void ArticleList::makeView()
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setMouseTracking(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Stories"));
    setFocusProxy(m_view);
    updateHeadings();

    connect(m_view, &QListView::customContextMenuRequested, this, &ArticleList::showMenu);
    connect(m_view, &StoryListView::shownRowsChanged, &m_model, &ArticleListModel::setShown);
    connect(m_view, &StoryListView::headingClicked, this, [this](int row, const QRect &heading) {
        const auto moment = m_model.rows().at(row).moment;
        askForDayAt(m_view->viewport()->mapToGlobal(heading.bottomLeft()),
                    QDateTime::fromMSecsSinceEpoch(moment).date());
    });
    auto *bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &ArticleList::fetchAhead);
    // The bar does not get longer under the hand that drags it.
    connect(bar, &QScrollBar::sliderPressed, this, [this] { m_model.hold(true); });
    connect(bar, &QScrollBar::sliderReleased, this, [this] { m_model.hold(false); });
    connect(&m_thumbnails, &Thumbnails::arrived, m_view->viewport(), qOverload<>(&QWidget::update));
}

void ArticleList::connectModel()
{
    connect(&m_model, &ArticleListModel::loaded, this, &ArticleList::onLoaded);
    connect(&m_model, &ArticleListModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_model, &ArticleListModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { noteVacancy(first, last); });
    keepCurrentInView();
    for (const auto signal : {&ArticleListModel::rowsInserted, &ArticleListModel::rowsRemoved})
        connect(&m_model, signal, this, &ArticleList::showEmptiness);
    connect(&m_model, &ArticleListModel::modelReset, this, &ArticleList::showEmptiness);
    connect(&m_model, &ArticleListModel::layoutChanged, this, &ArticleList::showEmptiness);
    connect(&m_model, &ArticleListModel::dataChanged, this, &ArticleList::filled);
    connect(&m_model, &ArticleListModel::ended, this, &ArticleList::goToWantedDay);
}

void ArticleList::searchFor(const QString &words)
{
    auto query = m_model.query();
    query.words = words.trimmed();
    m_model.setQuery(ordered(query));
}

void ArticleList::showEmptiness()
{
    const auto empty = m_model.answered() && m_model.rowCount() == 0;
    if (empty)
        explainEmptiness();
    m_pages->setCurrentWidget(empty ? m_emptyPage : static_cast<QWidget *>(m_view));
    emit filled();
}

void ArticleList::explainEmptiness()
{
    const auto &query = m_model.query();
    // A search may fail because of what was typed; that is said where it is typed.
    if (m_model.hasFailed() && query.words.isEmpty()) {
        m_emptyPage->explainFailure();
        return;
    }
    m_emptyPage->explain(query, m_whyEmpty ? m_whyEmpty(query) : QString(),
                         m_deeds ? m_deeds(query) : nullptr);
}

void ArticleList::setDeeds(const std::function<QAction *(const StoryQuery &)> &deeds)
{
    m_deeds = deeds;
}

void ArticleList::setWhyEmpty(const std::function<QString(const StoryQuery &)> &why)
{
    m_whyEmpty = why;
}
