#pragma once

#include "library/database.h"
#include "library/library.h"

#include <QDateTime>
#include <QString>

#include <string>

namespace support {

struct Shelved
{
    int stories = 0;
    QDateTime newest = QDateTime(QDate(2024, 5, 4), QTime(20, 0), Qt::UTC);
    int minutesApart = 5;
    int unreadEvery = 2; // One of so many stories is unread.
};

// Makes a library of very many stories in a folder, in a second or two for a million: rows as lists
// show them, without texts. The last has the highest number and is the newest.
inline void shelve(const QString &folder, const Shelved &shelved)
{
    if (!Library::open(folder, Library::Access::ReadWrite))
        qFatal("no library can be made");
    Database database(folder + QStringLiteral("/library.sqlite"), Database::Access::ReadWrite);
    database.execute("PRAGMA synchronous = OFF");
    Transaction transaction(database, Transaction::Durability::Relaxed);
    // Each row would be counted by itself.
    database.execute("DROP TRIGGER countAdded");
    auto rows = database.query(
        "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1) "
        "INSERT INTO articles (urlKey, textKey, titleKey, title, site, byline, excerpt, language, "
        "published, thumbnail, added, listed, read) "
        "SELECT '', x'00', 0, 'Story ' || n || ' about harbours', "
        "'The ' || substr('AdaBeaCoeDea', 1 + n % 4 * 3, 3) || ' Gazette', 'Ada Reed', "
        "'The first words of story ' || n || ', which go on for a line or two of the list.', 'en', "
        "'', '', ?2 - (?1 - n) * ?3, ?2 - (?1 - n) * ?3, n % ?4 > 0 FROM numbers");
    rows << shelved.stories << stored(shelved.newest) << qint64(shelved.minutesApart) * 60'000
         << shelved.unreadEvery;
    rows.run();
    database.execute("UPDATE totals SET stories = (SELECT count(*) FROM articles), "
                     "unread = (SELECT count(*) FROM articles WHERE read = 0)");
    database.execute("CREATE TRIGGER countAdded AFTER INSERT ON articles BEGIN "
                     "UPDATE totals SET stories = stories + (NEW.removed = 0), "
                     "unread = unread + (NEW.removed = 0 AND NEW.read = 0), "
                     "bookmarks = bookmarks + (NEW.removed = 0 AND NEW.bookmarked > 0); END");
    transaction.commit();
}

} // namespace support
