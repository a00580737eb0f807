#include "sidebar/sidebar.h"

#include "sidebar/placedelegate.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <utility>

using namespace Qt::StringLiterals;

Sidebar::Sidebar(SharedLibrary &library, QWidget *parent)
    : QListView(parent)
    , m_library(library)
{
    setModel(&m_model);
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, theme::grid, 0, theme::grid);
    setMinimumWidth(theme::sidebarWidth - 6 * theme::grid);
    setAccessibleName(tr("Places"));
    // The sidebar stands back: it has the window's colour, not the lists'.
    viewport()->setBackgroundRole(QPalette::Window);

    const auto useRow = [this](const QModelIndex &index) {
        if (index.data(SidebarModel::KindRole).value<SidebarModel::Kind>()
            == SidebarModel::Kind::WatchAnother)
            emit watchAsked();
    };
    connect(this, &QListView::clicked, this, useRow);
    connect(&m_library, &SharedLibrary::changed, this, &Sidebar::count);
    count();
}

void Sidebar::select(const StoryQuery &query)
{
    const QScopedValueRollback silent(m_silent, true);
    setCurrentIndex(m_model.indexOf(query));
}

void Sidebar::setFolders(const QStringList &folders)
{
    m_model.setFolders(folders);
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.flags().testFlag(Qt::ItemIsSelectable))
        emit selected(m_model.query(current));
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const auto byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    showMenu(index,
             byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void Sidebar::count()
{
    // Opening a thousand files changes the library a thousand times: one count at a time will do.
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    m_library.read([](Library &library) { return library.counts(); }, this,
                   [this](const Result<StoryCounts> &counts) {
                       m_counting = false;
                       if (counts)
                           m_model.setCounts(*counts);
                       if (std::exchange(m_countAgain, false))
                           count();
                   });
}

void Sidebar::showMenu(const QModelIndex &index, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto query = m_model.query(index);
    if (index.isValid() && query.scope == StoryQuery::Scope::Folder) {
        menu->addAction(theme::icon(u"folder"_s), tr("&Open folder"), this,
                        [this, query] { emit openFolderAsked(query.folder); });
        menu->addAction(theme::icon(u"clear"_s), tr("&Stop watching"), this,
                        [this, query] { emit stopWatchingAsked(query.folder); });
        menu->addSeparator();
    }
    menu->addAction(theme::icon(u"folder-add"_s), tr("&Watch a folder…"), this,
                    &Sidebar::watchAsked);
    menu->popup(where);
}
