#include "librarystate.h"

#include "library/feedstore.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <array>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

namespace {

constexpr int everything = 100'000;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray number(const QDateTime &moment)
{
    return QByteArray::number(moment.isValid() ? moment.toMSecsSinceEpoch() : 0);
}

QByteArray words(const Error &error)
{
    return "error " + QByteArray::number(int(error.kind)) + ' ' + error.detail.toUtf8();
}

QByteArray describePicture(const Library &library, const QString &name)
{
    if (!name.startsWith(u"broadsheet-media:"_s))
        return {};
    const auto picture = library.picture(name);
    if (!picture)
        return " picture " + words(picture.error());
    const auto isWhole = name.endsWith(QString::fromLatin1(hashOf(picture->bytes)));
    return isWhole ? " pictured" : " a broken picture";
}

QByteArray describeStory(const Library &library, ArticleId id)
{
    const auto stored = library.article(id);
    if (!stored)
        return words(stored.error());
    const auto &headline = stored->headline;
    QByteArray line = QByteArray::number(qint64(id)) + ' ' + headline.title.toUtf8() + ' '
        + number(headline.listed) + ' ' + number(headline.opened) + ' '
        + number(headline.bookmarkedAt) + (headline.read ? " read " : " unread ")
        + hashOf((stored->article.text + stored->html).toUtf8()).first(12) + " at "
        + QByteArray::number(stored->position.block);
    for (const auto feed : stored->feeds)
        line += " feed " + QByteArray::number(qint64(feed));
    return line + describePicture(library, stored->article.lead.src);
}

QByteArray describeList(const Library &library, const QByteArray &name, const StoryQuery &query)
{
    const auto page = library.list(query, everything);
    if (!page)
        return name + ": " + words(page.error()) + '\n';
    QByteArray line = name + ':';
    for (const auto &story : page->stories)
        line += ' ' + QByteArray::number(qint64(story.id));
    return line + '\n';
}

// In no order: how well they match is judged by what else there is.
QByteArray describeSearch(const Library &library, const QString &wanted)
{
    const auto page
        = library.list({.words = wanted, .order = StoryQuery::Order::Newest}, everything);
    if (!page)
        return "search: " + words(page.error()) + '\n';
    QList<qint64> ids;
    for (const auto &story : page->stories)
        ids.append(qint64(story.id));
    std::ranges::sort(ids);
    QByteArray line = "search " + wanted.toUtf8() + ':';
    for (const auto id : ids)
        line += ' ' + QByteArray::number(id);
    return line + '\n';
}

QByteArray describeFeed(const Feed &feed)
{
    return "feed " + QByteArray::number(qint64(feed.id)) + ' ' + feed.url.toEncoded() + ' '
        + feed.title.toUtf8() + " in " + QByteArray::number(qint64(feed.folder)) + ' '
        + QByteArray::number(feed.unread) + '/' + QByteArray::number(feed.stories) + " due "
        + number(feed.due) + " fetched " + number(feed.fetched) + ' ' + feed.freshness.etag
        + (feed.failure ? " failing " + QByteArray::number(feed.failure->times) : "");
}

QByteArray describeFeeds(Library &library)
{
    const auto tree = library.feeds().tree();
    if (!tree)
        return "feeds: " + words(tree.error()) + '\n';
    QByteArray lines;
    for (const auto &folder : tree->folders)
        lines += "folder " + folder.title.toUtf8() + ' ' + QByteArray::number(folder.unread) + '\n';
    for (const auto &feed : tree->feeds) {
        lines += describeFeed(feed) + describePicture(library, feed.icon) + '\n';
        lines += describeList(library, " tells", {.scope = Scope::Feed, .feed = feed.id});
    }
    return lines;
}

// Looks into the file beside the library, past whatever tests have put before it.
class RawLibrary
{
public:
    explicit RawLibrary(const QString &folder)
    {
        sqlite3_open_v2(QFile::encodeName(folder + u"/library.sqlite"_s).constData(), &m_database,
                        SQLITE_OPEN_READWRITE, "unix");
    }
    ~RawLibrary() { sqlite3_close(m_database); }
    RawLibrary(const RawLibrary &) = delete;
    RawLibrary &operator=(const RawLibrary &) = delete;

    // The first column of all rows, or what is wrong.
    [[nodiscard]] QByteArrayList values(const QByteArray &sql) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr);
        QByteArrayList answer;
        while (sqlite3_step(statement) == SQLITE_ROW)
            answer.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        if (sqlite3_errcode(m_database) != SQLITE_DONE && sqlite3_errcode(m_database) != SQLITE_OK)
            answer.append(sql + ": " + sqlite3_errmsg(m_database));
        sqlite3_finalize(statement);
        return answer;
    }

private:
    sqlite3 *m_database = nullptr;
};

constexpr std::array rules = {
    "SELECT 'twice: ' || title FROM articles WHERE urlKey <> '' GROUP BY urlKey, title "
    "HAVING count(*) > 1",
    "SELECT 'keys: ' || count(*) FROM (SELECT key FROM storyKeys UNION ALL SELECT key FROM "
    "newStoryKeys) HAVING count(*) <> (SELECT coalesce(sum(1 + (urlKey <> '')), 0) FROM articles)",
    "SELECT 'without its text: ' || id FROM articles WHERE version NOT IN "
    "(SELECT id FROM versions)",
    "SELECT 'a version of no story: ' || id FROM versions WHERE article NOT IN "
    "(SELECT id FROM articles)",
    "SELECT 'listed by a feed but not there: ' || article FROM feedArticles WHERE article NOT IN "
    "(SELECT id FROM articles)",
    "SELECT 'twice in a feed: ' || article FROM feedArticles GROUP BY feed, article "
    "HAVING count(*) > 1",
    "SELECT 'a picture of no story: ' || article FROM articlePictures WHERE article NOT IN "
    "(SELECT id FROM articles)",
    "SELECT 'feed counts of ' || feed FROM feedCounts WHERE unread <> "
    "(SELECT count(*) FROM feedArticles JOIN articles ON articles.id = article "
    "WHERE feedArticles.feed = feedCounts.feed AND removed = 0 AND read = 0) OR stories <> "
    "(SELECT count(*) FROM feedArticles JOIN articles ON articles.id = article "
    "WHERE feedArticles.feed = feedCounts.feed AND removed = 0)",
    "SELECT 'totals ' || stories || ' ' || unread || ' ' || bookmarks FROM totals WHERE stories <> "
    "(SELECT count(*) FROM articles WHERE removed = 0) OR unread <> "
    "(SELECT count(*) FROM articles WHERE removed = 0 AND read = 0) OR bookmarks <> "
    "(SELECT count(*) FROM articles WHERE removed = 0 AND bookmarked > 0)",
};

// Each story must stand in one of the tables of words, once, and nothing else.
QByteArray damageOfIndex(const RawLibrary &raw)
{
    QByteArrayList rows{"SELECT NULL AS id WHERE 0"};
    const auto tables = raw.values("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'");
    for (const auto &table : tables) {
        const auto found
            = raw.values("INSERT INTO " + table + " (" + table + ") VALUES ('integrity-check')");
        if (!found.isEmpty())
            return found.first();
        rows.append("SELECT id FROM " + table + "_docsize");
    }
    const auto all = rows.join(" UNION ALL ");
    auto found = raw.values("SELECT 'without its words: ' || id FROM articles WHERE listed NOT IN ("
                            + all + ")");
    found += raw.values("SELECT 'words of no story: ' || id FROM (" + all
                        + ") WHERE id NOT IN (SELECT listed FROM articles)");
    found += raw.values("SELECT 'words twice: ' || id FROM (" + all
                        + ") GROUP BY id HAVING count(*) > 1");
    return found.value(0);
}

} // namespace

QByteArray librarystate::describe(Library &library)
{
    QByteArray lines;
    const auto page = library.list({}, everything);
    if (!page)
        return words(page.error());
    for (const auto &story : page->stories)
        lines += describeStory(library, story.id) + '\n';
    lines += describeList(library, "all", {});
    lines += describeList(library, "unread", {.scope = Scope::Unread});
    lines += describeList(library, "bookmarks", {.scope = Scope::Bookmarks});
    lines += describeList(library, "opened", {.scope = Scope::RecentlyOpened});
    lines += describeFeeds(library);
    const auto counts = library.counts();
    lines += counts
        ? "counts " + QByteArray::number(counts->all) + ' ' + QByteArray::number(counts->unread)
            + ' ' + QByteArray::number(counts->bookmarks) + '\n'
        : words(counts.error());
    const auto watched = library.watchedFolders();
    lines += watched ? watched->join(u' ').toUtf8() : words(watched.error());
    for (const auto &wanted : {u"harbour"_s, u"whole"_s, u"saved"_s})
        lines += '\n' + describeSearch(library, wanted);
    return lines;
}

QByteArray librarystate::damage(const QString &folder)
{
    const RawLibrary raw(folder);
    if (const auto found = raw.values("PRAGMA integrity_check"); found != QByteArrayList{"ok"})
        return found.join('\n');
    if (const auto found = raw.values("PRAGMA foreign_key_check"); !found.isEmpty())
        return "a row of " + found.first() + " belongs to nothing";
    if (const auto found = damageOfIndex(raw); !found.isEmpty())
        return found;
    for (const auto *rule : rules) {
        if (const auto found = raw.values(rule); !found.isEmpty())
            return found.first();
    }
    return {};
}
