#include "sidebar/sidebarmodel.h"

#include <QIODevice>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

// Feeds, folders and smart folders carried to another place in the tree.

namespace {

// Only this program's own: the ids mean nothing elsewhere.
const auto ownType = u"application/x-broadsheet-feeds"_s;
const auto smartType = u"application/x-broadsheet-smart-folder"_s;

QByteArray packed(const QList<FeedNode> &nodes)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const auto &node : nodes)
        stream << qint64(node.folder) << qint64(node.feed);
    return bytes;
}

QList<FeedNode> unpacked(const QByteArray &bytes)
{
    QList<FeedNode> nodes;
    QDataStream stream(bytes);
    while (!stream.atEnd()) {
        qint64 folder = 0;
        qint64 feed = 0;
        stream >> folder >> feed;
        if (stream.status() != QDataStream::Ok)
            break;
        nodes << FeedNode{.folder = FeedFolderId(folder), .feed = FeedId(feed)};
    }
    return nodes;
}

// Whoever asked owns it.
QMimeData *packed(SmartFolderId folder)
{
    auto *data = new QMimeData;
    data->setData(smartType, QByteArray::number(qint64(folder)));
    return data;
}

} // namespace

QStringList SidebarModel::mimeTypes() const
{
    return {ownType, smartType};
}

QMimeData *SidebarModel::mimeData(const QModelIndexList &indexes) const
{
    QList<FeedNode> nodes;
    QList<QUrl> addresses;
    for (const auto &index : indexes) {
        const auto &here = node(index);
        if (here.kind == Kind::SmartFolder)
            return packed(here.smart.id);
        if (!here.isFeedOrFolder())
            continue;
        nodes << here.id();
        if (here.kind == Kind::Feed)
            addresses << here.feed.url;
    }
    if (nodes.isEmpty())
        return nullptr;
    // Whoever asked owns it.
    auto *data = new QMimeData;
    data->setData(ownType, packed(nodes));
    // For other programs.
    if (!addresses.isEmpty())
        data->setText(addresses.first().toString(QUrl::FullyEncoded));
    return data;
}

bool SidebarModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                   const QModelIndex &parent) const
{
    if (action != Qt::MoveAction)
        return false;
    if (data->hasFormat(smartType))
        return !parent.isValid() && row >= smartRow && row <= smartEnd();
    if (!data->hasFormat(ownType))
        return false;
    const auto *into = nodeAt(parent);
    // On top only among the feeds, and nothing into what is in it.
    if (into == m_root.get() && (row < feedsRow() || row > feedsEnd()))
        return false;
    if (into != m_root.get() && into->kind != Kind::Folder)
        return false;
    return std::ranges::none_of(unpacked(data->data(ownType)), [&](const auto &id) {
        const auto *moved = find(id);
        return !moved || standsIn(into, moved);
    });
}

bool SidebarModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (data->hasFormat(smartType)) {
        emit smartMoveAsked(SmartFolderId(data->data(smartType).toLongLong()), row - smartRow);
        return false;
    }
    const auto *into = nodeAt(parent);
    const auto top = into == m_root.get();
    const auto end = int(into->children.size());
    const auto position = top ? row - feedsRow() : row < 0 ? end : row;
    emit moveAsked(unpacked(data->data(ownType)), top ? FeedFolderId::None : into->folder.id,
                   position);
    // The rows move when the library says so: nobody else is to take them out.
    return false;
}

void SidebarModel::askToMove(const QModelIndex &index, int by)
{
    const auto &moved = node(index);
    if (moved.kind == Kind::SmartFolder) {
        const auto row = moved.row + by;
        if (row >= smartRow && row < smartEnd())
            emit smartMoveAsked(moved.smart.id, row - smartRow + (by > 0 ? 1 : 0));
        return;
    }
    if (!moved.isFeedOrFolder())
        return;
    const auto top = moved.parent == m_root.get();
    const auto first = top ? feedsRow() : 0;
    const auto end = top ? feedsEnd() : int(moved.parent->children.size());
    const auto row = moved.row + by;
    if (row < first || row >= end)
        return;
    // Counted before it is taken out of its place.
    emit moveAsked({moved.id()}, top ? FeedFolderId::None : moved.parent->folder.id,
                   row - first + (by > 0 ? 1 : 0));
}

bool SidebarModel::standsIn(const Node *node, const Node *folder) const
{
    for (; node; node = node->parent) {
        if (node == folder)
            return true;
    }
    return false;
}
