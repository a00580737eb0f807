#include "library/feedstore.h"

#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/feedtable.h"
#include "library/feedtree.h"
#include "library/mediastore.h"
#include "library/picturetable.h"
#include "library/preparedstory.h"

// What FeedStore answers, and what is noted of feeds.

using namespace Qt::StringLiterals;

namespace {

using Durability = Transaction::Durability;

Error noFeed(FeedId id)
{
    return {.kind = Error::Kind::NotFound, .detail = u"no feed %1"_s.arg(qint64(id))};
}

// The names of the folders around, from the outermost.
QStringList pathOf(const FeedTree &tree, FeedFolderId folder)
{
    QHash<FeedFolderId, const FeedFolder *> folders;
    for (const auto &known : tree.folders)
        folders.insert(known.id, &known);
    QStringList path;
    while (const auto *found = folders.take(folder)) {
        path.prepend(found->title);
        folder = found->parent;
    }
    return path;
}

} // namespace

FeedStore::FeedStore(Database &database, const QString &file, const QString &media)
    : m_database(database)
    , m_file(file)
    , m_media(media)
{
}

FeedStore::~FeedStore() = default;

Result<FeedTree> FeedStore::tree() const
{
    return attempt(m_file, [&]() -> Result<FeedTree> {
        const Reading reading(m_database);
        return feedtree::tree(m_database);
    });
}

Result<Feed> FeedStore::feed(FeedId id) const
{
    return attempt(m_file, [&]() -> Result<Feed> {
        auto found = feedtable::feed(m_database, id);
        if (!found)
            return noFeed(id);
        return *std::move(found);
    });
}

Result<QList<NewFeed>> FeedStore::outline() const
{
    return attempt(m_file, [&]() -> Result<QList<NewFeed>> {
        const Reading reading(m_database);
        const auto tree = feedtree::tree(m_database);
        QList<NewFeed> outline;
        for (const auto &feed : tree.feeds)
            outline.append({.url = feed.url,
                            .title = feed.title,
                            .site = feed.site,
                            .folder = pathOf(tree, feed.folder),
                            .settings = feed.settings,
                            .foreign = feedtable::foreign(m_database, feed.id)});
        return outline;
    });
}

Result<QList<Feed>> FeedStore::due(const QDateTime &now) const
{
    return attempt(m_file,
                   [&]() -> Result<QList<Feed>> { return feedtable::due(m_database, now); });
}

Result<QDateTime> FeedStore::nextDue() const
{
    return attempt(m_file, [&]() -> Result<QDateTime> { return feedtable::nextDue(m_database); });
}

Result<FeedStore::KnownEntries> FeedStore::known(FeedId feed) const
{
    return attempt(
        m_file, [&]() -> Result<KnownEntries> { return feedentrytable::hashes(m_database, feed); });
}

Result<QList<FeedId>> FeedStore::feedsOf(ArticleId story) const
{
    return attempt(
        m_file, [&]() -> Result<QList<FeedId>> { return feedtable::feedsOf(m_database, story); });
}

Result<LibraryChange> FeedStore::note(FeedId feed, const FetchOutcome &outcome,
                                      const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        Transaction transaction(m_database, Durability::Relaxed);
        const auto before = feedtable::feed(m_database, feed);
        if (!before)
            return noFeed(feed);
        auto noted = outcome;
        // "Not modified" need not repeat what the answer before said.
        if (noted.freshness == Freshness())
            noted.freshness = before->freshness;
        feedtable::setOutcome(m_database, feed, noted, feedtable::News::None, now);
        const auto after = feedtable::feed(m_database, feed);
        transaction.commit();
        return LibraryChange{.feeds = !after || feedtable::looksOther(*before, *after)};
    });
}

Result<LibraryChange> FeedStore::setIcon(FeedId feed, const Picture &icon)
{
    if (const auto saved = mediastore::save(m_media, icon); !saved)
        return saved.error();
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        Transaction transaction(m_database, Durability::Relaxed);
        const auto before = feedtable::feed(m_database, feed);
        if (!before)
            return noFeed(feed);
        if (before->icon == icon.name)
            return LibraryChange();
        picturetable::insert(m_database, icon);
        feedtable::setIcon(m_database, feed, icon.name);
        transaction.commit();
        return LibraryChange{.feeds = true};
    });
}

Result<void> FeedStore::setExpanded(FeedFolderId folder, bool expanded)
{
    return attempt(m_file, [&]() -> Result<void> {
        Transaction transaction(m_database, Durability::Relaxed);
        feedtree::setExpanded(m_database, folder, expanded);
        transaction.commit();
        return {};
    });
}
