#include "sidebar/sidebarmodel.h"

#include "search/places.h"

#include <algorithm>

using Scope = StoryQuery::Scope;

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    append(Kind::FrontPage);
    append(Kind::Everything);
    appendBuiltIns();
    append(Kind::FeedsHeading);
    append(Kind::WatchedHeading);
    append(Kind::WatchAnother);
}

SidebarModel::~SidebarModel() = default;

void SidebarModel::setFolders(const QStringList &folders)
{
    // Rows that stay keep their selection, so only what differs is taken out and put in.
    QStringList present;
    const auto &rows = m_root->children;
    for (auto row = int(rows.size()) - 1; row >= 0; --row) {
        const auto &node = *rows.at(size_t(row));
        if (node.kind != Kind::WatchedFolder)
            continue;
        if (folders.contains(node.watched))
            present << node.watched;
        else
            take(m_root.get(), row, row);
    }
    for (const auto &folder : folders) {
        if (present.contains(folder))
            continue;
        std::vector<std::unique_ptr<Node>> fresh;
        fresh.push_back(std::make_unique<Node>());
        fresh.front()->kind = Kind::WatchedFolder;
        fresh.front()->watched = folder;
        insert(m_root.get(), int(rows.size()) - 1, std::move(fresh));
    }
}

StoryQuery SidebarModel::query(const QModelIndex &index) const
{
    const auto &here = node(index);
    switch (here.kind) {
    case Kind::SmartFolder:
        return search::placeOf(here.smart.search);
    case Kind::Feed:
        return {.scope = Scope::Feed, .feed = here.feed.id};
    case Kind::Folder:
        return {.scope = Scope::FeedFolder, .feedFolder = here.folder.id};
    case Kind::WatchedFolder:
        return {.scope = Scope::Folder, .folder = here.watched};
    case Kind::FrontPage:
    case Kind::Everything:
    case Kind::FeedsHeading:
    case Kind::Subscribe:
    case Kind::WatchedHeading:
    case Kind::WatchAnother:
        break;
    }
    return {};
}

QModelIndex SidebarModel::indexOf(const StoryQuery &query) const
{
    if (query.scope == Scope::Feed)
        return indexOf(FeedNode{.feed = query.feed});
    if (query.scope == Scope::FeedFolder)
        return indexOf(FeedNode{.folder = query.feedFolder});
    auto place = query;
    place.words.clear();
    place.order = StoryQuery().order;
    const auto lists = [&](const auto &node) {
        const auto isPlace = node->kind == Kind::Everything || node->kind == Kind::SmartFolder
            || node->kind == Kind::WatchedFolder;
        return isPlace && this->query(indexOf(node.get())) == place;
    };
    const auto found = std::ranges::find_if(m_root->children, lists);
    return found == m_root->children.end() ? QModelIndex() : indexOf(found->get());
}

QModelIndex SidebarModel::indexOf(const FeedNode &node) const
{
    return indexOf(find(node));
}

const SidebarNode &SidebarModel::node(const QModelIndex &index) const
{
    return *nodeAt(index);
}

FeedNode SidebarModel::feedNode(const QModelIndex &index) const
{
    return node(index).id();
}

QList<Feed> SidebarModel::feedsOf(const FeedNode &node) const
{
    QList<Feed> feeds;
    visit(node, [&](const Feed &feed) { feeds << feed; });
    return feeds;
}

void SidebarModel::visit(const FeedNode &node,
                         const std::function<void(const Feed &)> &visitor) const
{
    const auto walk = [&](const auto &again, const Node &from) -> void {
        if (from.kind == Kind::Feed)
            visitor(from.feed);
        for (const auto &child : from.children)
            again(again, *child);
    };
    if (const auto *from = node == FeedNode() ? m_root.get() : find(node))
        walk(walk, *from);
}

QModelIndex SidebarModel::nextUnread(const QModelIndex &from) const
{
    // All feeds as the rows stand, to go round from the one behind `from`.
    QList<const Node *> feeds;
    qsizetype behind = 0;
    const auto collect = [&](const auto &again, const Node &parent) -> void {
        for (const auto &child : parent.children) {
            if (child->kind == Kind::Feed)
                feeds << child.get();
            if (from.isValid() && child.get() == nodeAt(from))
                behind = feeds.size();
            again(again, *child);
        }
    };
    collect(collect, *m_root);
    for (qsizetype looked = 0; looked < feeds.size(); ++looked) {
        const auto *feed = feeds.at((behind + looked) % feeds.size());
        if (feed->feed.unread > 0 && !(from.isValid() && feed == nodeAt(from)))
            return indexOf(feed);
    }
    return {};
}

QList<FeedFolder> SidebarModel::folders() const
{
    QList<FeedFolder> folders;
    const auto collect = [&](const auto &again, const Node &parent) -> void {
        for (const auto &child : parent.children) {
            if (child->kind != Kind::Folder)
                continue;
            folders << child->folder;
            again(again, *child);
        }
    };
    collect(collect, *m_root);
    return folders;
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children.at(size_t(row)).get());
}

QModelIndex SidebarModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    constexpr auto listed = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    constexpr auto ownName = Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    switch (node(index).kind) {
    case Kind::FrontPage:
    case Kind::Everything:
    case Kind::WatchedFolder:
        return listed | Qt::ItemNeverHasChildren;
    case Kind::SmartFolder:
    case Kind::Feed:
        return listed | ownName | Qt::ItemNeverHasChildren;
    case Kind::Folder:
        return listed | ownName | Qt::ItemIsDropEnabled;
    case Kind::Subscribe:
    case Kind::WatchAnother:
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    case Kind::FeedsHeading:
    case Kind::WatchedHeading:
        break;
    }
    return Qt::NoItemFlags;
}

SidebarNode *SidebarModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SidebarModel::indexOf(const Node *node) const
{
    if (!node || node == m_root.get())
        return {};
    return createIndex(node->row, 0, node);
}
