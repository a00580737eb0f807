#include "library/picturetable.h"

#include "library/database.h"
#include "library/mediastore.h"

void picturetable::insert(Database &database, const Picture &picture)
{
    auto query
        = database.query("INSERT OR IGNORE INTO pictures (hash, mimeType, size) VALUES (?, ?, ?)");
    query << mediastore::hashOf(picture.name) << picture.mimeType << qint64(picture.bytes.size());
    query.run();
}

void picturetable::insert(Database &database, ArticleId id, const Picture &picture)
{
    insert(database, picture);
    auto link
        = database.query("INSERT OR IGNORE INTO articlePictures (article, picture) VALUES (?, ?)");
    link << qint64(id) << mediastore::hashOf(picture.name);
    link.run();
}

QString picturetable::mimeType(Database &database, const QByteArray &hash)
{
    auto query = database.query("SELECT mimeType FROM pictures WHERE hash = ?");
    query << hash;
    return query.next() ? query.text(0) : QString();
}

QList<QByteArray> picturetable::picturesOf(Database &database, ArticleId id)
{
    QList<QByteArray> hashes;
    auto query = database.query("SELECT picture FROM articlePictures WHERE article = ?");
    query << qint64(id);
    while (query.next())
        hashes.append(query.blob(0));
    return hashes;
}

void picturetable::removeUnused(Database &database, const QByteArray &hash)
{
    auto query = database.query("DELETE FROM pictures WHERE hash = ?1 "
                                "AND NOT EXISTS (SELECT 1 FROM articlePictures WHERE picture = ?1) "
                                "AND NOT EXISTS (SELECT 1 FROM feeds WHERE icon = ?2)");
    query << hash << mediastore::nameOf(hash);
    query.run();
}
