#include "library/picturetable.h"

#include "library/database.h"
#include "library/mediastore.h"

void picturetable::insert(Database &database, ArticleId id, const Picture &picture)
{
    const auto hash = mediastore::hashOf(picture.name);
    auto insertion
        = database.query("INSERT OR IGNORE INTO pictures (hash, mimeType, size) VALUES (?, ?, ?)");
    insertion << hash << picture.mimeType << qint64(picture.bytes.size());
    insertion.run();
    auto link
        = database.query("INSERT OR IGNORE INTO articlePictures (article, picture) VALUES (?, ?)");
    link << qint64(id) << hash;
    link.run();
}

QString picturetable::mimeType(Database &database, const QByteArray &hash)
{
    auto query = database.query("SELECT mimeType FROM pictures WHERE hash = ?");
    query << hash;
    return query.next() ? query.text(0) : QString();
}
