#include "library/feedentrytable.h"

#include "library/articletable.h"
#include "library/database.h"
#include "library/limits.h"

#include <algorithm>

using articletable::Removal;

std::optional<feedentrytable::Entry> feedentrytable::entry(Database &database, FeedId feed,
                                                           qint64 key)
{
    auto query = database.query("SELECT article, hash FROM feedEntries WHERE feed = ? AND key = ?");
    query << qint64(feed) << key;
    if (!query.next())
        return std::nullopt;
    return Entry{.article = ArticleId(query.number(0)), .hash = query.number(1)};
}

void feedentrytable::setEntry(Database &database, FeedId feed, qint64 key, const Entry &entry)
{
    auto query = database.query(
        "INSERT OR REPLACE INTO feedEntries (feed, key, article, hash) VALUES (?, ?, ?, ?)");
    query << qint64(feed) << key << qint64(entry.article) << entry.hash;
    query.run();
}

QSet<qint64> feedentrytable::hashes(Database &database, FeedId feed)
{
    QSet<qint64> result;
    auto query = database.query("SELECT hash FROM feedEntries WHERE feed = ? LIMIT ?");
    query << qint64(feed) << limits::knownEntries;
    while (query.next())
        result.insert(query.number(0));
    return result;
}

void feedentrytable::list(Database &database, FeedId feed, ArticleId article,
                          const QDateTime &listed)
{
    auto query = database.query(
        "INSERT OR IGNORE INTO feedArticles (feed, listed, article) VALUES (?, ?, ?)");
    query << qint64(feed) << stored(listed) << qint64(article);
    query.run();
}

bool feedentrytable::isListed(Database &database, FeedId feed, ArticleId article)
{
    auto query = database.query("SELECT 1 FROM feedArticles WHERE article = ? AND feed = ?");
    query << qint64(article) << qint64(feed);
    return query.next();
}

bool feedentrytable::anyListed(Database &database, const QList<ArticleId> &articles)
{
    auto query = database.query("SELECT 1 FROM json_each(?) AS wanted CROSS JOIN feedArticles "
                                "WHERE feedArticles.article = wanted.value LIMIT 1");
    const auto list = articletable::listOf(articles);
    query << list;
    return query.next();
}

void feedentrytable::hide(Database &database, FeedId feed)
{
    auto query = database.query(
        "UPDATE articles SET removed = ?1 WHERE id IN "
        "(SELECT article FROM feedArticles WHERE feed = ?2) "
        "AND removed = 0 AND bookmarked = 0 AND opened = 0 "
        "AND NOT EXISTS (SELECT 1 FROM files WHERE files.article = articles.id) "
        "AND NOT EXISTS (SELECT 1 FROM feedArticles JOIN feeds ON feeds.id = feedArticles.feed "
        "WHERE feedArticles.article = articles.id AND feeds.subscribed = 1 AND feeds.id <> ?2)");
    query << int(Removal::WithItsFeed) << qint64(feed);
    query.run();
}

void feedentrytable::show(Database &database, FeedId feed)
{
    auto query
        = database.query("UPDATE articles SET removed = 0 WHERE id IN "
                         "(SELECT article FROM feedArticles WHERE feed = ?) AND removed = ?");
    query << qint64(feed) << int(Removal::WithItsFeed);
    query.run();
}
