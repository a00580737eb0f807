#include "care/textrepair.h"

#include "library/articletable.h"
#include "library/database.h"
#include "library/storedcontent.h"

#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Version
{
    storedcontent::Packed packed;
    QDateTime stored;
    articletable::Origin origin;
};

struct Damaged
{
    ArticleId id;
    qint64 version;
    QString title;
    QString site;
    QString excerpt;
    QString language;
};

QList<Damaged> damagedStories(Database &database)
{
    QList<Damaged> stories;
    auto query = database.query("SELECT articles.id, articles.version, articles.title, "
                                "articles.site, articles.excerpt, articles.language, "
                                "versions.content FROM articles LEFT JOIN versions "
                                "ON versions.id = articles.version "
                                "AND versions.article = articles.id");
    while (query.next()) {
        if (!storedcontent::unpack(query.blob(6)))
            stories.append({.id = ArticleId(query.number(0)),
                            .version = query.number(1),
                            .title = query.text(2),
                            .site = query.text(3),
                            .excerpt = query.text(4),
                            .language = query.text(5)});
    }
    return stories;
}

const std::string ofStory = "SELECT versions.content, versions.hash, versions.stored, "
                            "versions.origin, versions.feed FROM versions JOIN articles "
                            "ON articles.id = versions.article WHERE articles.id = ? "
                            "AND articles.title = ? "
                            "ORDER BY versions.id = articles.version DESC, versions.id DESC";

class Texts
{
public:
    Texts(Database &database, const QList<backups::Backup> &sources)
        : m_database(database)
    {
        for (const auto &source : sources)
            m_backups.push_back(
                std::make_unique<Database>(source.file, Database::Access::Immutable));
    }

    std::optional<Version> of(const Damaged &story)
    {
        for (const auto &backup : m_backups) {
            if (auto found = in(*backup, story))
                return found;
        }
        return in(m_database, story);
    }

private:
    static std::optional<Version> in(Database &database, const Damaged &story)
    {
        // What cannot be read here may be readable in the next.
        try {
            auto query = database.query(ofStory);
            query << qint64(story.id) << story.title;
            return readable(query);
        } catch (const SQLite::Exception &) {
            return std::nullopt;
        }
    }

    // The first of these rows that can be.
    static std::optional<Version> readable(Query &query)
    {
        while (query.next()) {
            auto content = query.blob(0);
            if (!storedcontent::unpack(content))
                continue;
            return Version{.packed = {.content = std::move(content), .hash = query.blob(1)},
                           .stored = moment(query.number(2)),
                           .origin = {.kind = articletable::Origin::Kind(query.number(3)),
                                      .feed = FeedId(query.number(4))}};
        }
        return std::nullopt;
    }

    Database &m_database;
    std::vector<std::unique_ptr<Database>> m_backups;
};

Version madeFromList(const Damaged &story)
{
    const Article article{.title = story.title,
                          .language = story.language,
                          .site = story.site,
                          .text = story.excerpt,
                          .warnings = {u"the text was lost"_s}};
    return {.packed = storedcontent::pack(article)};
}

void put(Database &database, const Damaged &story, const Version &version)
{
    auto forget = database.query("DELETE FROM versions WHERE id = ? AND article = ?");
    forget << story.version << qint64(story.id);
    forget.run();
    articletable::setVersion(database, story.id, version.packed, version.stored, version.origin);
}

// The number that the last new story was given.
qint64 lastNumber(Database &database)
{
    auto query = database.query("SELECT seq FROM sqlite_sequence WHERE name = 'articles'");
    return query.next() ? query.number(0) : 0;
}

// Texts whose stories' rows are lost. They are listed as of when their text was stored, and read.
QStringList makeRowsAnew(Database &database)
{
    struct Orphan
    {
        qint64 story;
        qint64 version;
        qint64 stored;
        Article article;
    };
    std::vector<Orphan> orphans;
    {
        auto query = database.query("SELECT article, max(id), stored, content FROM versions "
                                    "WHERE article NOT IN (SELECT id FROM articles) "
                                    "GROUP BY article");
        while (query.next()) {
            if (auto content = storedcontent::unpack(query.blob(3)))
                orphans.push_back({.story = query.number(0),
                                   .version = query.number(1),
                                   .stored = query.number(2),
                                   .article = std::move(content->article)});
        }
    }
    QStringList titles;
    const auto last = lastNumber(database);
    for (const auto &orphan : orphans) {
        const auto when = moment(orphan.stored);
        const auto id = articletable::insert(database, articletable::describing(orphan.article),
                                             when, articletable::freePlace(database, when));
        auto query = database.query("UPDATE articles SET id = ?, version = ?, read = 1 "
                                    "WHERE id = ?");
        query << orphan.story << orphan.version << qint64(id);
        query.run();
        titles.append(orphan.article.title);
    }
    auto query = database.query("UPDATE sqlite_sequence SET seq = max(?, (SELECT max(id) FROM "
                                "articles)) WHERE name = 'articles'");
    query << last;
    query.run();
    return titles;
}

} // namespace

textrepair::Outcome textrepair::mend(Database &database, const QList<backups::Backup> &sources)
{
    Outcome outcome{.listedAnew = makeRowsAnew(database)};
    Texts texts(database, sources);
    const auto stories = damagedStories(database);
    for (const auto &story : stories) {
        const auto found = texts.of(story);
        put(database, story, found ? *found : madeFromList(story));
        (found ? outcome.restored : outcome.shortened).append(story.title);
    }
    return outcome;
}
