#include "sidebar/sidebarmodel.h"

#include <QDir>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    StoryQuery::Scope scope;
    const char *text;
    QLatin1StringView icon;
};

constexpr std::array places{
    Place{StoryQuery::Scope::All, QT_TRANSLATE_NOOP("SidebarModel", "All stories"), "stories"_L1},
    Place{StoryQuery::Scope::Unread, QT_TRANSLATE_NOOP("SidebarModel", "Unread"), "unread"_L1},
    Place{StoryQuery::Scope::Bookmarks, QT_TRANSLATE_NOOP("SidebarModel", "Bookmarks"),
          "bookmark"_L1},
    Place{StoryQuery::Scope::RecentlyOpened, QT_TRANSLATE_NOOP("SidebarModel", "Recently opened"),
          "recent"_L1},
};

constexpr int headingRow = int(places.size());
constexpr int firstFolder = headingRow + 1;

} // namespace

void SidebarModel::setCounts(const StoryCounts &counts)
{
    if (m_counts == counts)
        return;
    m_counts = counts;
    emit dataChanged(index(0), index(headingRow - 1), {CountRole, Qt::AccessibleTextRole});
}

void SidebarModel::setFolders(const QStringList &folders)
{
    // Rows that stay keep their selection, so only what differs is taken out and put in.
    for (auto row = m_folders.size() - 1; row >= 0; --row) {
        if (folders.contains(m_folders.at(row)))
            continue;
        beginRemoveRows({}, firstFolder + int(row), firstFolder + int(row));
        m_folders.removeAt(row);
        endRemoveRows();
    }
    for (const auto &folder : folders) {
        if (m_folders.contains(folder))
            continue;
        const auto row = firstFolder + int(m_folders.size());
        beginInsertRows({}, row, row);
        m_folders.append(folder);
        endInsertRows();
    }
}

StoryQuery SidebarModel::query(const QModelIndex &index) const
{
    switch (kind(index.row())) {
    case Kind::Place:
        return {.scope = places.at(size_t(index.row())).scope};
    case Kind::Folder:
        return {.scope = StoryQuery::Scope::Folder,
                .folder = m_folders.at(index.row() - firstFolder)};
    case Kind::Heading:
    case Kind::WatchAnother:
        break;
    }
    return {};
}

QModelIndex SidebarModel::indexOf(const StoryQuery &query) const
{
    for (auto row = 0; row < rowCount(); ++row) {
        const auto here = index(row);
        const auto listed = this->query(here);
        if (flags(here).testFlag(Qt::ItemIsSelectable) && listed.scope == query.scope
            && listed.folder == query.folder && kind(row) != Kind::WatchAnother)
            return here;
    }
    return {};
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstFolder + int(m_folders.size()) + 1;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(row);
    case Qt::ToolTipRole:
        return kind(row) == Kind::Folder ? QDir::toNativeSeparators(m_folders.at(row - firstFolder))
                                         : QVariant();
    case Qt::AccessibleTextRole:
        return spoken(row);
    case KindRole:
        return QVariant::fromValue(kind(row));
    case CountRole:
        return count(row);
    case IconRole:
        return iconName(row);
    }
    return {};
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || kind(index.row()) == Kind::Heading)
        return Qt::NoItemFlags;
    if (kind(index.row()) == Kind::WatchAnother)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

SidebarModel::Kind SidebarModel::kind(int row) const
{
    if (row < headingRow)
        return Kind::Place;
    if (row == headingRow)
        return Kind::Heading;
    return row < firstFolder + m_folders.size() ? Kind::Folder : Kind::WatchAnother;
}

QString SidebarModel::text(int row) const
{
    switch (kind(row)) {
    case Kind::Place:
        return tr(places.at(size_t(row)).text);
    case Kind::Heading:
        return tr("Watched folders");
    case Kind::WatchAnother:
        return tr("Watch a folder…");
    case Kind::Folder:
        break;
    }
    const auto &folder = m_folders.at(row - firstFolder);
    const auto name = QFileInfo(folder).fileName();
    return name.isEmpty() ? QDir::toNativeSeparators(folder) : name;
}

QString SidebarModel::iconName(int row) const
{
    switch (kind(row)) {
    case Kind::Place:
        return places.at(size_t(row)).icon;
    case Kind::Folder:
        return u"folder"_s;
    case Kind::WatchAnother:
        return u"folder-add"_s;
    case Kind::Heading:
        break;
    }
    return {};
}

int SidebarModel::count(int row) const
{
    if (kind(row) != Kind::Place)
        return 0;
    switch (places.at(size_t(row)).scope) {
    case StoryQuery::Scope::Unread:
        return m_counts.unread;
    case StoryQuery::Scope::Bookmarks:
        return m_counts.bookmarks;
    default:
        return 0;
    }
}

QString SidebarModel::spoken(int row) const
{
    const auto stories = count(row);
    return stories > 0 ? tr("%1, %n stories", nullptr, stories).arg(text(row)) : text(row);
}
