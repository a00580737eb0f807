#pragma once

#include "model/feed.h"

#include <QList>
#include <QString>

#include <optional>

class Database;

// Where feeds and their folders stand: folders and feeds share one order among their siblings.
namespace feedtree {

FeedTree tree(Database &database);

std::optional<FeedFolder> folder(Database &database, FeedFolderId id); // Without its counts.
// The folder of this name in another one; None when there is none.
FeedFolderId find(Database &database, const QString &title, FeedFolderId parent);
// Behind its siblings.
FeedFolderId addFolder(Database &database, const QString &title, FeedFolderId parent);
void removeFolder(Database &database, FeedFolderId id); // Once it is empty.
void setTitle(Database &database, FeedFolderId id, const QString &title);
void setExpanded(Database &database, FeedFolderId id, bool expanded);
// The place behind all that stands in a folder.
int nextPosition(Database &database, FeedFolderId parent);

// What stands in a folder, in its order.
QList<FeedNode> children(Database &database, FeedFolderId parent);
void setChildren(Database &database, FeedFolderId parent, const QList<FeedNode> &children);
FeedFolderId parentOf(Database &database, const FeedNode &node);
// Whether a folder is `outer` or stands in it.
bool isWithin(Database &database, FeedFolderId inner, FeedFolderId outer);

// The feeds in a folder and in those below it; all for None.
QList<FeedId> feedsBelow(Database &database, FeedFolderId id);

} // namespace feedtree
