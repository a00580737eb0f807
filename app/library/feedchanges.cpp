#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/feedsnapshot.h"
#include "library/feedstore.h"
#include "library/feedtable.h"
#include "library/feedtree.h"
#include "library/journal.h"

#include <QHash>

#include <algorithm>
#include <functional>

// The functions of FeedStore by which people change what they subscribe to. Each is one step for
// undo.

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;

Error noNode(const char *what, qint64 id)
{
    return {.kind = Error::Kind::NotFound,
            .detail = u"no %1 %2"_s.arg(QLatin1StringView(what)).arg(id)};
}

Error noFeed(FeedId id)
{
    return noNode("feed", qint64(id));
}

Error noFolder(FeedFolderId id)
{
    return noNode("folder", qint64(id));
}

struct Step
{
    Action action;
    QDateTime now;
    QString title = {}; // Of the feed or folder, when it is one.
    Actor by = Actor::You;
};

// Makes a change and writes down what it did, if it did anything. The change may refuse itself.
Result<LibraryChange> asStep(Database &database, const Step &step,
                             const std::function<Result<void>()> &change)
{
    Transaction transaction(database);
    const auto before = FeedSnapshot::of(database);
    if (const auto changed = change(); !changed)
        return changed.error();
    const auto changes = before.changesTo(FeedSnapshot::of(database));
    if (changes.isEmpty())
        return LibraryChange();
    journal::append(database,
                    {.action = step.action, .by = step.by, .feeds = changes, .title = step.title},
                    journal::Kind::Step, step.now);
    transaction.commit();
    const auto movesStories
        = step.action == Action::Subscribe || step.action == Action::Unsubscribe;
    return LibraryChange{.feeds = true, .everything = movesStories};
}

QString titleOf(Database &database, FeedId feed)
{
    const auto known = feedtable::feed(database, feed);
    return known ? known->title : QString();
}

QString titleOf(Database &database, const QList<FeedId> &feeds)
{
    return feeds.size() == 1 ? titleOf(database, feeds.first()) : QString();
}

QString titleOf(Database &database, const QList<FeedNode> &nodes)
{
    if (nodes.size() != 1)
        return {};
    if (nodes.first().feed != FeedId::None)
        return titleOf(database, nodes.first().feed);
    const auto folder = feedtree::folder(database, nodes.first().folder);
    return folder ? folder->title : QString();
}

// Finds or makes folders by their names.
class Folders
{
public:
    explicit Folders(Database &database)
        : m_database(database)
    {
    }

    FeedFolderId at(const QStringList &path)
    {
        if (path.isEmpty())
            return FeedFolderId::None;
        if (const auto known = m_known.constFind(path); known != m_known.cend())
            return *known;
        const auto parent = at(path.first(path.size() - 1));
        auto id = feedtree::find(m_database, path.last(), parent);
        if (id == FeedFolderId::None)
            id = feedtree::addFolder(m_database, path.last(), parent);
        m_known.insert(path, id);
        return id;
    }

private:
    Database &m_database;
    QHash<QStringList, FeedFolderId> m_known;
};

void begin(Database &database, FeedId id, const NewFeed &feed, FeedFolderId folder)
{
    feedtable::setPlace(database, id, folder, feedtree::nextPosition(database, folder));
    feedtable::setUrl(database, id, feed.url);
    feedtable::setTitle(database, id, feed.title);
    feedtable::setSettings(database, id, feed.settings);
    feedtable::setForeign(database, id, feed.foreign);
    feedtable::setDescription(database, id, {.site = feed.site});
    feedtable::setSubscribed(database, id, true);
    feedentrytable::show(database, id);
}

// Where a node stands among its siblings once others that stand before it have gone.
QList<FeedNode> without(QList<FeedNode> nodes, const QList<FeedNode> &gone, int &position)
{
    const auto before = std::min(qsizetype(std::max(position, 0)), nodes.size());
    position = int(before
                   - std::count_if(nodes.cbegin(), nodes.cbegin() + before,
                                   [&](const FeedNode &node) { return gone.contains(node); }));
    nodes.removeIf([&](const FeedNode &node) { return gone.contains(node); });
    return nodes;
}

Result<void> mayMove(Database &database, const FeedNode &node, FeedFolderId into)
{
    if (node.feed != FeedId::None)
        return feedtable::isSubscribed(database, node.feed) ? Result<void>() : noFeed(node.feed);
    if (!feedtree::folder(database, node.folder))
        return noFolder(node.folder);
    if (feedtree::isWithin(database, into, node.folder))
        return Error{Error::Kind::Refused, u"a folder cannot stand in itself"_s};
    return {};
}

Result<void> readdress(Database &database, FeedId feed, const QUrl &url)
{
    const auto before = feedtable::feed(database, feed);
    if (!before)
        return noFeed(feed);
    const auto other = feedtable::find(database, url);
    if (other != feed && other != FeedId::None && feedtable::isSubscribed(database, other))
        return Error{Error::Kind::Refused, u"there is a feed at this address already"_s,
                     url.toString()};
    feedtable::setUrl(database, feed, url);
    if (before->url != url)
        feedtable::forgetAnswers(database, feed);
    return {};
}

Result<void> setUpFeed(Database &database, FeedId feed, const FeedSetUp &changes)
{
    if (!feedtable::isSubscribed(database, feed))
        return noFeed(feed);
    if (changes.url) {
        if (const auto done = readdress(database, feed, *changes.url); !done)
            return done;
    }
    if (changes.title)
        feedtable::setTitle(database, feed, changes.title->trimmed());
    if (changes.settings)
        feedtable::setSettings(database, feed, *changes.settings);
    const auto folder = changes.newFolder.isEmpty()
        ? changes.folder
        : feedtree::addFolder(database, changes.newFolder, FeedFolderId::None);
    if (!folder)
        return {};
    if (*folder != FeedFolderId::None && !feedtree::folder(database, *folder))
        return noFolder(*folder);
    feedtable::setPlace(database, feed, *folder, feedtree::nextPosition(database, *folder));
    return {};
}

} // namespace

Result<Subscribed> FeedStore::subscribe(const QList<NewFeed> &feeds, const QDateTime &now, Actor by)
{
    return attempt(m_file, [&]() -> Result<Subscribed> {
        Subscribed subscribed;
        Folders folders(m_database);
        const auto title = feeds.size() == 1 ? feeds.first().title : QString();
        const auto change
            = asStep(m_database, {Action::Subscribe, now, title, by}, [&]() -> Result<void> {
                  for (const auto &feed : feeds) {
                      auto id = feedtable::find(m_database, feed.url);
                      if (id == FeedId::None)
                          id = feedtable::insert(m_database, feed.url);
                      if (!feedtable::isSubscribed(m_database, id)) {
                          begin(m_database, id, feed, folders.at(feed.folder));
                          ++subscribed.added;
                      }
                      subscribed.feeds.append(id);
                  }
                  return {};
              });
        if (!change)
            return change.error();
        subscribed.change = *change;
        return subscribed;
    });
}

Result<LibraryChange> FeedStore::unsubscribe(const QList<FeedId> &feeds, const QDateTime &now)
{
    return attempt(m_file, [&] {
        const auto title = titleOf(m_database, feeds);
        return asStep(m_database, {Action::Unsubscribe, now, title}, [&]() -> Result<void> {
            for (const auto feed : feeds)
                feedtable::setSubscribed(m_database, feed, false);
            for (const auto feed : feeds)
                feedentrytable::hide(m_database, feed);
            return {};
        });
    });
}

Result<LibraryChange> FeedStore::rename(FeedId feed, const QString &title, const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::RenameFeed, now, title}, [&]() -> Result<void> {
            if (!feedtable::isSubscribed(m_database, feed))
                return noFeed(feed);
            feedtable::setTitle(m_database, feed, title.trimmed());
            return {};
        });
    });
}

Result<LibraryChange> FeedStore::setSettings(const QList<FeedId> &feeds,
                                             const FeedSettings &settings, const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::SetUpFeed, now, titleOf(m_database, feeds)},
                      [&]() -> Result<void> {
                          for (const auto feed : feeds) {
                              if (!feedtable::isSubscribed(m_database, feed))
                                  return noFeed(feed);
                              feedtable::setSettings(m_database, feed, settings);
                          }
                          return {};
                      });
    });
}

Result<LibraryChange> FeedStore::setUrl(FeedId feed, const QUrl &url, const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::ReaddressFeed, now, titleOf(m_database, feed)},
                      [&] { return readdress(m_database, feed, url); });
    });
}

Result<LibraryChange> FeedStore::setUp(FeedId feed, const FeedSetUp &changes, const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::SetUpFeed, now, titleOf(m_database, feed)},
                      [&] { return setUpFeed(m_database, feed, changes); });
    });
}

Result<LibraryChange> FeedStore::addFolder(const QString &title, FeedFolderId parent,
                                           const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::AddFeedFolder, now, title}, [&]() -> Result<void> {
            if (parent != FeedFolderId::None && !feedtree::folder(m_database, parent))
                return noFolder(parent);
            feedtree::addFolder(m_database, title.trimmed(), parent);
            return {};
        });
    });
}

Result<LibraryChange> FeedStore::renameFolder(FeedFolderId folder, const QString &title,
                                              const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::RenameFeedFolder, now, title}, [&]() -> Result<void> {
            if (!feedtree::folder(m_database, folder))
                return noFolder(folder);
            feedtree::setTitle(m_database, folder, title.trimmed());
            return {};
        });
    });
}

Result<LibraryChange> FeedStore::removeFolder(FeedFolderId folder, const QDateTime &now)
{
    return attempt(m_file, [&] {
        const auto before = feedtree::folder(m_database, folder);
        const auto title = before ? before->title : QString();
        return asStep(m_database, {Action::RemoveFeedFolder, now, title}, [&]() -> Result<void> {
            if (!before)
                return noFolder(folder);
            auto siblings = feedtree::children(m_database, before->parent);
            const auto at = siblings.indexOf(FeedNode{.folder = folder});
            auto nodes = siblings.first(at) + feedtree::children(m_database, folder)
                + siblings.sliced(at + 1);
            feedtree::setChildren(m_database, before->parent, nodes);
            feedtree::removeFolder(m_database, folder);
            return {};
        });
    });
}

Result<LibraryChange> FeedStore::move(const QList<FeedNode> &nodes, FeedFolderId into, int position,
                                      const QDateTime &now)
{
    return attempt(m_file, [&] {
        return asStep(m_database, {Action::MoveFeeds, now, titleOf(m_database, nodes)},
                      [&]() -> Result<void> {
                          if (into != FeedFolderId::None && !feedtree::folder(m_database, into))
                              return noFolder(into);
                          for (const auto &node : nodes) {
                              if (const auto may = mayMove(m_database, node, into); !may)
                                  return may;
                          }
                          auto place = position;
                          auto children
                              = without(feedtree::children(m_database, into), nodes, place);
                          for (const auto &node : nodes)
                              children.insert(place++, node);
                          feedtree::setChildren(m_database, into, children);
                          return {};
                      });
    });
}
