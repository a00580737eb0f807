#pragma once

#include "library/feedstore.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

class Database;

// The rows of feeds, also of those that are no longer subscribed to.
namespace feedtable {

// What tells feeds apart: their address without what makes no difference.
QString urlKey(const QUrl &url);

// The feed at an address that is subscribed to, else one that was.
FeedId find(Database &database, const QUrl &url);
bool isSubscribed(Database &database, FeedId id);

// A row that is not subscribed to yet.
FeedId insert(Database &database, const QUrl &url);

std::optional<Feed> feed(Database &database, FeedId id); // Subscribed ones only.
QString nameOf(Database &database, FeedId id); // Of one that was unsubscribed, too.
QList<Feed> feeds(Database &database); // The same, by their places among their siblings.
QList<Feed> due(Database &database, const QDateTime &now);
QDateTime nextDue(Database &database);
QList<FeedId> feedsOf(Database &database, ArticleId story);

ForeignAttributes foreign(Database &database, FeedId id);
void setForeign(Database &database, FeedId id, const ForeignAttributes &foreign);

// What the person decides.
void setSubscribed(Database &database, FeedId id, bool subscribed);
void setTitle(Database &database, FeedId id, const QString &title);
void setUrl(Database &database, FeedId id, const QUrl &url);
void setSettings(Database &database, FeedId id, const FeedSettings &settings);
void setPlace(Database &database, FeedId id, FeedFolderId folder, int position);

// What the feed says.
void setDescription(Database &database, FeedId id, const FeedDescription &description);
enum class News { None, Some };
void setOutcome(Database &database, FeedId id, const FetchOutcome &outcome, News news,
                const QDateTime &now);
void setIcon(Database &database, FeedId id, const QString &picture);
// What servers said of answers means nothing at another address.
void forgetAnswers(Database &database, FeedId id);

// Whether people see a difference: every fetch changes a feed, but few change what is shown of it.
bool looksOther(const Feed &one, const Feed &other);

} // namespace feedtable
