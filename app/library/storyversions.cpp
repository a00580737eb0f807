#include "library/storyversions.h"

#include "library/database.h"

#include <utility>

namespace {

storyversions::Ready readyWith(const Article &article, storedcontent::Packed packed)
{
    return {.description = articletable::describing(article),
            .packed = std::move(packed),
            .fields = searchtable::fieldsOf(article)};
}

} // namespace

storyversions::Ready storyversions::ready(const Article &article)
{
    return readyWith(article, storedcontent::pack(article));
}

storyversions::Ready storyversions::ready(const Article &article, const QString &html)
{
    return readyWith(article, storedcontent::pack(article, html));
}

ArticleId storyversions::add(Database &database, searchtable::Changes &index, const Ready &version,
                             const QDateTime &now, const QDateTime &listed,
                             const articletable::Origin &origin)
{
    const auto id = articletable::insert(database, version.description, now, listed);
    articletable::setVersion(database, id, version.packed, now, origin);
    index.insert(id, version.fields);
    return id;
}

bool storyversions::renew(Database &database, searchtable::Changes &index, ArticleId id,
                          const Ready &version, const QDateTime &now,
                          const articletable::Origin &origin)
{
    const auto before = articletable::content(database, id);
    if (articletable::setVersion(database, id, version.packed, now, origin)
        == articletable::Versioning::Unchanged)
        return false;
    if (const auto old = storedcontent::unpack(before))
        index.remove(id, old->article);
    index.insert(id, version.fields);
    articletable::describe(database, id, version.description);
    return true;
}
