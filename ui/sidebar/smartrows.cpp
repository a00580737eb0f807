#include "search/places.h"
#include "sidebar/sidebarmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using BuiltIn = SmartFolder::BuiltIn;

// The smart folders' rows, behind the front page's and the one for everything.

void SidebarModel::appendBuiltIns()
{
    for (const auto builtIn :
         {BuiltIn::Today, BuiltIn::Unread, BuiltIn::Bookmarks, BuiltIn::Started, BuiltIn::Opened}) {
        append(Kind::SmartFolder)->smart
            = {.search = SmartFolder::usualSearch(builtIn), .builtIn = builtIn};
    }
}

QString SidebarModel::usualName(BuiltIn builtIn)
{
    switch (builtIn) {
    case BuiltIn::Today:
        return tr("Today");
    case BuiltIn::Unread:
        return tr("Unread");
    case BuiltIn::Bookmarks:
        return tr("Bookmarks");
    case BuiltIn::Started:
        return tr("Continue reading");
    case BuiltIn::Opened:
        return tr("Recently opened");
    case BuiltIn::None:
        break;
    }
    return {};
}

QString SidebarModel::usualIcon(BuiltIn builtIn)
{
    switch (builtIn) {
    case BuiltIn::Today:
        return u"today"_s;
    case BuiltIn::Unread:
        return u"unread"_s;
    case BuiltIn::Bookmarks:
        return u"bookmark"_s;
    case BuiltIn::Started:
        return u"started"_s;
    case BuiltIn::Opened:
        return u"recent"_s;
    case BuiltIn::None:
        break;
    }
    return u"search"_s;
}

void SidebarModel::setCounts(const StoryCounts &counts)
{
    if (m_counts == counts)
        return;
    m_counts = counts;
    emit dataChanged(index(0), index(smartEnd() - 1),
                     {CountRole, CountWordsRole, Qt::AccessibleTextRole});
}

void SidebarModel::setStories(SmartFolderId folder, int stories)
{
    const auto here = indexOf(folder);
    if (!here.isValid() || nodeAt(here)->stories == stories)
        return;
    nodeAt(here)->stories = stories;
    emit dataChanged(here, here, {CountRole, CountWordsRole, Qt::AccessibleTextRole});
}

void SidebarModel::setSmartFolders(const QList<SmartFolder> &folders)
{
    const auto &rows = m_root->children;
    const auto isWanted = [&](const SmartFolder &present) {
        return std::ranges::any_of(folders,
                                   [&](const auto &folder) { return isSame(present, folder); });
    };
    for (auto row = smartEnd() - 1; row >= smartRow; --row) {
        if (!isWanted(rows.at(size_t(row))->smart))
            take(m_root.get(), row, row);
    }
    for (qsizetype at = 0; at < folders.size(); ++at)
        placeSmart(int(at) + smartRow, folders.at(at));
}

// Rows that stay keep their selection: only what differs is moved, put in or changed.
void SidebarModel::placeSmart(int row, const SmartFolder &folder)
{
    const auto &rows = m_root->children;
    const auto end = rows.begin() + smartEnd();
    const auto present = std::find_if(
        rows.begin() + row, end, [&](const auto &node) { return isSame(node->smart, folder); });
    if (present == end) {
        std::vector<std::unique_ptr<Node>> fresh;
        fresh.push_back(std::make_unique<Node>());
        fresh.front()->kind = Kind::SmartFolder;
        fresh.front()->smart = folder;
        insert(m_root.get(), row, std::move(fresh));
        return;
    }
    auto *node = present->get();
    if (node->row != row)
        move(node, m_root.get(), row);
    if (node->smart == folder)
        return;
    // What was counted for another search says nothing about this one.
    if (node->smart.search != folder.search)
        node->stories = 0;
    node->smart = folder;
    emit dataChanged(index(row), index(row));
}

// One that is not known by its number yet is known by what it is.
bool SidebarModel::isSame(const SmartFolder &present, const SmartFolder &folder)
{
    return present.id == SmartFolderId::None ? present.builtIn == folder.builtIn
                                             : present.id == folder.id;
}

int SidebarModel::smartEnd() const
{
    auto row = smartRow;
    while (m_root->children.at(size_t(row))->kind == Kind::SmartFolder)
        ++row;
    return row;
}

QModelIndex SidebarModel::indexOf(SmartFolderId folder) const
{
    const auto found = std::ranges::find_if(m_root->children, [&](const auto &node) {
        return node->kind == Kind::SmartFolder && node->smart.id == folder;
    });
    return folder == SmartFolderId::None || found == m_root->children.end() ? QModelIndex()
                                                                            : indexOf(found->get());
}

SmartFolderId SidebarModel::smartFolder(const QModelIndex &index) const
{
    return index.isValid() ? node(index).smart.id : SmartFolderId::None;
}
