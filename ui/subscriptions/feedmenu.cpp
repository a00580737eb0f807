#include "sidebar/sidebar.h"
#include "subscriptions/feedflow.h"
#include "theme/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

// What can be done to the feed or folder under the pointer, whichever is listed.

void FeedFlow::showMenu(const FeedNode &node, const QPoint &where)
{
    const auto &row = m.sidebar.places().node(m.sidebar.places().indexOf(node));
    auto *menu = new QMenu(&m.sidebar);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(theme::icon(u"read"_s), tr("Mark &all as read"), this,
                    [this, node] { markAllRead(placeOf(node)); });
    menu->addAction(theme::icon(u"refresh"_s), tr("Refres&h"), this,
                    [this, node] { refresh(node); });
    menu->addSeparator();
    menu->addAction(tr("Rena&me…"), this, [this, node] { m.sidebar.rename(node); });
    if (node.feed == FeedId::None)
        fillFolderMenu(menu, row.folder);
    else
        fillFeedMenu(menu, row.feed);
    menu->popup(where);
}

void FeedFlow::fillFeedMenu(QMenu *menu, const Feed &feed)
{
    const auto id = feed.id;
    menu->addAction(theme::icon(u"settings"_s), tr("Feed se&ttings…"), this,
                    [this, id] { openSettings(id); });
    auto *paused = menu->addAction(tr("&Pause"));
    paused->setCheckable(true);
    paused->setChecked(feed.settings.paused);
    connect(paused, &QAction::triggered, this, [this, id](bool checked) { pause(id, checked); });
    menu->addSeparator();
    menu->addAction(theme::icon(u"original"_s), tr("Open the &website"), this,
                    [this, id] { openSite(id); });
    menu->addAction(tr("&Copy the feed’s address"), this, [this, id] { copyAddress(id); });
    menu->addSeparator();
    menu->addAction(theme::icon(u"remove"_s), tr("&Unsubscribe"), this,
                    [this, id] { remove({.feed = id}); });
}

void FeedFlow::fillFolderMenu(QMenu *menu, const FeedFolder &folder)
{
    const auto id = folder.id;
    menu->addAction(tr("New &folder…"), this, [this, id] { askForFolder(id); });
    menu->addAction(theme::icon(u"feed"_s), tr("&Subscribe to a feed…"), this,
                    [this, id] { emit subscribeAsked(id); });
    menu->addSeparator();
    menu->addAction(theme::icon(u"remove"_s), tr("Remo&ve the folder"), this,
                    [this, id] { remove({.folder = id}); });
}
