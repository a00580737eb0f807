#include "library/feedtree.h"

#include "library/database.h"
#include "library/feedtable.h"
#include "library/limits.h"

#include <QHash>

#include <algorithm>

namespace {

FeedFolder folderFrom(const Query &row)
{
    return {.id = FeedFolderId(row.number(0)),
            .title = row.text(1),
            .parent = FeedFolderId(row.number(2)),
            .expanded = row.number(3) != 0};
}

struct Child
{
    FeedNode node;
    int position = 0;
};

using Children = QHash<FeedFolderId, QList<Child>>;

// All that stands in each folder, in its order.
Children allChildren(Database &database)
{
    Children children;
    auto folders = database.query("SELECT id, parent, position FROM feedFolders ORDER BY id");
    while (folders.next())
        children[FeedFolderId(folders.number(1))].append(
            {.node = {.folder = FeedFolderId(folders.number(0))},
             .position = int(folders.number(2))});
    auto feeds
        = database.query("SELECT id, folder, position FROM feeds WHERE subscribed = 1 ORDER BY id");
    while (feeds.next())
        children[FeedFolderId(feeds.number(1))].append(
            {.node = {.feed = FeedId(feeds.number(0))}, .position = int(feeds.number(2))});
    for (auto &siblings : children)
        std::ranges::stable_sort(siblings, {}, &Child::position);
    return children;
}

// The nodes below a folder, depth first. Each folder is entered once, whatever a damaged file says.
class Walk
{
public:
    explicit Walk(Children children)
        : m_children(std::move(children))
    {
    }

    void below(FeedFolderId folder, int depth = 0)
    {
        const auto siblings = m_children.take(folder);
        for (const auto &child : siblings) {
            m_nodes.append(child.node);
            if (child.node.folder != FeedFolderId::None && depth < limits::folderDepth)
                below(child.node.folder, depth + 1);
        }
    }

    // What hangs nowhere, which only damage can cause, stands at the end.
    void strays()
    {
        while (!m_children.isEmpty())
            below(m_children.cbegin().key());
    }

    [[nodiscard]] const QList<FeedNode> &nodes() const { return m_nodes; }

private:
    Children m_children;
    QList<FeedNode> m_nodes;
};

// Parents stand before their children, so that from behind every folder is whole when it is added.
void sumUp(FeedTree &tree)
{
    QHash<FeedFolderId, int> unread;
    for (const auto &feed : std::as_const(tree.feeds))
        unread[feed.folder] += feed.unread;
    for (auto folder = tree.folders.rbegin(); folder != tree.folders.rend(); ++folder) {
        folder->unread = unread.value(folder->id);
        unread[folder->parent] += folder->unread;
    }
}

} // namespace

FeedTree feedtree::tree(Database &database)
{
    Walk walk(allChildren(database));
    walk.below(FeedFolderId::None);
    walk.strays();

    QHash<FeedFolderId, FeedFolder> folders;
    auto rows = database.query("SELECT id, title, parent, expanded FROM feedFolders");
    while (rows.next())
        folders.insert(FeedFolderId(rows.number(0)), folderFrom(rows));
    QHash<FeedId, Feed> feeds;
    for (auto &feed : feedtable::feeds(database))
        feeds.insert(feed.id, feed);

    FeedTree tree{.order = walk.nodes()};
    for (const auto &node : walk.nodes()) {
        if (node.feed != FeedId::None)
            tree.feeds.append(feeds.take(node.feed));
        else
            tree.folders.append(folders.take(node.folder));
    }
    sumUp(tree);
    return tree;
}

std::optional<FeedFolder> feedtree::folder(Database &database, FeedFolderId id)
{
    auto query = database.query("SELECT id, title, parent, expanded FROM feedFolders WHERE id = ?");
    query << qint64(id);
    if (!query.next())
        return std::nullopt;
    return folderFrom(query);
}

FeedFolderId feedtree::find(Database &database, const QString &title, FeedFolderId parent)
{
    auto query = database.query(
        "SELECT id FROM feedFolders WHERE parent = ? AND title = ? ORDER BY id LIMIT 1");
    query << qint64(parent) << title;
    return query.next() ? FeedFolderId(query.number(0)) : FeedFolderId::None;
}

FeedFolderId feedtree::addFolder(Database &database, const QString &title, FeedFolderId parent)
{
    const auto position = nextPosition(database, parent);
    auto query
        = database.query("INSERT INTO feedFolders (title, parent, position) VALUES (?, ?, ?)");
    query << title << qint64(parent) << position;
    query.run();
    return FeedFolderId(database.lastId());
}

void feedtree::removeFolder(Database &database, FeedFolderId id)
{
    auto query = database.query("DELETE FROM feedFolders WHERE id = ?");
    query << qint64(id);
    query.run();
}

void feedtree::setTitle(Database &database, FeedFolderId id, const QString &title)
{
    auto query = database.query("UPDATE feedFolders SET title = ? WHERE id = ?");
    query << title << qint64(id);
    query.run();
}

void feedtree::setExpanded(Database &database, FeedFolderId id, bool expanded)
{
    auto query = database.query("UPDATE feedFolders SET expanded = ? WHERE id = ?");
    query << int(expanded) << qint64(id);
    query.run();
}

int feedtree::nextPosition(Database &database, FeedFolderId parent)
{
    auto query = database.query(
        "SELECT max(ifnull((SELECT max(position) FROM feeds WHERE folder = ?1), -1), "
        "ifnull((SELECT max(position) FROM feedFolders WHERE parent = ?1), -1)) + 1");
    query << qint64(parent);
    return query.next() ? int(query.number(0)) : 0;
}

QList<FeedNode> feedtree::children(Database &database, FeedFolderId parent)
{
    QList<FeedNode> nodes;
    const auto siblings = allChildren(database).value(parent);
    for (const auto &child : siblings)
        nodes.append(child.node);
    return nodes;
}

void feedtree::setChildren(Database &database, FeedFolderId parent, const QList<FeedNode> &children)
{
    for (int position = 0; position < int(children.size()); ++position) {
        const auto &node = children.at(position);
        if (node.feed != FeedId::None) {
            feedtable::setPlace(database, node.feed, parent, position);
            continue;
        }
        auto query = database.query("UPDATE feedFolders SET parent = ?, position = ? WHERE id = ?");
        query << qint64(parent) << position << qint64(node.folder);
        query.run();
    }
}

FeedFolderId feedtree::parentOf(Database &database, const FeedNode &node)
{
    const auto isFeed = node.feed != FeedId::None;
    auto query = isFeed ? database.query("SELECT folder FROM feeds WHERE id = ?")
                        : database.query("SELECT parent FROM feedFolders WHERE id = ?");
    query << (isFeed ? qint64(node.feed) : qint64(node.folder));
    return query.next() ? FeedFolderId(query.number(0)) : FeedFolderId::None;
}

bool feedtree::isWithin(Database &database, FeedFolderId inner, FeedFolderId outer)
{
    for (int depth = 0; depth <= limits::folderDepth && inner != FeedFolderId::None; ++depth) {
        if (inner == outer)
            return true;
        inner = parentOf(database, {.folder = inner});
    }
    return false;
}

QList<FeedId> feedtree::feedsBelow(Database &database, FeedFolderId id)
{
    Walk walk(allChildren(database));
    walk.below(id);
    if (id == FeedFolderId::None)
        walk.strays();
    QList<FeedId> feeds;
    for (const auto &node : walk.nodes()) {
        if (node.feed != FeedId::None)
            feeds.append(node.feed);
    }
    return feeds;
}
