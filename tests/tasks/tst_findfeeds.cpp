#include "findcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// The feeds behind whatever address somebody has.
class TestFindFeeds : public FindCase
{
    Q_OBJECT

private slots:
    void takesTheFeedItself();
    void takesTheFeedsThatAPageNames();
    void offersTheLikeliestFirst();
    void takesOneFeedOnce();
    void followsRedirects();
    void asksPlacesKnownByTheirForm();
    void guessesUntilOneIsAFeed();
    void guessesFewPlaces();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void readsFiles();
    void endsWhenItIsCancelled();
    void beginsAnewInTheMiddle();
    void mayBeDeletedWhenAFeedIsFound();
};

void TestFindFeeds::takesTheFeedItself()
{
    WebServer server;
    server.serve("/tides", xml(feed("Tides")));

    const auto told = find(server.url("/tides"));

    QCOMPARE(told.urls(), QStringList{server.url("/tides").toString()});
    QCOMPARE(told.found.first().feed.title, u"Tides"_s);
    QCOMPARE(told.found.first().feed.entries.size(), 1);
    QCOMPARE(told.finished, 1);
    QVERIFY(!told.error);
    QCOMPARE(server.seen().size(), 1);
}

void TestFindFeeds::takesTheFeedsThatAPageNames()
{
    WebServer server;
    server.serve("/", page(names("news.xml") + names("/tides.xml") + names("/missing.xml")));
    server.serve("/news.xml", xml(feed("News")));
    server.serve("/tides.xml", xml(feed("Tides")));

    const auto told = find(server.url());

    QCOMPARE(told.titles(), (QStringList{u"News"_s, u"Tides"_s}));
    QCOMPARE(told.finished, 2);
    QVERIFY(!told.error);
    QCOMPARE(server.seen().size(), 4); // Nothing was guessed.
}

void TestFindFeeds::offersTheLikeliestFirst()
{
    WebServer server;
    server.serve("/", page(names("/comments/feed", "Comments") + names("/feed", "Coast")));
    auto slow = xml(feed("Coast"));
    slow.waitMs = 300;
    server.serve("/feed", slow);
    server.serve("/comments/feed", xml(feed("Comments")));

    const auto told = find(server.url());

    QCOMPARE(told.titles(), (QStringList{u"Coast"_s, u"Comments"_s}));
}

void TestFindFeeds::takesOneFeedOnce()
{
    WebServer server;
    server.serve("/", page(names("/feed") + names("/rss") + names("/moved") + names("/section")));
    server.serve("/feed", xml(feed("Coast", "https://coast.example/feed")));
    server.serve("/rss", xml(feed("Coast", "https://coast.example/feed")));
    server.serve("/moved", {.status = 302, .headers = {{"Location", "/feed"}}});
    server.serve("/section", xml(feed("Section", "https://coast.example/feed")));

    const auto told = find(server.url());

    QCOMPARE(told.titles(), (QStringList{u"Coast"_s, u"Section"_s}));
}

void TestFindFeeds::followsRedirects()
{
    WebServer server;
    server.serve("/old", {.status = 301, .headers = {{"Location", "/blog/"}}});
    server.serve("/blog/", page(names("feed")));
    server.serve("/blog/feed", {.status = 301, .headers = {{"Location", "/new.xml"}}});
    server.serve("/new.xml", xml(feed("Blog")));
    server.serve("/now", {.status = 302, .headers = {{"Location", "/new.xml"}}});

    const auto byPage = find(server.url("/old"));
    const auto forNow = find(server.url("/now"));

    QCOMPARE(byPage.urls(), QStringList{server.url("/new.xml").toString()});
    QCOMPARE(forNow.urls(), QStringList{server.url("/now").toString()});
}

void TestFindFeeds::asksPlacesKnownByTheirForm()
{
    WebServer server;
    server.serve("/@ada", page("<p>A profile that names no feed"));
    server.serve("/@ada.rss", xml(feed("Ada")));

    const auto told = find(server.url("/@ada"));

    QCOMPARE(told.urls(), QStringList{server.url("/@ada.rss").toString()});
}

void TestFindFeeds::guessesUntilOneIsAFeed()
{
    WebServer server;
    server.serve("/blog/title.html", page("<p>No feed is named"));
    server.serve("/blog/rss.xml", page("<p>Not found, but nobody says so"));
    server.serve("/blog/index.xml", xml(feed("Blog")));
    server.serve("/feed/", xml(feed("All")));

    const auto told = find(server.url("/blog/title.html"));

    QCOMPARE(told.titles(), QStringList{u"Blog"_s});
    QVERIFY(server.seen("/feed/").isEmpty());
}

void TestFindFeeds::guessesFewPlaces()
{
    WebServer server;
    server.serveAll([](const WebServer::Seen &) { return page("<p>The same page everywhere"); });

    const auto told = find(server.url("/x/y/z"));

    QVERIFY(told.error);
    QCOMPARE(told.error->kind, Error::Kind::NotAFeed);
    QVERIFY2(server.seen().size() <= 13, QByteArray::number(server.seen().size()));
}

void TestFindFeeds::saysWhatWentWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("a page without a feed") << u"/page"_s << Error::Kind::NotAFeed;
    QTest::newRow("missing") << u"/missing"_s << Error::Kind::NotFound;
    QTest::newRow("gone") << u"/gone"_s << Error::Kind::Gone;
    QTest::newRow("trouble") << u"/trouble"_s << Error::Kind::ServerTrouble;
    QTest::newRow("too many") << u"/busy"_s << Error::Kind::TooManyRequests;
    QTest::newRow("the feed that is named is forbidden")
        << u"/names-forbidden"_s << Error::Kind::Forbidden;
    QTest::newRow("the feed that is named needs a password")
        << u"/names-locked"_s << Error::Kind::NeedsPassword;
    QTest::newRow("no address") << u"tides and winds"_s << Error::Kind::Malformed;
    QTest::newRow("no server") << u"http://127.0.0.1:1/"_s << Error::Kind::Unreachable;
}

void TestFindFeeds::saysWhatWentWrong()
{
    QFETCH(QString, path);
    WebServer server;
    server.serve("/page", page("<p>Words"));
    server.serve("/gone", {.status = 410});
    server.serve("/trouble", {.status = 500});
    server.serve("/busy", {.status = 429});
    server.serve("/forbidden", {.status = 403});
    server.serve("/locked", {.status = 401, .headers = {{"WWW-Authenticate", "Basic"}}});
    server.serve("/names-forbidden", page(names("/forbidden")));
    server.serve("/names-locked", page(names("/missing") + names("/locked")));

    const auto told = find(path.startsWith(u'/') ? server.url(path.toLatin1()).toString() : path);

    QCOMPARE(told.finished, 0);
    QVERIFY(told.error);
    QTEST(told.error->kind, "kind");
    QVERIFY(!told.error->where.isEmpty());
}

void TestFindFeeds::readsFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"my tides.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(feed("Tides"));
    file.close();

    const auto told = find(file.fileName());
    const auto missing = find(folder.filePath(u"none.xml"_s));

    QCOMPARE(told.titles(), QStringList{u"Tides"_s});
    QCOMPARE(told.found.first().url, QUrl::fromLocalFile(file.fileName()));
    QVERIFY(missing.error);
    QCOMPARE(missing.error->kind, Error::Kind::NotFound);
}

void TestFindFeeds::endsWhenItIsCancelled()
{
    WebServer server;
    server.serve("/", page(names("/feed")));
    server.serve("/feed", {.hangs = true});
    FindFeeds search(m_fetcher);
    int told = 0;
    connect(&search, &FindFeeds::found, this, [&] { ++told; });
    connect(&search, &FindFeeds::failed, this, [&] { ++told; });
    connect(&search, &FindFeeds::finished, this, [&] { ++told; });

    search.find(server.url().toString());
    QTRY_COMPARE(server.seen("/feed").size(), 1);
    search.cancel();

    QTRY_COMPARE(server.open(), 0);
    QTest::qWait(50);
    QCOMPARE(told, 0);
}

void TestFindFeeds::beginsAnewInTheMiddle()
{
    WebServer server;
    server.serve("/one", {.hangs = true});
    server.serve("/two", xml(feed("Two")));
    FindFeeds search(m_fetcher);
    QStringList titles;
    int finished = 0;
    connect(&search, &FindFeeds::found, this, [&](const FoundFeed &each) {
        titles += each.feed.title;
        if (titles.size() == 1)
            search.find(server.url("/two").toString());
    });
    connect(&search, &FindFeeds::finished, this, [&] { ++finished; });

    search.find(server.url("/one").toString());
    search.find(server.url("/two").toString());

    QTRY_COMPARE(finished, 1);
    QCOMPARE(titles, (QStringList{u"Two"_s, u"Two"_s}));
}

void TestFindFeeds::mayBeDeletedWhenAFeedIsFound()
{
    WebServer server;
    server.serve("/feed", xml(feed("Tides")));
    auto *search = new FindFeeds(m_fetcher);
    auto deleted = false;
    connect(search, &QObject::destroyed, this, [&] { deleted = true; });
    connect(search, &FindFeeds::found, search, [search] { search->deleteLater(); });

    search->find(server.url("/feed").toString());

    QTRY_VERIFY(deleted);
}

QTEST_GUILESS_MAIN(TestFindFeeds)
#include "tst_findfeeds.moc"
