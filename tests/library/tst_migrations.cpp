#include "library/database.h"
#include "library/feedstore.h"
#include "library/identity.h"
#include "library/migrations.h"
#include "library/storedcontent.h"
#include "librarycase.h"

// Libraries of older versions, opened by this one.
class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void upgradesTheFirstVersion_data();
    void upgradesTheFirstVersion();
    void knowsStoriesOfTheFourthVersionAgain();
    void upgradesALargeLibraryQuickly_data();
    void upgradesALargeLibraryQuickly();
};

namespace {

// With the first version's columns.
void fill(Database &database, int stories)
{
    Transaction transaction(database, Transaction::Durability::Relaxed);
    for (int i = 0; i < stories; ++i) {
        const auto article = story(u"Story %1"_s.arg(i), u"Words of number %1."_s.arg(i));
        const auto packed = storedcontent::pack(article);
        auto row = database.query(
            "INSERT INTO articles (urlKey, textKey, titleKey, title, site, byline, excerpt, "
            "language, published, thumbnail, added, read, bookmarked, version) "
            "VALUES (?, ?, ?, ?, '', '', ?, '', '', '', ?, ?, ?, ?)");
        row << identity::urlKey(article.url) << identity::textKey(article)
            << identity::titleKey(article.title) << article.title << article.text
            << stored(minute(i)) << i % 2 << (i + 1 == stories ? stored(minute(i)) : 0) << i + 1;
        row.run();
        auto version = database.query(
            "INSERT INTO versions (article, stored, hash, content) VALUES (?, ?, ?, ?)");
        version << i + 1 << stored(minute(i)) << packed.hash << packed.content;
        version.run();
    }
    auto step = database.query(
        "INSERT INTO journal (time, action, detail, state) VALUES (0, 'bookmark', ?, 1)");
    step << u"{\"before\":[0],\"after\":[1],\"stories\":[%1]}"_s.arg(stories);
    step.run();
    transaction.commit();
}

// A library as an older version made it, with so many stories that came one a minute. Every second
// one is read, and the last one bookmarked.
void makeVersion(int version, const QString &folder, int stories)
{
    Database database(folder + u"/library.sqlite"_s, Database::Access::ReadWrite);
    database.execute("PRAGMA auto_vacuum = INCREMENTAL");
    database.execute("PRAGMA journal_mode = WAL");
    migrations::runTo(database, 1);
    fill(database, stories);
    migrations::runTo(database, version);
}

void makeFirstVersion(const QString &folder, int stories)
{
    makeVersion(1, folder, stories);
}

} // namespace

void TestMigrations::upgradesTheFirstVersion_data()
{
    QTest::addColumn<Library::Access>("access");

    QTest::newRow("to write") << Library::Access::ReadWrite;
    QTest::newRow("to read") << Library::Access::ReadOnly;
}

void TestMigrations::upgradesTheFirstVersion()
{
    QFETCH(Library::Access, access);
    QTemporaryDir folder;
    makeFirstVersion(folder.path(), 5);

    const auto opened = Library::open(folder.path(), access);

    QVERIFY(opened);
    auto &library = **opened;
    QCOMPARE(titles(*library.headlines({}, 9)),
             (QStringList{u"Story 4"_s, u"Story 3"_s, u"Story 2"_s, u"Story 1"_s, u"Story 0"_s}));
    QCOMPARE(titles(*library.headlines({.scope = StoryQuery::Scope::Unread}, 9)).size(), 3);
    QCOMPARE(titles(*library.headlines({.words = u"number 3"_s}, 9)), QStringList{u"Story 3"_s});
    const auto third = library.article(ArticleId(3));
    QVERIFY(third);
    QCOMPARE(third->article, story(u"Story 2"_s, u"Words of number 2."_s));
    QCOMPARE(third->headline.listed, minute(2));
    QCOMPARE(*library.counts(), (StoryCounts{.all = 5, .unread = 3, .bookmarks = 1}));
    QCOMPARE(*library.feeds().tree(), FeedTree());
    const auto undone = library.undo(start);
    QCOMPARE(undone.has_value(), access == Library::Access::ReadWrite);
    if (!undone)
        return;
    QCOMPARE(undone->action, Undone::Action::Bookmarked);
    QCOMPARE(library.counts()->bookmarks, 0);
    // Feeds work in it, with the stories that were there.
    const auto feed
        = library.feeds().subscribe({{.url = QUrl(u"https://a.example/"_s)}}, start)->feeds.first();
    const auto told = library.feeds().update(
        feed, {}, FeedStore::prepare({{.article = story(u"Story 2"_s, u"Words of number 2."_s)}}),
        {}, start);
    QCOMPARE(told->fresh.size(), 0);
    QCOMPARE(library.article(ArticleId(3))->feeds, QList{feed});
}

void TestMigrations::knowsStoriesOfTheFourthVersionAgain()
{
    constexpr int count = 300;
    QTemporaryDir folder;
    makeVersion(4, folder.path(), count);
    auto opened = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(opened);
    auto &library = **opened;

    for (int i = 0; i < count; ++i) {
        auto told = story(u"Story %1"_s.arg(i), u"Words of number %1."_s.arg(i));
        QCOMPARE(*library.find({}, told.title), ArticleId(i + 1));
        QCOMPARE(*library.find(told.url), ArticleId(i + 1));
        // By its text alone, too.
        if (i % 2 == 0)
            told.url.clear();
        QCOMPARE(library.add(told, Library::Occasion::Found, start)->id, ArticleId(i + 1));
    }
    QCOMPARE(library.counts()->all, count);
}

void TestMigrations::upgradesALargeLibraryQuickly_data()
{
    QTest::addColumn<int>("version");

    QTest::newRow("the first version") << 1;
    QTest::newRow("the fourth version") << 4;
}

void TestMigrations::upgradesALargeLibraryQuickly()
{
    QFETCH(int, version);
    QTemporaryDir folder;
    makeVersion(version, folder.path(), 20'000);
    QElapsedTimer timer;
    timer.start();

    QVERIFY(Library::open(folder.path(), Library::Access::ReadWrite));

    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
