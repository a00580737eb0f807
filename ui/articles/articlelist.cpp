#include "articles/articlelist.h"

#include "articles/headlinedelegate.h"
#include "articles/headlinewords.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int aMinute = 60'000;

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ArticleList::ArticleList(SharedLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_model(library)
    , m_thumbnails(library)
    , m_delegate(new HeadlineDelegate(m_thumbnails, this))
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_emptyPage(new QWidget(this))
    , m_emptyTitle(centredLabel(m_emptyPage))
    , m_emptyText(centredLabel(m_emptyPage))
    , m_pages(new QStackedLayout)
{
    makeField();
    makeView();
    makeEmptyPage();
    setMinimumWidth(theme::listWidth - 12 * theme::grid);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::grid, theme::grid, theme::grid, theme::grid);
    top->addWidget(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_emptyPage);

    m_minute.setInterval(aMinute);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_delegate->forget();
        m_view->viewport()->update();
    });
    m_minute.start();
}

void ArticleList::show(const StoryQuery &place)
{
    {
        const QSignalBlocker blocker(m_field);
        m_field->setText(place.words);
    }
    m_unreadWanted = false;
    m_model.setQuery(place);
}

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
    if (row >= 0 && m_view->selectionModel()->selectedRows().isEmpty())
        goTo(row);
}

void ArticleList::selectUnread()
{
    m_unreadWanted = !m_model.answered();
    if (const auto row = unreadFrom(0, 1); !m_unreadWanted && row >= 0)
        goTo(row);
}

void ArticleList::clearSelection()
{
    m_announced = ArticleId::None;
    m_view->selectionModel()->clear();
}

ArticleId ArticleList::current() const
{
    const auto index = m_view->currentIndex();
    return index.isValid() ? m_model.headline(index.row()).id : ArticleId::None;
}

QList<Headline> ArticleList::selected() const
{
    auto rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<Headline> headlines;
    for (const auto &index : std::as_const(rows))
        headlines << m_model.headline(index.row());
    return headlines;
}

QList<ArticleId> ArticleList::neighbours() const
{
    QList<ArticleId> ids;
    const auto here = m_view->currentIndex();
    if (!here.isValid())
        return ids;
    for (const auto row : {here.row() + 1, here.row() - 1, here.row() + 2}) {
        if (row >= 0 && row < m_model.rowCount())
            ids << m_model.headline(row).id;
    }
    return ids;
}

bool ArticleList::step(Step step)
{
    const auto forward = step == Step::Next || step == Step::NextUnread;
    const auto any = step == Step::Next || step == Step::Previous;
    const auto here = m_view->currentIndex();
    const auto count = m_model.rowCount();
    auto row = m_view->selectionModel()->isSelected(here) ? here.row() + (forward ? 1 : -1)
                                                          : (forward ? 0 : count - 1);
    if (!any)
        row = unreadFrom(row, forward ? 1 : -1);
    if (forward && row + 2 >= count)
        m_model.fetchMore({});
    if (row < 0 || row >= count)
        return false;
    goTo(row);
    return true;
}

int ArticleList::unreadFrom(int row, int by) const
{
    const auto count = m_model.rowCount();
    const auto selected = m_view->selectionModel()->isSelected(m_view->currentIndex());
    const auto current = selected ? m_view->currentIndex().row() : -1;
    for (auto looked = 0; looked < count; ++looked, row += by) {
        row = (row + count) % count;
        if (row != current && !m_model.headline(row).read)
            return row;
    }
    return -1;
}

bool ArticleList::hasUnread() const
{
    return unreadFrom(0, 1) >= 0;
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

bool ArticleList::eventFilter(QObject *watched, QEvent *event)
{
    // From the search field the arrows and Enter lead on into what was found.
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
            && m_model.rowCount() > 0) {
            focusList();
            if (!m_view->currentIndex().isValid())
                goTo(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ArticleList::makeField()
{
    m_field->setPlaceholderText(tr("Search stories"));
    m_field->setAccessibleName(tr("Search stories"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ArticleList::searchFor);
}

void ArticleList::makeView()
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMouseTracking(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Stories"));
    m_view->verticalScrollBar()->setSingleStep(3 * theme::grid);
    setFocusProxy(m_view);

    const auto activate
        = [this](const QModelIndex &index) { emit activated(m_model.headline(index.row()).id); };
    connect(m_view, &QListView::clicked, this, activate);
    connect(m_view, &QListView::activated, this, activate);
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex &index) { emit opened(m_model.headline(index.row()).id); });
    connect(m_view, &QListView::customContextMenuRequested, this, &ArticleList::showMenu);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ArticleList::fetchAhead);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ArticleList::announceCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ArticleList::announceCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ArticleList::selectionChanged);
    connect(&m_model, &ArticleListModel::loaded, this, [this] {
        // What is being read stays selected where it is listed too.
        if (const auto row = m_model.rowOf(m_announced); m_wanted == ArticleId::None && row >= 0)
            goTo(row);
        selectWanted();
        if (std::exchange(m_unreadWanted, false))
            selectUnread();
        emit loaded();
    });
    connect(&m_model, &ArticleListModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(first, last); });
    connect(&m_model, &ArticleListModel::rowsInserted, this, &ArticleList::selectWanted);
    connect(&m_model, &ArticleListModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const auto row = m_model.rowOf(m_announced);
                if (first <= row && row <= last)
                    m_vacant = first;
            });
    for (const auto signal : {&ArticleListModel::rowsInserted, &ArticleListModel::rowsRemoved})
        connect(&m_model, signal, this, &ArticleList::showEmptiness);
    connect(&m_model, &ArticleListModel::modelReset, this, &ArticleList::showEmptiness);
    connect(&m_model, &ArticleListModel::dataChanged, this, &ArticleList::filled);
    connect(&m_thumbnails, &Thumbnails::arrived, m_view->viewport(), qOverload<>(&QWidget::update));
}

void ArticleList::makeEmptyPage()
{
    auto font = m_emptyTitle->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_emptyTitle->setFont(font);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(m_emptyPage);
    layout->setContentsMargins(4 * theme::grid, 0, 4 * theme::grid, 10 * theme::grid);
    layout->setSpacing(theme::grid);
    layout->addStretch(1);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addStretch(2);
}

void ArticleList::searchFor(const QString &words)
{
    auto query = m_model.query();
    query.words = words.trimmed();
    m_model.setQuery(query);
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
    const auto words = headlines::emptiness(query);
    const auto why = m_whyEmpty && query.words.isEmpty() ? m_whyEmpty(query) : QString();
    m_emptyTitle->setText(words.title);
    m_emptyText->setText(why.isEmpty() ? words.text : why);
}

void ArticleList::setWhyEmpty(const std::function<QString(const StoryQuery &)> &why)
{
    m_whyEmpty = why;
}

void ArticleList::fetchAhead()
{
    const auto *bar = m_view->verticalScrollBar();
    if (bar->maximum() - bar->value() < 3 * m_view->viewport()->height())
        m_model.fetchMore({});
}

void ArticleList::keepPlace(int first, int last)
{
    // Whoever has scrolled down keeps what is on the screen there when stories arrive above it.
    auto *bar = m_view->verticalScrollBar();
    const auto height = m_view->sizeHintForRow(0);
    if (bar->value() == 0 || height <= 0 || first * height > bar->value())
        return;
    const auto value = bar->value() + (last - first + 1) * height;
    m_view->doItemsLayout();
    bar->setValue(value);
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
    if (id == ArticleId::None || id == m_announced
        || !m_view->selectionModel()->isSelected(m_view->currentIndex()))
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
