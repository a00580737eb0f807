#include "care/integrity.h"

#include "care/counts.h"
#include "care/libraryfiles.h"
#include "care/limits.h"
#include "library/migrations.h"
#include "library/stopped.h"
#include "library/storedcontent.h"
#include "library/storykeys.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using integrity::Depth;
using integrity::Finding;
using integrity::Health;
using Kind = Finding::Kind;

// A query that meets a damaged page is a finding; one that was stopped is none.
template<typename Look>
void look(Health &health, Kind kind, Look function)
{
    try {
        function();
    } catch (const SQLite::Exception &exception) {
        if (errorFrom(exception, {}).kind == Error::Kind::Cancelled)
            throw;
        health.findings.append(
            {.kind = kind, .count = 1, .examples = {QString::fromUtf8(exception.what())}});
    }
}

void add(Health &health, Finding finding)
{
    if (finding.count > 0)
        health.findings.append(std::move(finding));
}

qint64 number(Database &database, const std::string &sql)
{
    auto query = database.query(sql);
    return query.next() ? query.number(0) : 0;
}

void lookAtPages(Database &database, Health &health, Depth depth)
{
    Finding finding{.kind = Kind::DamagedFile};
    auto query = database.query(std::string("PRAGMA ")
                                + (depth == Depth::Quick ? "quick_check(" : "integrity_check(")
                                + std::to_string(limits::faultsOfFile) + ")");
    while (query.next()) {
        if (query.text(0) == "ok"_L1)
            return;
        ++finding.count;
        if (finding.examples.size() < limits::examples)
            finding.examples.append(query.text(0));
    }
    add(health, finding);
}

QStringList indexTables(Database &database)
{
    QStringList names;
    auto query = database.query("SELECT name FROM sqlite_master WHERE type = 'table' "
                                "AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%' ORDER BY name");
    while (query.next())
        names.append(query.text(0));
    return names;
}

// Reads the whole index. FTS5's own check is a statement that writes, and would hold up others.
void lookAtIndex(Database &database, Health &health)
{
    qint64 indexed = 0;
    auto counts = true;
    const auto names = indexTables(database);
    for (const auto &name : names) {
        const auto table = name.toStdString();
        database.execute(("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_" + table
                          + " USING fts5vocab('main', '" + table + "', 'row')")
                             .c_str());
        number(database, "SELECT sum(cnt) FROM temp.words_" + table);
        counts = counts && database.handle().tableExists(table + "_docsize");
        if (counts)
            indexed += number(database, "SELECT count(*) FROM " + table + "_docsize");
    }
    if (!counts)
        return;
    const auto wanted = number(database, "SELECT count(*) FROM articles WHERE version > 0");
    add(health, {.kind = Kind::IncompleteIndex, .count = std::abs(wanted - indexed)});
}

void lookAtTexts(Database &database, Health &health)
{
    Finding finding{.kind = Kind::StoriesWithoutText};
    auto query = database.query("SELECT articles.title, versions.content FROM articles "
                                "LEFT JOIN versions ON versions.id = articles.version "
                                "AND versions.article = articles.id");
    while (query.next()) {
        if (storedcontent::unpack(query.blob(1)))
            continue;
        ++finding.count;
        if (finding.examples.size() < limits::examples)
            finding.examples.append(query.text(0));
    }
    add(health, finding);
}

void lookAtRows(Database &database, Health &health)
{
    Finding finding{.kind = Kind::StrayRows};
    auto query = database.query("PRAGMA foreign_key_check");
    while (query.next())
        ++finding.count;
    finding.count += number(database,
                            "SELECT count(*) FROM feedArticles "
                            "WHERE article NOT IN (SELECT id FROM articles) "
                            "OR feed NOT IN (SELECT id FROM feeds)");
    for (const auto *keys : {"storyKeys", "newStoryKeys"})
        finding.count += number(database,
                                std::string("SELECT count(*) FROM ") + keys
                                    + " WHERE article NOT IN (SELECT id FROM articles)");
    add(health, finding);
}

void lookAtPictures(Database &database, const QString &media, Health &health,
                    const std::stop_token &stop)
{
    Finding finding{.kind = Kind::MissingPictures};
    auto query = database.query("SELECT hash, size FROM pictures");
    while (query.next() && !stop.stop_requested()) {
        const QFileInfo file(libraryfiles::pictureFile(media, query.blob(0)));
        if (!file.isFile() || file.size() != query.number(1))
            ++finding.count;
    }
    add(health, finding);
}

void lookAt(Database &database, const QString &folder, Depth depth, Health &health,
            const std::stop_token &stop)
{
    look(health, Kind::DamagedFile, [&] { lookAtPages(database, health, depth); });
    look(health, Kind::WrongCounts, [&] {
        health.stories = int(number(database, "SELECT count(*) FROM articles WHERE removed = 0"));
        add(health, {.kind = Kind::WrongCounts, .count = counts::areRight(database) ? 0 : 1});
    });
    if (depth == Depth::Quick)
        return;
    look(health, Kind::WrongFeedCounts, [&] {
        add(health, {.kind = Kind::WrongFeedCounts, .count = counts::wrongFeeds(database)});
    });
    look(health, Kind::DamagedIndex, [&] { lookAtIndex(database, health); });
    look(health, Kind::StoriesWithoutText, [&] { lookAtTexts(database, health); });
    look(health, Kind::UnknownStories, [&] {
        add(health, {.kind = Kind::UnknownStories, .count = storykeys::countMissing(database)});
    });
    look(health, Kind::StrayRows, [&] { lookAtRows(database, health); });
    look(health, Kind::MissingPictures,
         [&] { lookAtPictures(database, libraryfiles::mediaIn(folder), health, stop); });
}

} // namespace

bool Health::has(Kind kind) const
{
    return std::ranges::any_of(findings,
                               [&](const Finding &finding) { return finding.kind == kind; });
}

Result<Health> integrity::examine(const QString &libraryFolder, Depth depth,
                                  const std::stop_token &stop)
{
    const auto file = libraryfiles::fileIn(libraryFolder);
    if (const auto refused = libraryfiles::check(file); !refused)
        return refused.error();
    auto examined = attempt(file, [&]() -> Result<Health> {
        if (QFileInfo(file).size() == 0)
            return Error{Error::Kind::Emptied, u"an empty file"_s, file};
        const auto database = libraryfiles::readingWhatIsThere(file);
        const StoppedQueries stopped(*database, stop);
        if (const auto checked = migrations::check(*database); !checked)
            return Error{checked.error().kind, checked.error().detail, file};
        if (migrations::isOld(*database))
            return Error{Error::Kind::Unsupported, u"an older version"_s, file};
        Health health;
        lookAt(*database, libraryFolder, depth, health, stop);
        if (stop.stop_requested())
            return Error{Error::Kind::Cancelled, {}, file};
        return health;
    });
    if (examined || examined.error().kind == Error::Kind::Cancelled
        || examined.error().kind == Error::Kind::Unsupported
        || examined.error().kind == Error::Kind::Refused)
        return examined;
    return Health{
        .findings
        = {{.kind = Kind::NotALibrary, .count = 1, .examples = {examined.error().detail}}}};
}
