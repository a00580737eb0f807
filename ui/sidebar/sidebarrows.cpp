#include "search/places.h"
#include "sidebar/limits.h"
#include "sidebar/sidebarmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// What the rows say.

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &here = node(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(here);
    case Qt::ToolTipRole:
        return toolTip(here);
    case Qt::AccessibleTextRole:
        return spoken(here);
    case KindRole:
        return QVariant::fromValue(here.kind);
    case CountRole:
        return count(here);
    case CountWordsRole:
        return countWords(here);
    case IconRole:
        return iconName(here);
    case PictureRole:
        return here.feed.icon;
    case DepthRole: {
        auto depth = 0;
        for (const auto *above = here.parent; above && above->parent; above = above->parent)
            ++depth;
        return depth;
    }
    case FailedRole:
        return here.feed.failure.has_value();
    case PausedRole:
        return here.feed.settings.paused;
    }
    return {};
}

bool SidebarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto title = value.toString().simplified();
    auto *here = nodeAt(index);
    const auto isSmart = here->kind == Kind::SmartFolder;
    if (role != Qt::EditRole || !(here->isFeedOrFolder() || isSmart) || title == text(*here))
        return false;
    if (isSmart)
        return renameSmart(*here, title);
    // A folder without a name could not be told from nothing; a feed has a name of its own.
    if (title.isEmpty() && here->kind == Kind::Folder)
        return false;
    // At once, for the eye; the library has the last word.
    if (here->kind == Kind::Folder)
        here->folder.title = title;
    else
        here->feed.title = title.isEmpty() ? here->feed.ownTitle : title;
    emit dataChanged(index, index);
    emit renameAsked(here->id(), title);
    return true;
}

bool SidebarModel::renameSmart(Node &node, const QString &title)
{
    // Only what is built in has a name of its own to go back to.
    if (title.isEmpty() && node.smart.builtIn == SmartFolder::BuiltIn::None)
        return false;
    node.smart.title = title;
    const auto here = indexOf(&node);
    emit dataChanged(here, here);
    emit smartRenameAsked(node.smart.id, title);
    return true;
}

QString SidebarModel::text(const Node &node) const
{
    switch (node.kind) {
    case Kind::FrontPage:
        return tr("Front page");
    case Kind::Everything:
        return tr("All stories");
    case Kind::SmartFolder:
        return node.smart.title.isEmpty() ? usualName(node.smart.builtIn) : node.smart.title;
    case Kind::FeedsHeading:
        return tr("Feeds");
    case Kind::Folder:
        return node.folder.title;
    case Kind::Feed:
        return node.feed.title.isEmpty() ? node.feed.url.host() : node.feed.title;
    case Kind::Subscribe:
        return tr("Subscribe to a feed…");
    case Kind::WatchedHeading:
        return tr("Watched folders");
    case Kind::WatchAnother:
        return tr("Watch a folder…");
    case Kind::WatchedFolder:
        break;
    }
    const auto name = QFileInfo(node.watched).fileName();
    return name.isEmpty() ? QDir::toNativeSeparators(node.watched) : name;
}

QString SidebarModel::iconName(const Node &node) const
{
    switch (node.kind) {
    case Kind::FrontPage:
        return u"front-page"_s;
    case Kind::Everything:
        return u"stories"_s;
    case Kind::SmartFolder:
        return node.smart.icon.isEmpty() ? usualIcon(node.smart.builtIn) : node.smart.icon;
    case Kind::Folder:
    case Kind::WatchedFolder:
        return u"folder"_s;
    case Kind::Subscribe:
        return u"feed"_s;
    case Kind::WatchAnother:
        return u"folder-add"_s;
    case Kind::Feed:
    case Kind::FeedsHeading:
    case Kind::WatchedHeading:
        break;
    }
    return {};
}

int SidebarModel::count(const Node &node) const
{
    switch (node.kind) {
    case Kind::SmartFolder: {
        // What the library keeps count of by itself.
        const auto place = search::placeOf(node.smart.search);
        return place.scope == Scope::Unread   ? m_counts.unread
            : place.scope == Scope::Bookmarks ? m_counts.bookmarks
                                              : node.stories;
    }
    case Kind::Feed:
        return node.feed.unread;
    case Kind::Folder:
        return node.folder.unread;
    default:
        return 0;
    }
}

QString SidebarModel::countWords(const Node &node) const
{
    const auto stories = count(node);
    if (stories == 0)
        return {};
    // It was not counted any further.
    if (node.kind == Kind::SmartFolder && node.stories == stories
        && stories >= limits::countedStories)
        return QLocale().toString(limits::countedStories - 1) + u'+';
    return QLocale().toString(stories);
}

QString SidebarModel::trouble(const Node &node) const
{
    if (node.kind != Kind::Feed)
        return {};
    if (node.feed.failure && m_failureWords)
        return m_failureWords(*node.feed.failure);
    return node.feed.settings.paused ? tr("Paused: nothing is fetched.") : QString();
}

QString SidebarModel::toolTip(const Node &node) const
{
    if (node.kind == Kind::WatchedFolder)
        return QDir::toNativeSeparators(node.watched);
    if (node.kind == Kind::FeedsHeading)
        return tr("Subscribe to a feed");
    if (node.kind == Kind::SmartFolder)
        return node.smart.search;
    if (node.kind != Kind::Feed)
        return {};
    QStringList lines{text(node)};
    if (const auto words = trouble(node); !words.isEmpty())
        lines << words;
    return lines.join(u'\n');
}

QString SidebarModel::spoken(const Node &node) const
{
    const auto stories = count(node);
    auto words = stories == 0   ? text(node)
        : node.isFeedOrFolder() ? tr("%1, %2 unread").arg(text(node), countWords(node))
        : stories == 1          ? tr("%1, one story").arg(text(node))
                                : tr("%1, %2 stories").arg(text(node), countWords(node));
    if (const auto what = trouble(node); !what.isEmpty())
        words += u". "_s + what;
    return words;
}
