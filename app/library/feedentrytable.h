#pragma once

#include "model/feed.h"
#include "model/headline.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <optional>

class Database;

// What feeds told: which entry is which story, and which stories a feed lists.
namespace feedentrytable {

struct Entry
{
    ArticleId article = ArticleId::None; // May be gone since.
    qint64 hash = 0; // Of what the entry last told.
};
std::optional<Entry> entry(Database &database, FeedId feed, qint64 key);
void setEntry(Database &database, FeedId feed, qint64 key, const Entry &entry);
QSet<qint64> hashes(Database &database, FeedId feed);

// Lists a story under a feed, at its place.
void list(Database &database, FeedId feed, ArticleId article, const QDateTime &listed);
bool isListed(Database &database, FeedId feed, ArticleId article);
// Whether any of the stories is one of a feed.
bool anyListed(Database &database, const QList<ArticleId> &articles);

// Hides the stories that only this feed told, but for bookmarked and opened ones.
void hide(Database &database, FeedId feed);
// Brings those back that hide() took.
void show(Database &database, FeedId feed);

} // namespace feedentrytable
