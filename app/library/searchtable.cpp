#include "library/searchtable.h"

#include "library/database.h"
#include "library/limits.h"
#include "library/searchfacts.h"
#include "library/storedcontent.h"
#include "search/searchwords.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

// Merging waits until there is time for it: see merge().
void create(Database &database, qint64 shard)
{
    const auto table = searchtable::tableOf(shard);
    database.execute(("CREATE VIRTUAL TABLE " + table
                      + " USING fts5 (title, byline, body, captions, credits, site, facts, "
                        "content = '', "
                        "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")")
                         .c_str());
    database.execute(("INSERT INTO " + table + " (" + table
                      + ", rank) VALUES ('automerge', 0), ('crisismerge', 1000), ('pgsz', 8000), "
                        "('usermerge', 8), ('hashsize', "
                      + std::to_string(limits::indexBytesInMemory) + ")")
                         .c_str());
    auto row = database.query("INSERT INTO searchShards (shard, oldest, newest) VALUES (?, ?, ?)");
    row << shard << std::numeric_limits<qint64>::max() << std::numeric_limits<qint64>::min();
    row.run();
}

bool exists(Database &database, qint64 shard)
{
    auto query = database.query("SELECT 1 FROM searchShards WHERE shard = ?");
    query << shard;
    return query.next();
}

void widen(Database &database, qint64 shard, qint64 oldest, qint64 newest)
{
    auto query = database.query("UPDATE searchShards SET oldest = min(oldest, ?1), "
                                "newest = max(newest, ?2) "
                                "WHERE shard = ?3 AND (oldest > ?1 OR newest < ?2)");
    query << oldest << newest << shard;
    query.run();
}

constexpr auto columns = "rowid, title, byline, body, captions, credits, site, facts";

std::string insertion(qint64 shard)
{
    return "INSERT INTO " + searchtable::tableOf(shard) + " (" + columns
        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
}

std::string removal(qint64 shard)
{
    const auto table = searchtable::tableOf(shard);
    return "INSERT INTO " + table + " (" + table + ", " + columns
        + ") VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?)";
}

int piecesOf(Database &database, qint64 shard)
{
    const auto sql = "SELECT segid FROM " + searchtable::tableOf(shard)
        + "_idx WHERE segid > ? ORDER BY segid LIMIT 1";
    int count = 0;
    for (qint64 last = 0;; ++count) {
        auto query = database.query(sql);
        query << last;
        // In a damaged index the next may be one of those before.
        if (!query.next() || query.number(0) <= last)
            return count;
        last = query.number(0);
    }
}

// A negative number of pages makes one piece of all in the end, not only of what is worth it.
bool mergeShard(Database &database, qint64 shard, int pages)
{
    const auto table = searchtable::tableOf(shard);
    const auto before = database.handle().getTotalChanges();
    auto query
        = database.query("INSERT INTO " + table + " (" + table + ", rank) VALUES ('merge', ?)");
    query << pages;
    query.run();
    // As FTS5 documents it: the command by itself counts as one change.
    return database.handle().getTotalChanges() - before >= 2;
}

constexpr auto progress = "indexing"; // How far a rebuilding has come, in the table of care.

void note(Database &database, qint64 last, bool isMore)
{
    auto query = isMore ? database.query("UPDATE care SET value = ?2 WHERE name = ?1")
                        : database.query("DELETE FROM care WHERE name = ?1");
    query << QString::fromLatin1(progress);
    if (isMore)
        query << QString::number(last);
    query.run();
}

bool isUnfinished(Database &database)
{
    auto query = database.query("SELECT 1 FROM care WHERE name = ?");
    query << QString::fromLatin1(progress);
    return query.next();
}

// Answers whether there is more to do.
bool rebuildSome(Database &database)
{
    Transaction transaction(database, Transaction::Durability::Relaxed);
    qint64 last = 0;
    {
        auto query = database.query("SELECT value FROM care WHERE name = ?");
        query << QString::fromLatin1(progress);
        if (!query.next())
            return false;
        last = query.text(0).toLongLong();
    }
    searchtable::Changes index;
    auto count = 0;
    {
        auto rows = database.query(
            "SELECT articles.id, articles.listed, versions.content FROM articles "
            "JOIN versions ON versions.id = articles.version WHERE articles.id > ? "
            "ORDER BY articles.id LIMIT ?");
        rows << last << limits::indexedAtOnce;
        for (; rows.next(); ++count) {
            last = rows.number(0);
            if (const auto told = storedcontent::unpack(rows.blob(2)))
                index.insert({.id = ArticleId(last), .listed = rows.number(1)},
                             searchtable::fieldsOf(told->article));
        }
    }
    index.write(database);
    note(database, last, count > 0);
    searchtable::merge(database, limits::mergedAtRest, searchtable::Where::Newest);
    transaction.commit();
    return count > 0;
}

} // namespace

searchtable::Fields searchtable::fieldsOf(const Article &article)
{
    QStringList captionList{article.lead.caption, article.lead.alt};
    QStringList creditList{article.lead.credit};
    for (const auto &figure : article.figures) {
        captionList << figure.caption << figure.alt;
        creditList << figure.credit;
    }
    const auto title = searchwords::indexable(article.title);
    const auto authors = searchwords::indexable(byline(article.authors));
    const auto body = searchwords::indexable(article.standfirst + u'\n'
                                             + article.text.left(limits::indexedLength));
    const auto captions = searchwords::indexable(captionList.join(u'\n'));
    const auto credits = searchwords::indexable(creditList.join(u'\n'));
    const auto site = searchwords::indexable(article.site);
    const auto facts = searchfacts::factsOf(
        article, QStringList{title, authors, body, captions, credits}.join(u'\n'));
    return {.title = title.toStdString(),
            .byline = authors.toStdString(),
            .body = body.toStdString(),
            .captions = captions.toStdString(),
            .credits = credits.toStdString(),
            .site = site.toStdString(),
            .facts = facts.toStdString()};
}

void searchtable::Changes::insert(const Place &place, Fields fields)
{
    m_changes.push_back({.kind = Kind::Insert, .place = place, .fields = std::move(fields)});
}

void searchtable::Changes::remove(const Place &place, const Article &article)
{
    m_changes.push_back({.kind = Kind::Remove, .place = place, .fields = fieldsOf(article)});
}

void searchtable::Changes::write(Database &database)
{
    // In the order of their rows: at one that goes back FTS5 writes a piece of the index.
    std::ranges::stable_sort(m_changes, {}, [](const Change &change) {
        return std::tuple(shardOf(change.place.id), change.place.listed);
    });
    qint64 shard = -1;
    qint64 oldest = 0;
    qint64 newest = 0;
    const auto finish = [&] {
        if (shard >= 0)
            widen(database, shard, oldest, newest);
    };
    for (const auto &change : m_changes) {
        if (const auto next = shardOf(change.place.id); next != shard) {
            finish();
            shard = next;
            oldest = change.place.listed;
            if (!exists(database, shard))
                create(database, shard);
        }
        newest = change.place.listed;
        const auto &fields = change.fields;
        auto query
            = database.query(change.kind == Kind::Insert ? insertion(shard) : removal(shard));
        query << change.place.listed << fields.title << fields.byline << fields.body
              << fields.captions << fields.credits << fields.site << fields.facts;
        query.run();
    }
    finish();
    m_changes.clear();
}

std::vector<searchtable::Shard> searchtable::shards(Database &database)
{
    std::vector<Shard> result;
    auto query
        = database.query("SELECT shard, oldest, newest FROM searchShards ORDER BY shard DESC");
    while (query.next())
        result.push_back(
            {.number = query.number(0), .oldest = query.number(1), .newest = query.number(2)});
    return result;
}

qint64 searchtable::shardOf(ArticleId id)
{
    return qint64(id) / limits::storiesOfOneShard;
}

std::string searchtable::tableOf(qint64 shard)
{
    return "search" + std::to_string(shard);
}

bool searchtable::merge(Database &database, int pages, Where where)
{
    const auto all = shards(database);
    for (const auto &shard : all) {
        // To one that is full little comes any more.
        const auto isFull = shard.number != all.front().number;
        if (where == Where::Full && !isFull)
            continue;
        if (piecesOf(database, shard.number) > (isFull ? 1 : limits::piecesOfOneShard)
            && mergeShard(database, shard.number, isFull ? -pages : pages))
            return true;
        if (where == Where::Newest)
            break;
    }
    return false;
}

bool searchtable::fallsBehind(Database &database)
{
    const auto all = shards(database);
    auto pieces = 0;
    for (const auto &shard : all)
        pieces += piecesOf(database, shard.number) - 1;
    return pieces > limits::unmergedPieces;
}

void searchtable::beginRebuild(Database &database)
{
    const auto all = shards(database);
    for (const auto &shard : all)
        database.execute(("DROP TABLE " + tableOf(shard.number)).c_str());
    database.execute("DELETE FROM searchShards");
    auto note = database.query("INSERT OR REPLACE INTO care (name, value) VALUES (?, '0')");
    note << QString::fromLatin1(progress);
    note.run();
}

void searchtable::rebuild(Database &database)
{
    {
        Transaction transaction(database, Transaction::Durability::Relaxed);
        beginRebuild(database);
        transaction.commit();
    }
    resume(database);
}

void searchtable::resume(Database &database)
{
    // Most often there is nothing to do, and so no reason to wait for others that write.
    while (isUnfinished(database) && rebuildSome(database)) { }
}
