#include "library/articletable.h"

#include "library/database.h"
#include "library/identity.h"
#include "library/limits.h"
#include "library/storykeys.h"
#include "model/firstwords.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

const std::string articletable::headlineColumns
    = "articles.id, articles.title, articles.site, articles.byline, articles.excerpt, "
      "articles.language, articles.published, articles.thumbnail, articles.added, "
      "articles.listed, articles.opened, articles.bookmarked, articles.read, "
      "CASE WHEN articles.started > 0 THEN (SELECT progress.fraction FROM positions AS progress "
      "WHERE progress.article = articles.id) ELSE 0 END";
const int articletable::headlineColumnCount = 14;

namespace {

const std::string unlessInAStep
    = " AND NOT EXISTS (SELECT 1 FROM journalTexts JOIN journal ON journal.id = "
      "journalTexts.journal "
      "WHERE journalTexts.story = versions.article AND journal.state > 0 "
      "AND versions.id IN (journalTexts.before, journalTexts.after))";

// Of those with a key: the first parameter is a list of them.
const std::string among = "json_each(?1) AS maybe CROSS JOIN articles ON articles.id = maybe.value";

identity::Keys keysOf(Database &database, ArticleId id)
{
    auto query = database.query("SELECT urlKey, textKey, titleKey FROM articles WHERE id = ?");
    query << qint64(id);
    if (!query.next())
        return {};
    return {.url = query.text(0), .text = query.blob(1), .title = query.number(2)};
}

// The one with this address, of several the one with this headline, too.
ArticleId presentWithAddress(Database &database, const QString &urlKey, const QString &title)
{
    const auto maybe = storykeys::withAddress(database, urlKey);
    if (maybe.isEmpty())
        return ArticleId::None;
    auto query = database.query("SELECT articles.id FROM " + among
                                + " WHERE urlKey = ?2 AND removed = 0 "
                                  "ORDER BY titleKey = ?3 DESC, articles.id LIMIT 1");
    const auto list = articletable::listOf(maybe);
    query << list << urlKey << identity::titleKey(title);
    return query.next() ? ArticleId(query.number(0)) : ArticleId::None;
}

ArticleId presentWithTitle(Database &database, const QString &title)
{
    const auto maybe = storykeys::withTitle(database, identity::titleKey(title));
    if (maybe.isEmpty())
        return ArticleId::None;
    auto query = database.query("SELECT articles.id, articles.title FROM " + among
                                + " WHERE titleKey = ?2 AND removed = 0 ORDER BY articles.id DESC");
    const auto list = articletable::listOf(maybe);
    query << list << identity::titleKey(title);
    while (query.next()) {
        if (identity::sameTitle(title, query.text(1)))
            return ArticleId(query.number(0));
    }
    return ArticleId::None;
}

bool tellsTheSame(const Article &article, const QByteArray &content)
{
    const auto stored = storedcontent::unpack(content);
    return !stored || identity::tellTheSame(article.text, stored->article.text);
}

// Some pages call the front page their own address, and a front page tells something else every
// day: an address alone makes no two stories one.
ArticleId byUrl(Database &database, const Article &article, const QString &urlKey)
{
    const auto maybe = storykeys::withAddress(database, urlKey);
    if (maybe.isEmpty())
        return ArticleId::None;
    auto query = database.query("SELECT articles.id, articles.title, versions.content FROM " + among
                                + " LEFT JOIN versions ON versions.id = articles.version "
                                  "WHERE urlKey = ?2 ORDER BY removed, articles.id LIMIT "
                                + std::to_string(limits::storiesOfOneAddress));
    const auto list = articletable::listOf(maybe);
    query << list << urlKey;
    while (query.next()) {
        // The text is read from the disk only where the headlines differ.
        if (identity::sameTitle(article.title, query.text(1))
            || tellsTheSame(article, query.blob(2)))
            return ArticleId(query.number(0));
    }
    return ArticleId::None;
}

// Two addresses are two stories, even if they tell the same; but one copy may lack the address.
bool mayBeOne(const QString &urlKey, const QString &otherUrlKey)
{
    return urlKey.isEmpty() || otherUrlKey.isEmpty() || urlKey == otherUrlKey;
}

ArticleId byText(Database &database, const identity::Keys &keys)
{
    const auto maybe = storykeys::withText(database, keys);
    if (maybe.isEmpty())
        return ArticleId::None;
    auto query = database.query("SELECT articles.id, urlKey FROM " + among
                                + " WHERE textKey = ?2 ORDER BY removed, articles.id");
    const auto list = articletable::listOf(maybe);
    query << list << keys.text;
    while (query.next()) {
        if (mayBeOne(keys.url, query.text(1)))
            return ArticleId(query.number(0));
    }
    return ArticleId::None;
}

// A file may hold several stories, so the headline must be the same too.
ArticleId byFile(Database &database, const Article &article, const QString &urlKey)
{
    if (article.provenance.fileHash.isEmpty())
        return ArticleId::None;
    auto query = database.query(
        "SELECT articles.id, articles.urlKey, articles.title FROM files "
        "JOIN articles ON articles.id = files.article WHERE files.hash = ? ORDER BY articles.id");
    query << article.provenance.fileHash;
    while (query.next()) {
        if (mayBeOne(urlKey, query.text(1)) && identity::sameTitle(article.title, query.text(2)))
            return ArticleId(query.number(0));
    }
    return ArticleId::None;
}

} // namespace

Headline articletable::headlineFrom(const Query &row)
{
    return {.id = ArticleId(row.number(0)),
            .title = row.text(1),
            .site = row.text(2),
            .byline = row.text(3),
            .excerpt = row.text(4),
            .language = row.text(5),
            .published = Timestamp::fromIso(row.text(6)),
            .thumbnail = row.text(7),
            .added = moment(row.number(8)),
            .listed = moment(row.number(9)),
            .opened = moment(row.number(10)),
            .bookmarkedAt = moment(row.number(11)),
            .read = row.number(12) != 0,
            .progress = row.real(13)};
}

std::optional<Headline> articletable::headline(Database &database, ArticleId id)
{
    auto query = database.query("SELECT " + headlineColumns
                                + " FROM articles WHERE id = ? AND removed = 0");
    query << qint64(id);
    if (!query.next())
        return std::nullopt;
    return headlineFrom(query);
}

QString articletable::title(Database &database, ArticleId id)
{
    auto query = database.query("SELECT title, excerpt FROM articles WHERE id = ?");
    query << qint64(id);
    if (!query.next())
        return {};
    if (const auto title = query.text(0); !title.isEmpty())
        return title;
    if (const auto words = firstWordsOf(query.text(1)); !words.isEmpty())
        return words;
    auto file = database.query(
        "SELECT path FROM files WHERE article = ? ORDER BY seen DESC, id DESC LIMIT 1");
    file << qint64(id);
    return file.next() ? QFileInfo(file.text(0)).fileName() : QString();
}

QList<Headline> articletable::headlines(Database &database, const QList<ArticleId> &ids)
{
    QList<Headline> result;
    for (const auto id : ids) {
        if (auto found = headline(database, id))
            result.append(*std::move(found));
    }
    return result;
}

ArticleId articletable::identify(Database &database, const Article &article,
                                 const identity::Keys &keys)
{
    auto id = keys.url.isEmpty() ? ArticleId::None : byUrl(database, article, keys.url);
    if (id == ArticleId::None)
        id = byText(database, keys);
    if (id == ArticleId::None)
        id = byFile(database, article, keys.url);
    return id;
}

ArticleId articletable::find(Database &database, const QUrl &url, const QString &title)
{
    const auto found = presentWithAddress(database, identity::addressKey(url), title);
    if (found != ArticleId::None || title.trimmed().isEmpty())
        return found;
    return presentWithTitle(database, title);
}

articletable::Description articletable::describing(const Article &article)
{
    return {.keys = identity::keysOf(article),
            .title = article.title,
            .site = article.site,
            .byline = byline(article.authors),
            .excerpt = storedcontent::excerpt(article),
            .language = article.language,
            .published = article.published,
            .thumbnail = storedcontent::thumbnail(article)};
}

QDateTime articletable::freePlace(Database &database, const QDateTime &moment)
{
    // Many stories may have one moment, such as the beginning of a day: they take those behind it,
    // one after the other.
    auto place = stored(moment);
    auto taken = database.query("SELECT 1 FROM articles WHERE listed = ?");
    taken << place;
    if (!taken.next())
        return moment;
    for (;; place += limits::placesTogether) {
        auto last = database.query("SELECT max(listed) FROM articles WHERE listed >= ? "
                                   "AND listed < ?");
        last << place << place + limits::placesTogether;
        if (!last.next() || !last.isNumber(0))
            return ::moment(place);
        if (last.number(0) + 1 < place + limits::placesTogether)
            return ::moment(last.number(0) + 1);
    }
}

qint64 articletable::placeOf(Database &database, ArticleId id)
{
    auto query = database.query("SELECT listed FROM articles WHERE id = ?");
    query << qint64(id);
    return query.next() ? query.number(0) : 0;
}

ArticleId articletable::insert(Database &database, const Description &description,
                               const QDateTime &now, const QDateTime &listed)
{
    // FAIL, since for what may be undone by itself SQLite keeps copies of all pages that it
    // changes. Whoever fails here gives up the whole transaction.
    auto query = database.query(
        "INSERT OR FAIL INTO articles (urlKey, textKey, titleKey, title, site, byline, excerpt, "
        "language, "
        "published, thumbnail, added, listed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query << description.keys.url << description.keys.text << description.keys.title
          << description.title << description.site << description.byline << description.excerpt
          << description.language << description.published.toIso() << description.thumbnail
          << stored(now) << stored(listed);
    query.run();
    const auto id = ArticleId(database.lastId());
    storykeys::add(database, id, description.keys);
    return id;
}

void articletable::describe(Database &database, ArticleId id, const Description &description)
{
    const auto before = keysOf(database, id);
    auto query = database.query(
        "UPDATE articles SET urlKey = CASE WHEN ?1 = '' THEN urlKey ELSE ?1 END, textKey = ?2, "
        "titleKey = ?3, title = ?4, site = ?5, byline = ?6, excerpt = ?7, language = ?8, "
        "published = ?9, thumbnail = ?10 WHERE id = ?11");
    query << description.keys.url << description.keys.text << description.keys.title
          << description.title << description.site << description.byline << description.excerpt
          << description.language << description.published.toIso() << description.thumbnail
          << qint64(id);
    query.run();
    storykeys::change(database, id, before, keysOf(database, id));
}

void articletable::erase(Database &database, ArticleId id)
{
    storykeys::remove(database, id, keysOf(database, id));
    auto query = database.query("DELETE FROM articles WHERE id = ?");
    query << qint64(id);
    query.run();
}

articletable::Versioning articletable::setVersion(Database &database, ArticleId id,
                                                  const storedcontent::Packed &packed,
                                                  const QDateTime &now, const Origin &origin)
{
    auto insertion = database.query(
        "INSERT OR IGNORE INTO versions (article, stored, hash, content, origin, feed) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    insertion << qint64(id) << stored(now) << packed.hash << packed.content << int(origin.kind)
              << qint64(origin.feed);
    insertion.run();
    auto update = database.query(
        "UPDATE articles SET version = (SELECT id FROM versions WHERE article = ?1 AND hash = ?2) "
        "WHERE id = ?1 AND version IS NOT (SELECT id FROM versions WHERE article = ?1 AND hash = "
        "?2)");
    update << qint64(id) << packed.hash;
    update.run();
    return database.changedRows() > 0 ? Versioning::Changed : Versioning::Unchanged;
}

QByteArray articletable::content(Database &database, ArticleId id)
{
    auto query = database.query("SELECT versions.content FROM articles JOIN versions "
                                "ON versions.id = articles.version WHERE articles.id = ?");
    query << qint64(id);
    return query.next() ? query.blob(0) : QByteArray();
}

QByteArray articletable::content(Database &database, ArticleId id, qint64 version)
{
    auto query = database.query("SELECT content FROM versions WHERE id = ? AND article = ?");
    query << version << qint64(id);
    return query.next() ? query.blob(0) : QByteArray();
}

articletable::Origin articletable::origin(Database &database, ArticleId id)
{
    auto query = database.query("SELECT versions.origin, versions.feed FROM articles JOIN versions "
                                "ON versions.id = articles.version WHERE articles.id = ?");
    query << qint64(id);
    if (!query.next())
        return {};
    return {.kind = Origin::Kind(query.number(0)), .feed = FeedId(query.number(1))};
}

qint64 articletable::currentVersion(Database &database, ArticleId id)
{
    auto query = database.query("SELECT version FROM articles WHERE id = ?");
    query << qint64(id);
    return query.next() ? query.number(0) : 0;
}

void articletable::setCurrentVersion(Database &database, ArticleId id, qint64 version)
{
    auto query = database.query("UPDATE articles SET version = ? WHERE id = ?");
    query << version << qint64(id);
    query.run();
}

void articletable::forgetVersion(Database &database, ArticleId id, qint64 version)
{
    auto query = database.query("DELETE FROM versions WHERE id = ?1 AND article = ?2 AND id <> "
                                "(SELECT version FROM articles WHERE id = ?2)"
                                + unlessInAStep);
    query << version << qint64(id);
    query.run();
}

void articletable::limitVersions(Database &database, ArticleId id)
{
    auto query = database.query(
        "DELETE FROM versions WHERE article = ?1 AND origin IN (?2, ?3) "
        "AND id <> (SELECT version FROM articles WHERE id = ?1) "
        "AND id NOT IN (SELECT id FROM versions WHERE article = ?1 ORDER BY id DESC LIMIT ?4)"
        + unlessInAStep);
    query << qint64(id) << int(Origin::Kind::Feed) << int(Origin::Kind::Summary)
          << limits::versionsOfFeeds;
    query.run();
}

void articletable::linkFile(Database &database, ArticleId id, const Provenance &provenance,
                            const QDateTime &now)
{
    if (provenance.file.isEmpty() && provenance.fileHash.isEmpty())
        return;
    auto query = database.query("INSERT INTO files (article, path, hash, seen) VALUES (?, ?, ?, ?) "
                                "ON CONFLICT (article, path, hash) DO UPDATE SET seen = "
                                "excluded.seen");
    query << qint64(id) << provenance.file << provenance.fileHash << stored(now);
    query.run();
}
