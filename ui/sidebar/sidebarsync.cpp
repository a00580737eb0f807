#include "sidebar/sidebarmodel.h"

#include <algorithm>
#include <utility>

// How the rows follow the library: with as few moves as lead from one tree to the next.

namespace {

qint64 keyOf(const FeedNode &node)
{
    return node.feed != FeedId::None ? qint64(node.feed) : -qint64(node.folder);
}

template<typename Id, typename List>
auto byId(const List &list)
{
    QHash<Id, const typename List::value_type *> found;
    found.reserve(list.size());
    for (const auto &value : list)
        found.insert(value.id, &value);
    return found;
}

} // namespace

void SidebarModel::setTree(const FeedTree &tree)
{
    const auto feeds = byId<FeedId>(tree.feeds);
    const auto folders = byId<FeedFolderId>(tree.folders);
    Children children;
    for (const auto &node : tree.order) {
        const auto *feed = feeds.value(node.feed);
        const auto *folder = folders.value(node.folder);
        if (feed || folder)
            children[feed ? feed->folder : folder->parent] << node;
    }
    if (!tree.order.isEmpty())
        offerToSubscribe(false);
    takeVanished(m_root.get(), feeds, folders);
    place(m_root.get(), feedsRow(), children.value(FeedFolderId::None));
    for (const auto &folder : tree.folders) {
        if (auto *node = find({.folder = folder.id}))
            place(node, 0, children.value(folder.id));
    }
    takeSurplus(children);
    renew(m_root.get(), feeds, folders);
    if (tree.order.isEmpty())
        offerToSubscribe(true);
    m_answered = true;
    emit arranged();
}

// What is gone, but for folders of which something stays: that has to move out first.
void SidebarModel::takeVanished(Node *parent, const QHash<FeedId, const Feed *> &feeds,
                                const QHash<FeedFolderId, const FeedFolder *> &folders)
{
    const auto vanished = [&](const Node &node) {
        return node.kind == Kind::Feed ? !feeds.contains(node.feed.id)
                                       : node.kind == Kind::Folder && node.children.empty()
                && !folders.contains(node.folder.id);
    };
    auto last = -1; // Of those next to each other that go in one piece.
    for (auto row = int(parent->children.size()) - 1; row >= 0; --row) {
        auto &node = *parent->children.at(size_t(row));
        takeVanished(&node, feeds, folders);
        if (vanished(node)) {
            last = last < 0 ? row : last;
        } else if (last >= 0) {
            take(parent, row + 1, last);
            last = -1;
        }
    }
    if (last >= 0)
        take(parent, 0, last);
}

// Puts these, one after another, where they belong among the parent's children. Folders come before
// what is in them, so that nothing is moved into itself.
void SidebarModel::place(Node *parent, int first, const QList<FeedNode> &wanted)
{
    QHash<qint64, int> rows;
    for (qsizetype at = 0; at < wanted.size(); ++at)
        rows.insert(keyOf(wanted.at(at)), first + int(at));
    const auto &here = parent->children;
    const auto isThere = [&](int row, const FeedNode &id) {
        return size_t(row) < here.size() && here.at(size_t(row))->id() == id;
    };
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        const auto row = first + int(at);
        if (isThere(row, wanted.at(at)))
            continue;
        // One row in the way goes down; otherwise all below it would have to come up.
        if (isThere(row + 1, wanted.at(at))) {
            auto *inTheWay = here.at(size_t(row)).get();
            const auto end = parent == m_root.get() ? feedsEnd() : int(here.size());
            move(inTheWay, parent, std::min(end, rows.value(keyOf(inTheWay->id()), end - 1) + 1));
            continue;
        }
        if (auto *node = find(wanted.at(at))) {
            move(node, parent, row);
            continue;
        }
        // An import brings thousands of them: they come in one piece.
        std::vector<std::unique_ptr<Node>> fresh;
        for (; at < wanted.size() && !find(wanted.at(at)); ++at) {
            auto node = std::make_unique<Node>();
            node->kind = wanted.at(at).feed == FeedId::None ? Kind::Folder : Kind::Feed;
            node->feed.id = wanted.at(at).feed;
            node->folder.id = wanted.at(at).folder;
            fresh.push_back(std::move(node));
        }
        --at;
        insert(parent, row, std::move(fresh));
    }
}

// What no place was found for is not in the tree any more; it stands behind what is.
void SidebarModel::takeSurplus(const Children &children)
{
    const auto clear
        = [&](const auto &again, Node *parent, int first, int end, FeedFolderId id) -> void {
        const auto kept = first + int(children.value(id).size());
        if (kept < end)
            take(parent, kept, end - 1);
        for (auto row = first; row < kept; ++row) {
            if (auto *child = parent->children.at(size_t(row)).get(); child->kind == Kind::Folder)
                again(again, child, 0, int(child->children.size()), child->folder.id);
        }
    };
    clear(clear, m_root.get(), feedsRow(), feedsEnd(), FeedFolderId::None);
}

void SidebarModel::renew(Node *parent, const QHash<FeedId, const Feed *> &feeds,
                         const QHash<FeedFolderId, const FeedFolder *> &folders)
{
    auto firstChanged = -1;
    const auto tell = [&](int last) {
        if (firstChanged >= 0)
            emit dataChanged(index(firstChanged, 0, indexOf(parent)),
                             index(last, 0, indexOf(parent)));
        firstChanged = -1;
    };
    for (auto row = 0; row < int(parent->children.size()); ++row) {
        auto &node = *parent->children.at(size_t(row));
        const auto *feed = feeds.value(node.kind == Kind::Feed ? node.feed.id : FeedId::None);
        const auto *folder
            = folders.value(node.kind == Kind::Folder ? node.folder.id : FeedFolderId::None);
        if ((!feed || node.feed == *feed) && (!folder || node.folder == *folder)) {
            tell(row - 1);
        } else {
            node.feed = feed ? *feed : node.feed;
            node.folder = folder ? *folder : node.folder;
            firstChanged = firstChanged < 0 ? row : firstChanged;
        }
        renew(&node, feeds, folders);
    }
    tell(int(parent->children.size()) - 1);
}

void SidebarModel::offerToSubscribe(bool wanted)
{
    const auto row = feedsRow();
    const auto offered = m_root->children.at(size_t(row))->kind == Kind::Subscribe;
    if (offered && !wanted) {
        take(m_root.get(), row, row);
    } else if (wanted && !offered) {
        std::vector<std::unique_ptr<Node>> fresh;
        fresh.push_back(std::make_unique<Node>());
        fresh.front()->kind = Kind::Subscribe;
        insert(m_root.get(), row, std::move(fresh));
    }
}

int SidebarModel::feedsRow() const
{
    const auto heading = std::ranges::find(m_root->children, Kind::FeedsHeading,
                                           [](const auto &node) { return node->kind; });
    return (*heading)->row + 1;
}

int SidebarModel::feedsEnd() const
{
    auto row = feedsRow();
    while (m_root->children.at(size_t(row))->isFeedOrFolder())
        ++row;
    return row;
}

SidebarNode *SidebarModel::find(const FeedNode &id) const
{
    return id == FeedNode() ? nullptr : m_nodes.value(keyOf(id));
}

SidebarNode *SidebarModel::append(Kind kind)
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->parent = m_root.get();
    node->row = int(m_root->children.size());
    m_root->children.push_back(std::move(node));
    return m_root->children.back().get();
}

void SidebarModel::insert(Node *parent, int row, std::vector<std::unique_ptr<Node>> nodes)
{
    beginInsertRows(indexOf(parent), row, row + int(nodes.size()) - 1);
    for (const auto &node : nodes) {
        node->parent = parent;
        if (node->isFeedOrFolder())
            m_nodes.insert(keyOf(node->id()), node.get());
    }
    parent->children.insert(parent->children.begin() + row, std::move_iterator(nodes.begin()),
                            std::move_iterator(nodes.end()));
    number(*parent, row);
    endInsertRows();
}

void SidebarModel::take(Node *parent, int first, int last)
{
    beginRemoveRows(indexOf(parent), first, last);
    const auto from = parent->children.begin() + first;
    const auto to = parent->children.begin() + last + 1;
    std::for_each(from, to, [this](const auto &node) { forget(*node); });
    parent->children.erase(from, to);
    number(*parent, first);
    endRemoveRows();
}

// Before the child that stands at `row` now.
void SidebarModel::move(Node *node, Node *parent, int row)
{
    auto *before = node->parent;
    const auto from = node->row;
    if (!beginMoveRows(indexOf(before), from, from, indexOf(parent), row))
        return;
    auto owned = std::move(before->children.at(size_t(from)));
    before->children.erase(before->children.begin() + from);
    owned->parent = parent;
    const auto to = before == parent && row > from ? row - 1 : row;
    parent->children.insert(parent->children.begin() + to, std::move(owned));
    number(*before, from);
    number(*parent, before == parent ? std::min(from, to) : to);
    endMoveRows();
}

void SidebarModel::forget(const Node &node)
{
    if (node.isFeedOrFolder())
        m_nodes.remove(keyOf(node.id()));
    for (const auto &child : node.children)
        forget(*child);
}

void SidebarModel::number(Node &parent, int from)
{
    for (auto row = from; row < int(parent.children.size()); ++row)
        parent.children.at(size_t(row))->row = row;
}
