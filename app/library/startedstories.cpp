#include "library/startedstories.h"

#include "library/articletable.h"
#include "library/database.h"
#include "library/limits.h"

int startedstories::renew(Database &database, const QList<ArticleId> &ids, const QDateTime &now)
{
    const auto list = articletable::listOf(ids);
    const std::string isPart = "articles.read = 1 AND EXISTS (SELECT 1 FROM positions WHERE "
                               "article = articles.id AND fraction > ?2 AND fraction < ?3)";
    const std::string these = " WHERE id IN (SELECT value FROM json_each(?1))";
    auto turned = database.query("SELECT count(*) FROM articles" + these + " AND (started > 0) <> ("
                                 + isPart + ")");
    auto update = database.query("UPDATE articles SET started = CASE WHEN " + isPart
                                 + " THEN max(?4, opened) ELSE 0 END" + these
                                 + " AND (started > 0 OR " + isPart + ")");
    for (auto *query : {&turned, &update})
        *query << list << limits::startedFrom << limits::startedUntil;
    turned.next();
    update << storedDeed(now);
    update.run();
    return int(turned.number(0));
}

std::optional<double> startedstories::progress(Database &database, ArticleId id)
{
    auto query = database.query(
        "SELECT CASE WHEN started > 0 THEN (SELECT fraction FROM positions WHERE article = "
        "articles.id) ELSE 0 END FROM articles WHERE id = ? AND removed = 0");
    query << qint64(id);
    return query.next() ? std::optional(query.real(0)) : std::nullopt;
}

double startedstories::counted(Database &database, ArticleId id, double fraction)
{
    auto query = database.query("SELECT fraction FROM positions WHERE article = ?");
    query << qint64(id);
    const auto before = query.next() ? query.real(0) : 0;
    return before >= limits::startedUntil ? before : fraction;
}

void startedstories::beginAnew(Database &database, ArticleId id)
{
    auto query = database.query(
        "UPDATE positions SET fraction = 0 WHERE article = ?1 AND fraction >= ?2 AND EXISTS "
        "(SELECT 1 FROM articles WHERE id = ?1 AND read = 0)");
    query << qint64(id) << limits::startedUntil;
    query.run();
}

ReadingPosition startedstories::placeOf(ReadingPosition stored)
{
    const auto isAtTop = stored.block == 0 && stored.quote.isEmpty();
    if (isAtTop && stored.fraction >= limits::startedUntil)
        stored.fraction = 0;
    return stored;
}
