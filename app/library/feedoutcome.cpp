#include "library/database.h"
#include "library/feederrors.h"
#include "library/feedtable.h"

// The functions of feedtable for what feeds say of themselves, and how fetching them went.

namespace {

void setAnswer(Database &database, FeedId id, const Freshness &freshness, const QDateTime &now)
{
    auto query = database.query(
        "UPDATE feeds SET error = '', errorDetail = '', errorWhere = '', errorStatus = 0, "
        "failedSince = 0, failures = 0, etag = ?, lastModified = ?, maxAge = ?, fetched = ? "
        "WHERE id = ?");
    query << freshness.etag << freshness.lastModified << freshness.maxAgeSeconds << stored(now)
          << qint64(id);
    query.run();
}

void setFailure(Database &database, FeedId id, const Error &error, const QDateTime &now)
{
    auto query = database.query(
        "UPDATE feeds SET failedSince = CASE WHEN failures = 0 THEN ?1 ELSE failedSince END, "
        "failures = failures + 1, error = ?2, errorDetail = ?3, errorWhere = ?4, errorStatus = ?5 "
        "WHERE id = ?6");
    query << stored(now) << feederrors::name(error.kind) << error.detail << error.where
          << error.status << qint64(id);
    query.run();
}

// Unless somebody subscribed to the other address too: then both go on as they are.
void move(Database &database, FeedId id, const QUrl &url)
{
    const auto other = feedtable::find(database, url);
    if (other == FeedId::None || other == id || !feedtable::isSubscribed(database, other))
        feedtable::setUrl(database, id, url);
}

// What people see of a feed, without what every fetch changes.
Feed seen(const Feed &feed)
{
    auto result = feed;
    result.tried = result.fetched = result.changed = result.due = QDateTime();
    result.freshness = {};
    result.digest.clear();
    result.intervalMinutes = 0;
    if (result.failure)
        result.failure->times = 1;
    return result;
}

} // namespace

void feedtable::setDescription(Database &database, FeedId id, const FeedDescription &description)
{
    auto query
        = database.query("UPDATE feeds SET ownTitle = CASE WHEN ?1 = '' THEN ownTitle ELSE ?1 END, "
                         "description = CASE WHEN ?2 = '' THEN description ELSE ?2 END, "
                         "site = CASE WHEN ?3 = '' THEN site ELSE ?3 END, "
                         "language = CASE WHEN ?4 = '' THEN language ELSE ?4 END WHERE id = ?5");
    query << description.title << description.description
          << description.site.toString(QUrl::FullyEncoded) << description.language << qint64(id);
    query.run();
}

void feedtable::setOutcome(Database &database, FeedId id, const FetchOutcome &outcome, News news,
                           const QDateTime &now)
{
    if (outcome.error)
        setFailure(database, id, *outcome.error, now);
    else
        setAnswer(database, id, outcome.freshness, now);
    if (!outcome.movedTo.isEmpty())
        move(database, id, outcome.movedTo);
    auto query
        = database.query("UPDATE feeds SET tried = ?1, due = ?2, "
                         "intervalMinutes = CASE WHEN ?3 = 0 THEN intervalMinutes ELSE ?3 END, "
                         "digest = CASE WHEN length(?4) = 0 THEN digest ELSE ?4 END, "
                         "changed = CASE WHEN ?5 THEN ?1 ELSE changed END WHERE id = ?6");
    query << stored(now) << stored(outcome.due) << outcome.intervalMinutes << outcome.digest
          << int(news == News::Some) << qint64(id);
    query.run();
}

bool feedtable::looksOther(const Feed &one, const Feed &other)
{
    return seen(one) != seen(other);
}

void feedtable::forgetAnswers(Database &database, FeedId id)
{
    auto query = database.query("UPDATE feeds SET etag = '', lastModified = '', maxAge = 0, "
                                "digest = '', due = 0 WHERE id = ?");
    query << qint64(id);
    query.run();
}
