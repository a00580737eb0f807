#include "library/articletable.h"
#include "library/library.h"
#include "library/libraryparts.h"

// What is asked about many stories at a time.

Result<StoryStates> Library::states(const QList<ArticleId> &ids) const
{
    return attempt(m->file, [&]() -> Result<StoryStates> {
        auto row = m->database->query(
            "SELECT count(*), total(read), total(bookmarked > 0) FROM articles "
            "WHERE removed = 0 AND id IN (SELECT value FROM json_each(?))");
        const auto list = articletable::listOf(ids);
        row << list;
        row.next();
        return StoryStates{.present = int(row.number(0)),
                           .read = int(row.number(1)),
                           .bookmarked = int(row.number(2))};
    });
}

Result<ArticleId> Library::firstUnread(const QList<ArticleId> &ids) const
{
    return attempt(m->file, [&]() -> Result<ArticleId> {
        auto row = m->database->query(
            "SELECT articles.id FROM json_each(?) AS wanted CROSS JOIN articles "
            "WHERE articles.id = wanted.value AND articles.removed = 0 AND articles.read = 0 "
            "LIMIT 1");
        const auto list = articletable::listOf(ids);
        row << list;
        return row.next() ? ArticleId(row.number(0)) : ArticleId::None;
    });
}
