#pragma once

#include "library/identity.h"
#include "library/storedcontent.h"
#include "model/article.h"
#include "model/feed.h"
#include "model/headline.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <string>
#include <utility>

class Database;
class Query;

// The rows of stories: what lists show of them, their versions, the files they came from.
namespace articletable {

// The columns that headlineFrom() reads, first in the row.
extern const std::string headlineColumns;
extern const int headlineColumnCount;
Headline headlineFrom(const Query &row);

// The story as lists show it; nothing when there is none or it was removed.
std::optional<Headline> headline(Database &database, ArticleId id);
QList<Headline> headlines(Database &database, const QList<ArticleId> &ids);

// Found by address if headline or text agree, else by text, else by its file and headline. Removed
// stories count.
ArticleId identify(Database &database, const Article &article, const identity::Keys &keys);

QString title(Database &database, ArticleId id); // Of a removed one, too.

// The story with this address or else this headline that was not removed.
ArticleId find(Database &database, const QUrl &url, const QString &title);

// What lists show of a story, made without a database.
struct Description
{
    identity::Keys keys;
    QString title;
    QString site;
    QString byline;
    QString excerpt;
    QString language;
    Timestamp published;
    QString thumbnail;
};
Description describing(const Article &article);

// The place in lists at this moment, or the next one behind it that no other story has.
QDateTime freePlace(Database &database, const QDateTime &moment);
// A story's place; 0 when there is no such story.
qint64 placeOf(Database &database, ArticleId id);

// `listed` is its place in lists, which must be free.
ArticleId insert(Database &database, const Description &description, const QDateTime &now,
                 const QDateTime &listed);
// Makes lists show this version of the story.
void describe(Database &database, ArticleId id, const Description &description);
// Forgets its row; nothing may name it any more.
void erase(Database &database, ArticleId id);

// Whose words a version has.
struct Origin
{
    enum class Kind { File = 0, Feed = 1, Summary = 2, Page = 3 }; // As they stand in the file.

    Kind kind = Kind::File;
    FeedId feed = FeedId::None; // Of Feed and Summary.

    bool operator==(const Origin &) const = default;
};

// Stores a version and makes it the story's current one. Answers whether it was not so already.
enum class Versioning { Unchanged, Changed };
Versioning setVersion(Database &database, ArticleId id, const storedcontent::Packed &packed,
                      const QDateTime &now, const Origin &origin = {});
// The current version; empty before the first.
QByteArray content(Database &database, ArticleId id);
// One of its versions; empty when that is gone.
QByteArray content(Database &database, ArticleId id, qint64 version);
Origin origin(Database &database, ArticleId id);
qint64 currentVersion(Database &database, ArticleId id);
void setCurrentVersion(Database &database, ArticleId id, qint64 version);
// Neither the current one nor one that undo may need.
void forgetVersion(Database &database, ArticleId id, qint64 version);
// Keeps only the newest of what feeds told, for feeds that change all the time, and what undo may
// need.
void limitVersions(Database &database, ArticleId id);

// Notes that the story was read from a file.
void linkFile(Database &database, ArticleId id, const Provenance &provenance, const QDateTime &now);

// Why a story is not there: the values of State::Removed.
enum class Removal { None = 0, ByHand = 1, WithItsFeed = 2 };

// A state of a story that people change and the journal takes back.
enum class State { Read, Bookmarked, Removed };
qint64 state(Database &database, ArticleId id, State state);
void setState(Database &database, ArticleId id, State state, qint64 value);
// The same for many at a time.
void setStates(Database &database, const QList<ArticleId> &ids, State state, qint64 value);
struct StoredState
{
    ArticleId id = ArticleId::None;
    qint64 value = 0;
};
void setStates(Database &database, const QList<StoredState> &states, State state);
// Of the stories that are there, in the order given and each once; of removed ones, too, where that
// is asked about.
QList<StoredState> states(Database &database, const QList<ArticleId> &ids, State state);

// Many ids as one parameter: a JSON array, for json_each().
std::string listOf(const QList<ArticleId> &ids);

} // namespace articletable
