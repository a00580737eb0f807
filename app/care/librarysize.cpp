#include "care/librarysize.h"

#include "care/libraryfiles.h"
#include "care/limits.h"
#include "care/unusedmedia.h"
#include "library/safefiles.h"
#include "library/stopped.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

qint64 number(Database &database, const std::string &sql)
{
    auto query = database.query(sql);
    return query.next() ? query.number(0) : 0;
}

// The bytes of the pages of each table and each of SQLite's indexes; empty where SQLite was built
// without that.
std::map<QString, qint64> bytesOfTables(Database &database)
{
    std::map<QString, qint64> bytes;
    try {
        auto query = database.query("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE");
        while (query.next())
            bytes[query.text(0)] = query.number(1);
    } catch (const SQLite::Exception &exception) {
        if (errorFrom(exception, {}).kind == Error::Kind::Cancelled)
            throw;
        bytes.clear();
    }
    return bytes;
}

// Without dbstat: the rows that are told in bytes, and the rest by what is left.
std::map<QString, qint64> estimatedTables(Database &database, qint64 pages)
{
    std::map<QString, qint64> bytes;
    bytes[u"versions"_s] = number(database,
                                  "SELECT count(*) * (SELECT avg(length(content)) FROM (SELECT "
                                  "content FROM versions LIMIT 1000)) FROM versions");
    bytes[u"journal"_s] = number(database, "SELECT sum(length(detail)) FROM journal");
    bytes[u"search"_s]
        = std::max<qint64>(0, (pages - bytes[u"versions"_s] - bytes[u"journal"_s]) / 2);
    bytes[u"articles"_s] = pages - bytes[u"versions"_s] - bytes[u"journal"_s] - bytes[u"search"_s];
    return bytes;
}

// What was replaced, in the bytes that are packed in it.
qint64 olderBytes(Database &database)
{
    return number(database,
                  "SELECT ifnull(sum(length(content)), 0) FROM versions JOIN articles "
                  "ON articles.id = versions.article WHERE versions.id <> articles.version");
}

void addTables(Database &database, LibrarySize &size)
{
    const auto pageSize = number(database, "PRAGMA page_size");
    size.freePages = number(database, "PRAGMA freelist_count") * pageSize;
    const auto used = number(database, "PRAGMA page_count") * pageSize - size.freePages;
    auto tables = bytesOfTables(database);
    if (tables.empty()) {
        size.estimated = true;
        tables = estimatedTables(database, used);
    }
    size.olderVersions = olderBytes(database);
    for (const auto &[name, bytes] : tables) {
        if (name == "versions"_L1)
            size.texts += bytes;
        else if (name.startsWith("search"_L1))
            size.index += bytes;
        else if (name.startsWith("journal"_L1))
            size.journal += bytes;
    }
    size.texts = std::max<qint64>(0, size.texts - size.olderVersions);
    // Also pages that belong to no table, such as those that tell where others are.
    size.lists
        = std::max<qint64>(0, used - size.texts - size.olderVersions - size.index - size.journal);
}

void addBiggest(Database &database, LibrarySize &size)
{
    auto query = database.query(
        "WITH told AS (SELECT articles.id, articles.site, length(versions.content) AS bytes, "
        "(SELECT max(feed) FROM feedArticles WHERE article = articles.id) AS feed "
        "FROM articles JOIN versions ON versions.id = articles.version) "
        "SELECT CASE WHEN feeds.id IS NULL THEN told.site WHEN feeds.title <> '' THEN feeds.title "
        "ELSE feeds.ownTitle END AS name, sum(told.bytes), count(*) FROM told "
        "LEFT JOIN feeds ON feeds.id = told.feed GROUP BY told.feed, "
        "CASE WHEN feeds.id IS NULL THEN told.site END HAVING name <> '' "
        "ORDER BY 2 DESC LIMIT "
        + std::to_string(limits::biggestFeeds));
    while (query.next())
        size.biggest.append(
            {.title = query.text(0), .bytes = query.number(1), .stories = int(query.number(2))});
}

void addFreeable(Database &database, const QString &folder, const QDateTime &now, LibrarySize &size)
{
    auto versions = database.query(
        "SELECT count(*), ifnull(sum(bytes), 0) FROM (SELECT length(versions.content) AS bytes, "
        "row_number() OVER (PARTITION BY versions.article ORDER BY versions.id = articles.version "
        "DESC, versions.id DESC) AS place FROM versions JOIN articles "
        "ON articles.id = versions.article) WHERE place > ?");
    versions << limits::keptVersions;
    if (versions.next())
        size.versions = {.count = int(versions.number(0)), .bytes = versions.number(1)};
    const auto unused = unusedmedia::find(database, folder, now);
    for (const auto &picture : unused) {
        ++size.unusedPictures.count;
        size.unusedPictures.bytes += picture.bytes;
    }
    const auto kept = backups::in(backups::folderOf(folder));
    for (const auto &backup : kept.mid(1)) {
        ++size.oldBackups.count;
        size.oldBackups.bytes += backup.bytes;
    }
}

} // namespace

qint64 LibrarySize::total() const
{
    return texts + olderVersions + lists + index + journal + freePages + log + pictures + backups;
}

Result<LibrarySize> librarysize::measure(const QString &libraryFolder, const QDateTime &now,
                                         const std::stop_token &stop)
{
    const auto file = libraryfiles::fileIn(libraryFolder);
    if (const auto refused = libraryfiles::check(file); !refused)
        return refused.error();
    return attempt(file, [&]() -> Result<LibrarySize> {
        const auto database = libraryfiles::reading(file);
        const StoppedQueries stopped(*database, stop);
        const Reading reading(*database);
        LibrarySize size{.log = QFileInfo(file + u"-wal"_s).size(),
                         .pictures = safefiles::bytesIn(libraryfiles::mediaIn(libraryFolder)),
                         .backups = safefiles::bytesIn(backups::folderOf(libraryFolder))};
        addTables(*database, size);
        addBiggest(*database, size);
        addFreeable(*database, libraryFolder, now, size);
        return size;
    });
}
