#include "sidebar/sidebar.h"

#include "sidebar/placedelegate.h"
#include "theme/focusring.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using Kind = SidebarModel::Kind;

namespace {

constexpr int treePause = 250; // Milliseconds between two looks at a tree that keeps changing.
constexpr int unfoldsAfter = 600; // While something is carried over a folder.

// The space above the first row: a tree keeps its viewport's margins for its header.
class Gap final : public QHeaderView
{
public:
    explicit Gap(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setFixedHeight(theme::grid);
        setStretchLastSection(true);
        setFocusPolicy(Qt::NoFocus);
        setSectionsClickable(false);
        viewport()->setBackgroundRole(QPalette::Window);
    }

protected:
    void paintSection(QPainter *, const QRect &, int) const override { }
};

} // namespace

Sidebar::Sidebar(SharedLibrary &library, QWidget *parent)
    : QTreeView(parent)
    , m_library(library)
    , m_icons(library)
    , m_folderCounts(library)
{
    setModel(&m_model);
    setItemDelegate(new PlaceDelegate(m_icons, this));
    setHeader(new Gap(this));
    setRootIsDecorated(false);
    setIndentation(0); // The delegate sets rows in, so that their ground is as wide as the others'.
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(2 * theme::grid);
    setMinimumWidth(theme::sidebarWidth - 8 * theme::grid);
    setAccessibleName(tr("Places"));
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setAutoExpandDelay(unfoldsAfter);
    // The sidebar stands back: it has the window's colour, not the lists'.
    viewport()->setBackgroundRole(QPalette::Window);
    m_treeSoon.setSingleShot(true);
    m_treeSoon.setInterval(treePause);
    connectModel();
    count();
    readSmartFolders();
    readTree();
}

void Sidebar::connectModel()
{
    connect(this, &QTreeView::clicked, this, &Sidebar::use);
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { noteExpansion(index, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { noteExpansion(index, false); });
    connect(&m_icons, &FeedIcons::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(&m_treeSoon, &QTimer::timeout, this, &Sidebar::readTree);
    connect(&m_folderCounts, &FolderCounts::counted, &m_model, &SidebarModel::setStories);
    connect(&m_library, &SharedLibrary::changed, this, [this](const LibraryChange &change) {
        count();
        if (change.smartFolders)
            readSmartFolders();
        if ((change.feeds || change.everything) && !m_treeSoon.isActive())
            readTree();
        else if (change.feeds || change.everything)
            m_treeAgain = true;
    });
}

void Sidebar::select(const StoryQuery &query)
{
    const QScopedValueRollback silent(m_silent, true);
    const auto index = m_model.indexOf(query);
    m_isWanted = !index.isValid();
    m_wanted = query;
    if (index.isValid() || currentIndex().isValid())
        setCurrentIndex(index);
}

void Sidebar::selectFrontPage()
{
    const QScopedValueRollback silent(m_silent, true);
    m_isWanted = false;
    setCurrentIndex(m_model.frontPage());
}

void Sidebar::go(const QModelIndex &index)
{
    setCurrentIndex(index);
    scrollTo(index);
}

void Sidebar::setFolders(const QStringList &folders)
{
    m_model.setFolders(folders);
    if (m_isWanted)
        select(m_wanted);
}

void Sidebar::rename(const FeedNode &node)
{
    renameRow(m_model.indexOf(node));
}

void Sidebar::rename(SmartFolderId folder)
{
    renameRow(m_model.indexOf(folder));
}

void Sidebar::renameRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    scrollTo(index);
    edit(index);
}

FeedNode Sidebar::current() const
{
    return currentIndex().isValid() ? m_model.feedNode(currentIndex()) : FeedNode{};
}

SmartFolderId Sidebar::currentSmart() const
{
    return m_model.smartFolder(currentIndex());
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_silent && current.flags().testFlag(Qt::ItemIsSelectable)) {
        m_isWanted = false;
        if (current == m_model.frontPage())
            emit frontPageAsked();
        else
            emit selected(m_model.query(current));
    }
    emit currentNodeChanged();
}

void Sidebar::use(const QModelIndex &index)
{
    const auto kind = m_model.node(index).kind;
    if (kind == Kind::WatchAnother)
        emit watchAsked();
    else if (kind == Kind::Subscribe)
        emit subscribeAsked();
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const auto byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    const auto where
        = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    const auto node = index.isValid() ? m_model.feedNode(index) : FeedNode();
    if (const auto smart = m_model.smartFolder(index); smart != SmartFolderId::None)
        emit smartMenuAsked(smart, where);
    else if (node != FeedNode())
        emit menuAsked(node, where);
    else
        showMenu(index, where);
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    theme::dropFocusRing(*this);
    if (!press(event))
        QTreeView::mousePressEvent(event);
}

void Sidebar::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (press(event))
        return;
    const auto index = indexAt(event->pos());
    if (index.isValid() && m_model.node(index).kind == Kind::Folder)
        setExpanded(index, !isExpanded(index));
    else
        QTreeView::mouseDoubleClickEvent(event);
}

// A row's own button takes the click for itself.
bool Sidebar::press(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid()
        || !PlaceDelegate::button(visualRect(index), layoutDirection(), index)
                .contains(event->pos()))
        return false;
    if (m_model.node(index).kind == Kind::Folder)
        setExpanded(index, !isExpanded(index));
    else
        emit subscribeAsked();
    return true;
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const auto index = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!index.isValid())
            return;
        if (index.flags().testFlag(Qt::ItemIsSelectable))
            emit entered();
        else
            use(index);
        return;
    case Qt::Key_Delete:
        if (current() != FeedNode())
            emit removeAsked(current());
        else if (currentSmart() != SmartFolderId::None)
            emit smartRemoveAsked(currentSmart());
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (index.isValid() && event->modifiers().testFlag(Qt::AltModifier))
            m_model.askToMove(index, event->key() == Qt::Key_Up ? -1 : 1);
        else
            QTreeView::keyPressEvent(event);
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void Sidebar::focusInEvent(QFocusEvent *event)
{
    // A view without a current row makes the first one current; that is nobody's choice.
    const QScopedValueRollback silent(m_silent, true);
    QTreeView::focusInEvent(event);
}

bool Sidebar::event(QEvent *event)
{
    // Over a feed or a folder this key is for it; elsewhere it removes the story.
    const auto isTheirs = current() != FeedNode() || currentSmart() != SmartFolderId::None;
    if (event->type() == QEvent::ShortcutOverride && isTheirs
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

// The delegate paints a folder's arrow where the others have their icon.
void Sidebar::drawBranches(QPainter *, const QRect &, const QModelIndex &) const { }

void Sidebar::showMenu(const QModelIndex &index, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto query = index.isValid() ? m_model.query(index) : StoryQuery();
    if (query.scope == StoryQuery::Scope::Folder) {
        menu->addAction(theme::icon(u"folder"_s), tr("&Open folder"), this,
                        [this, query] { emit openFolderAsked(query.folder); });
        menu->addAction(theme::icon(u"clear"_s), tr("&Stop watching"), this,
                        [this, query] { emit stopWatchingAsked(query.folder); });
        menu->addSeparator();
    }
    menu->addAction(theme::icon(u"search"_s), tr("New s&mart folder…"), this,
                    &Sidebar::newSmartFolderAsked);
    if (m_hidesBuiltIns)
        menu->addAction(tr("&Bring back the usual smart folders"), this, &Sidebar::restoreAsked);
    menu->addSeparator();
    menu->addAction(theme::icon(u"feed"_s), tr("S&ubscribe to a feed…"), this,
                    &Sidebar::subscribeAsked);
    menu->addAction(tr("&New folder…"), this, &Sidebar::newFolderAsked);
    menu->addAction(theme::icon(u"folder-add"_s), tr("&Watch a folder…"), this,
                    &Sidebar::watchAsked);
    menu->popup(where);
}
