#include "library/feedtable.h"

#include "library/database.h"
#include "library/feederrors.h"
#include "library/identity.h"
#include "library/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

const std::string columns
    = "feeds.id, feeds.url, feeds.title, feeds.ownTitle, feeds.site, feeds.description, "
      "feeds.language, feeds.icon, feeds.folder, feeds.fullText, feeds.pictures, "
      "feeds.everyMinutes, feeds.opensOriginal, feeds.notifies, feeds.paused, feeds.keptDays, "
      "feeds.error, feeds.errorDetail, feeds.errorWhere, feeds.errorStatus, feeds.failedSince, "
      "feeds.failures, feeds.etag, feeds.lastModified, feeds.maxAge, feeds.tried, feeds.fetched, "
      "feeds.changed, feeds.due, feeds.digest, feeds.intervalMinutes, feedCounts.unread, "
      "feedCounts.stories FROM feeds JOIN feedCounts ON feedCounts.feed = feeds.id";

// Reads a row's columns one after the other.
class Row
{
public:
    explicit Row(const Query &query)
        : m_query(query)
    {
    }

    QString text() { return m_query.text(m_at++); }
    QByteArray bytes() { return m_query.blob(m_at++); }
    QUrl url() { return QUrl(text()); }
    qint64 number() { return m_query.number(m_at++); }
    int count() { return int(number()); }
    bool isSet() { return number() != 0; }
    QDateTime moment() { return ::moment(number()); }

private:
    const Query &m_query;
    int m_at = 0;
};

FeedSettings settingsFrom(Row &row)
{
    return {.fullText = FeedSettings::FullText(row.count()),
            .pictures = row.isSet(),
            .everyMinutes = row.count(),
            .opensOriginal = row.isSet(),
            .notifies = row.isSet(),
            .paused = row.isSet(),
            .keptDays = row.count()};
}

std::optional<FeedFailure> failureFrom(Row &row)
{
    const auto kind = feederrors::kind(row.text());
    Error error{.kind = kind.value_or(Error::Kind::Unreadable),
                .detail = row.text(),
                .where = row.text(),
                .status = row.count()};
    const auto since = row.moment();
    const auto times = row.count();
    if (!kind)
        return std::nullopt;
    return FeedFailure{.error = std::move(error), .since = since, .times = times};
}

QString shownTitle(const Feed &feed)
{
    if (!feed.title.isEmpty())
        return feed.title;
    if (!feed.ownTitle.isEmpty())
        return feed.ownTitle;
    return feed.url.host().isEmpty() ? feed.url.fileName() : feed.url.host();
}

// The fields of an aggregate are filled in the order they are written in.
Feed feedFrom(const Query &query)
{
    Row row(query);
    Feed feed{.id = FeedId(row.number()),
              .url = row.url(),
              .title = row.text(),
              .ownTitle = row.text(),
              .site = row.url(),
              .description = row.text(),
              .language = row.text(),
              .icon = row.text(),
              .folder = FeedFolderId(row.number()),
              .settings = settingsFrom(row),
              .failure = failureFrom(row),
              .freshness
              = {.etag = row.bytes(), .lastModified = row.bytes(), .maxAgeSeconds = row.count()},
              .tried = row.moment(),
              .fetched = row.moment(),
              .changed = row.moment(),
              .due = row.moment(),
              .digest = row.bytes(),
              .intervalMinutes = row.count(),
              .unread = row.count(),
              .stories = row.count()};
    feed.title = shownTitle(feed);
    return feed;
}

QList<Feed> feedsFrom(Query &query)
{
    QList<Feed> feeds;
    while (query.next())
        feeds.append(feedFrom(query));
    return feeds;
}

} // namespace

QString feedtable::urlKey(const QUrl &url)
{
    const auto key = identity::urlKey(url);
    return key.isEmpty() ? url.adjusted(QUrl::NormalizePathSegments).toString(QUrl::FullyEncoded)
                         : key;
}

FeedId feedtable::find(Database &database, const QUrl &url)
{
    auto query = database.query(
        "SELECT id FROM feeds WHERE urlKey = ? ORDER BY subscribed DESC, id DESC LIMIT 1");
    query << urlKey(url);
    return query.next() ? FeedId(query.number(0)) : FeedId::None;
}

bool feedtable::isSubscribed(Database &database, FeedId id)
{
    auto query = database.query("SELECT 1 FROM feeds WHERE id = ? AND subscribed = 1");
    query << qint64(id);
    return query.next();
}

FeedId feedtable::insert(Database &database, const QUrl &url)
{
    auto query = database.query("INSERT INTO feeds (urlKey, url, title) VALUES (?, ?, '')");
    query << urlKey(url) << url.toString(QUrl::FullyEncoded);
    query.run();
    return FeedId(database.lastId());
}

std::optional<Feed> feedtable::feed(Database &database, FeedId id)
{
    auto query
        = database.query("SELECT " + columns + " WHERE feeds.id = ? AND feeds.subscribed = 1");
    query << qint64(id);
    if (!query.next())
        return std::nullopt;
    return feedFrom(query);
}

QString feedtable::nameOf(Database &database, FeedId id)
{
    auto query = database.query("SELECT title, ownTitle, url FROM feeds WHERE id = ?");
    query << qint64(id);
    if (!query.next())
        return {};
    return shownTitle(
        {.url = QUrl(query.text(2)), .title = query.text(0), .ownTitle = query.text(1)});
}

QList<Feed> feedtable::feeds(Database &database)
{
    auto query = database.query("SELECT " + columns
                                + " WHERE feeds.subscribed = 1 ORDER BY feeds.position, feeds.id");
    return feedsFrom(query);
}

QList<Feed> feedtable::due(Database &database, const QDateTime &now)
{
    // One that was asked later than now was asked by a clock that was wrong: what was due by that
    // may not come for years.
    auto query = database.query("SELECT " + columns
                                + " WHERE feeds.subscribed = 1 AND feeds.paused = 0 AND "
                                  "(feeds.due <= ? OR feeds.tried > ?) "
                                  "ORDER BY feeds.due, feeds.id");
    query << stored(now) << stored(now.addMSecs(limits::clockMoves.count()));
    return feedsFrom(query);
}

QDateTime feedtable::nextDue(Database &database)
{
    auto query = database.query("SELECT due FROM feeds WHERE subscribed = 1 AND paused = 0 "
                                "ORDER BY due LIMIT 1");
    if (!query.next())
        return {};
    return QDateTime::fromMSecsSinceEpoch(query.number(0), Qt::UTC);
}

QList<FeedId> feedtable::feedsOf(Database &database, ArticleId story)
{
    QList<FeedId> ids;
    auto query = database.query(
        "SELECT feedArticles.feed FROM feedArticles JOIN feeds ON feeds.id = feedArticles.feed "
        "WHERE feedArticles.article = ? AND feeds.subscribed = 1 ORDER BY feedArticles.feed");
    query << qint64(story);
    while (query.next())
        ids.append(FeedId(query.number(0)));
    return ids;
}

ForeignAttributes feedtable::foreign(Database &database, FeedId id)
{
    auto query = database.query("SELECT foreignAttributes FROM feeds WHERE id = ?");
    query << qint64(id);
    ForeignAttributes attributes;
    if (!query.next())
        return attributes;
    const auto array = QJsonDocument::fromJson(query.text(0).toUtf8()).array();
    for (qsizetype i = 0; i + 1 < array.size(); i += 2)
        attributes.append({array.at(i).toString(), array.at(i + 1).toString()});
    return attributes;
}

void feedtable::setForeign(Database &database, FeedId id, const ForeignAttributes &foreign)
{
    QJsonArray array;
    for (const auto &[name, value] : foreign) {
        array.append(name);
        array.append(value);
    }
    auto query = database.query("UPDATE feeds SET foreignAttributes = ? WHERE id = ?");
    query << (array.isEmpty()
                  ? QString()
                  : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)))
          << qint64(id);
    query.run();
}

void feedtable::setSubscribed(Database &database, FeedId id, bool subscribed)
{
    auto query = database.query("UPDATE feeds SET subscribed = ? WHERE id = ?");
    query << int(subscribed) << qint64(id);
    query.run();
}

void feedtable::setTitle(Database &database, FeedId id, const QString &title)
{
    auto query = database.query("UPDATE feeds SET title = ? WHERE id = ?");
    query << title << qint64(id);
    query.run();
}

void feedtable::setUrl(Database &database, FeedId id, const QUrl &url)
{
    auto query = database.query("UPDATE feeds SET url = ?, urlKey = ? WHERE id = ?");
    query << url.toString(QUrl::FullyEncoded) << urlKey(url) << qint64(id);
    query.run();
}

void feedtable::setSettings(Database &database, FeedId id, const FeedSettings &settings)
{
    auto query = database.query(
        "UPDATE feeds SET fullText = ?, pictures = ?, everyMinutes = ?, opensOriginal = ?, "
        "notifies = ?, paused = ?, keptDays = ? WHERE id = ?");
    query << int(settings.fullText) << int(settings.pictures) << settings.everyMinutes
          << int(settings.opensOriginal) << int(settings.notifies) << int(settings.paused)
          << settings.keptDays << qint64(id);
    query.run();
}

void feedtable::setPlace(Database &database, FeedId id, FeedFolderId folder, int position)
{
    auto query = database.query("UPDATE feeds SET folder = ?, position = ? WHERE id = ?");
    query << qint64(folder) << position << qint64(id);
    query.run();
}

void feedtable::setIcon(Database &database, FeedId id, const QString &picture)
{
    auto query = database.query("UPDATE feeds SET icon = ? WHERE id = ?");
    query << picture << qint64(id);
    query.run();
}
