#pragma once

#include "library/storedcontent.h"
#include "model/article.h"
#include "model/headline.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <string>

class Database;
class Query;

// The rows of stories: what lists show of them, their versions, the files they came from.
namespace articletable {

// The columns that headlineFrom() reads, first in the row.
extern const std::string headlineColumns;
Headline headlineFrom(const Query &row);

// The story as lists show it; nothing when there is none or it was removed.
std::optional<Headline> headline(Database &database, ArticleId id);
QList<Headline> headlines(Database &database, const QList<ArticleId> &ids);

// Found by address if headline or text agree, else by text, else by its file and headline. Removed
// stories count.
ArticleId identify(Database &database, const Article &article);

// The story with this address or else this headline that was not removed.
ArticleId find(Database &database, const QUrl &url, const QString &title);

ArticleId insert(Database &database, const Article &article, const QDateTime &now);
// Makes lists show this version of the story.
void describe(Database &database, ArticleId id, const Article &article);

// Stores a version and makes it the story's current one. Answers whether it was not so already.
enum class Versioning { Unchanged, Changed };
Versioning setVersion(Database &database, ArticleId id, const storedcontent::Packed &packed,
                      const QDateTime &now);
// The current version; empty before the first.
QByteArray content(Database &database, ArticleId id);

// Notes that the story was read from a file.
void linkFile(Database &database, ArticleId id, const Provenance &provenance, const QDateTime &now);

// A state of a story that people change and the journal takes back.
enum class State { Read, Bookmarked, Removed };
qint64 state(Database &database, ArticleId id, State state);
void setState(Database &database, ArticleId id, State state, qint64 value);

} // namespace articletable
