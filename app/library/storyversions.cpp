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

searchtable::Place storyversions::add(Database &database, searchtable::Changes &index,
                                      const Ready &version, const QDateTime &now,
                                      const QDateTime &listed, const articletable::Origin &origin)
{
    const auto place = articletable::freePlace(database, listed);
    const auto id = articletable::insert(database, version.description, now, place);
    articletable::setVersion(database, id, version.packed, now, origin);
    const searchtable::Place added{.id = id, .listed = stored(place)};
    index.insert(added, version.fields);
    return added;
}

bool storyversions::renew(Database &database, searchtable::Changes &index, ArticleId id,
                          const Ready &version, const QDateTime &now,
                          const articletable::Origin &origin)
{
    const auto before = articletable::content(database, id);
    if (articletable::setVersion(database, id, version.packed, now, origin)
        == articletable::Versioning::Unchanged)
        return false;
    const searchtable::Place place{.id = id, .listed = articletable::placeOf(database, id)};
    if (const auto old = storedcontent::unpack(before))
        index.remove(place, old->article);
    index.insert(place, version.fields);
    articletable::describe(database, id, version.description);
    return true;
}

bool storyversions::choose(Database &database, searchtable::Changes &index, ArticleId id,
                           qint64 version)
{
    if (articletable::currentVersion(database, id) == version)
        return false;
    const auto told = storedcontent::unpack(articletable::content(database, id, version));
    if (!told)
        return false;
    const searchtable::Place place{.id = id, .listed = articletable::placeOf(database, id)};
    if (const auto old = storedcontent::unpack(articletable::content(database, id)))
        index.remove(place, old->article);
    articletable::setCurrentVersion(database, id, version);
    articletable::describe(database, id, articletable::describing(told->article));
    index.insert(place, searchtable::fieldsOf(told->article));
    return true;
}
