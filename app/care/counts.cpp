#include "care/counts.h"

#include "library/database.h"

namespace {

const std::string counted
    = "SELECT (SELECT count(*) FROM articles WHERE removed = 0) AS stories, "
      "(SELECT count(*) FROM articles WHERE removed = 0 AND read = 0) AS unread, "
      "(SELECT count(*) FROM articles WHERE removed = 0 AND bookmarked > 0) AS bookmarks";

const std::string countedOfFeeds
    = "SELECT feeds.id AS feed, count(articles.id) AS stories, "
      "ifnull(sum(articles.read = 0), 0) AS unread FROM feeds "
      "LEFT JOIN feedArticles ON feedArticles.feed = feeds.id "
      "LEFT JOIN articles ON articles.id = feedArticles.article AND articles.removed = 0 "
      "GROUP BY feeds.id";

} // namespace

bool counts::areRight(Database &database)
{
    auto query = database.query("SELECT count(*), (SELECT count(*) FROM totals JOIN (" + counted
                                + ") USING (stories, unread, bookmarks)) FROM totals");
    return query.next() && query.number(0) == 1 && query.number(1) == 1;
}

qint64 counts::wrongFeeds(Database &database)
{
    auto query = database.query("SELECT count(*) FROM (" + countedOfFeeds
                                + ") AS right LEFT JOIN feedCounts USING (feed) "
                                  "WHERE feedCounts.stories IS NOT right.stories "
                                  "OR feedCounts.unread IS NOT right.unread");
    return query.next() ? query.number(0) : 0;
}

void counts::mend(Database &database)
{
    database.execute("DELETE FROM totals");
    database.execute(("INSERT INTO totals (stories, unread, bookmarks) " + counted).c_str());
    database.execute("DELETE FROM feedCounts");
    database.execute(("INSERT INTO feedCounts (feed, stories, unread) " + countedOfFeeds).c_str());
}
