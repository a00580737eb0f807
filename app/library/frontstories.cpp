#include "library/articletable.h"
#include "library/database.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"

#include <QHash>
#include <QSet>

#include <algorithm>

// What a front page is made of.

namespace {

// Of the stories that came last, whatever their dates. Their ids are the order in which they came,
// so that no index has to know when that was.
QList<ArticleId> cameSince(Database &database, const QDateTime &since, int most)
{
    auto rows = database.query(
        "SELECT id FROM articles NOT INDEXED WHERE id > (SELECT max(id) FROM articles) - ? "
        "AND removed = 0 AND read = 0 AND added >= ? ORDER BY listed DESC LIMIT ?");
    rows << limits::lookedAtForFrontPage << stored(since) << most;
    QList<ArticleId> ids;
    while (rows.next())
        ids.append(ArticleId(rows.number(0)));
    return ids;
}

QList<ArticleId> newest(Database &database, int most)
{
    auto rows = database.query("SELECT id FROM articles INDEXED BY articlesByRead "
                               "WHERE removed = 0 AND read = 0 ORDER BY listed DESC LIMIT ?");
    rows << most;
    QList<ArticleId> ids;
    while (rows.next())
        ids.append(ArticleId(rows.number(0)));
    return ids;
}

void addFeeds(Database &database, const std::string &list, QHash<ArticleId, FrontStory> &stories)
{
    auto rows = database.query(
        "SELECT feedArticles.article, feedArticles.feed FROM json_each(?) AS wanted "
        "CROSS JOIN feedArticles ON feedArticles.article = wanted.value "
        "JOIN feeds ON feeds.id = feedArticles.feed AND feeds.subscribed = 1 "
        "ORDER BY feedArticles.feed");
    rows << list;
    while (rows.next()) {
        auto &feeds = stories[ArticleId(rows.number(0))].feeds;
        if (!feeds.contains(FeedId(rows.number(1))))
            feeds.append(FeedId(rows.number(1)));
    }
}

// The length alone: the texts themselves stay on the disk.
void addLengths(Database &database, const std::string &list, QHash<ArticleId, FrontStory> &stories)
{
    auto rows = database.query("SELECT articles.id, length(versions.content) FROM json_each(?) "
                               "AS wanted CROSS JOIN articles ON articles.id = wanted.value "
                               "JOIN versions ON versions.id = articles.version");
    rows << list;
    while (rows.next())
        stories[ArticleId(rows.number(0))].bytes = rows.number(1);
}

} // namespace

Result<QList<FrontStory>> Library::frontStories(const QDateTime &since, int enough, int most) const
{
    return attempt(m->file, [&]() -> Result<QList<FrontStory>> {
        const Reading reading(*m->database);
        auto ids = cameSince(*m->database, since, most);
        if (ids.size() < enough) {
            const QSet<ArticleId> there(ids.cbegin(), ids.cend());
            for (const auto id : newest(*m->database, enough)) {
                if (!there.contains(id))
                    ids.append(id);
            }
        }
        QHash<ArticleId, FrontStory> known;
        const auto list = articletable::listOf(ids);
        addFeeds(*m->database, list, known);
        addLengths(*m->database, list, known);
        QList<FrontStory> stories;
        for (auto &headline : articletable::headlines(*m->database, ids)) {
            auto story = known.value(headline.id);
            story.headline = std::move(headline);
            stories.append(std::move(story));
        }
        return stories;
    });
}

// Ids are the order in which stories came.
Result<ArticleId> Library::lastCome() const
{
    return attempt(m->file, [&]() -> Result<ArticleId> {
        auto row = m->database->query("SELECT max(id) FROM articles");
        return row.next() ? ArticleId(row.number(0)) : ArticleId::None;
    });
}

Result<int> Library::unreadComeAfter(ArticleId last, int most) const
{
    return attempt(m->file, [&]() -> Result<int> {
        auto row = m->database->query("SELECT count(*) FROM (SELECT 1 FROM articles WHERE id > ? "
                                      "AND removed = 0 AND read = 0 LIMIT ?)");
        row << qint64(last) << most;
        return row.next() ? int(row.number(0)) : 0;
    });
}
