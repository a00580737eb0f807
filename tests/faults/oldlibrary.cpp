#include "oldlibrary.h"

#include "library/database.h"
#include "library/identity.h"
#include "library/migrations.h"
#include "library/storedcontent.h"
#include "load.h"

using namespace Qt::StringLiterals;
using load::timeOf;

void makeOldLibrary(const QString &folder, int stories)
{
    Database database(folder + u"/library.sqlite"_s, Database::Access::ReadWrite);
    database.execute("PRAGMA auto_vacuum = INCREMENTAL");
    database.execute("PRAGMA journal_mode = WAL");
    migrations::runTo(database, 2);
    Transaction transaction(database, Transaction::Durability::Relaxed);
    for (int i = 1; i <= stories; ++i) {
        const Article article{.url = QUrl(u"https://times.example/saved/%1"_s.arg(i)),
                              .title = u"Saved story %1"_s.arg(i),
                              .text
                              = u"Kept from the harbour, as number%1. "_s.arg(i).repeated(40)};
        const auto packed = storedcontent::pack(article);
        auto row = database.query(
            "INSERT INTO articles (urlKey, textKey, titleKey, title, site, byline, excerpt, "
            "language, published, thumbnail, added, listed, read, bookmarked, version) "
            "VALUES (?, ?, ?, ?, '', '', '', '', '', '', ?, ?, ?, ?, ?)");
        row << identity::urlKey(article.url) << identity::textKey(article)
            << identity::titleKey(article.title) << article.title << stored(timeOf(i))
            << stored(timeOf(i)) << i % 2 << (i % 5 == 0 ? stored(timeOf(i)) : 0) << i;
        row.run();
        auto version = database.query(
            "INSERT INTO versions (id, article, stored, hash, content) VALUES (?, ?, ?, ?, ?)");
        version << i << i << stored(timeOf(i)) << packed.hash << packed.content;
        version.run();
        auto words
            = database.query("INSERT INTO search (rowid, title, byline, body, captions, credits, "
                             "initials) VALUES (?, ?, '', ?, '', '', '')");
        words << i << article.title << article.text;
        words.run();
    }
    transaction.commit();
}
