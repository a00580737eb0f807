#include "tasks/refreshcase.h"

#include <QSignalSpy>

// How feeds are asked for: no more than is needed, where they are, and as their servers wish.
class TestFeedManners : public RefreshCase
{
    Q_OBJECT

private slots:
    void init() { beginRounds(); }
    void asksWithWhatIsKnown();
    void leavesTheSameBytesUnread();
    void remembersWhereAFeedMoved();
    void goesWhereAFeedSaysItIs_data();
    void goesWhereAFeedSaysItIs();
    void tellsOnceThatAFeedIsGone();
    void waitsAsLongAsItIsTold();
    void isNotHeldUpByAHostThatHangs();
    void givesAFeedItsPasswordAlone();
};

void TestFeedManners::asksWithWhatIsKnown()
{
    m_server->serve("/a", [](const WebServer::Seen &seen) -> WebServer::Reply {
        if (seen.headers.value("if-none-match") == "\"1\"")
            return {.status = 304};
        return {.headers = {{"ETag", "\"1\""}}, .body = rss({{"one"}})};
    });
    const auto id = subscribe(m_server->url("/a"));
    refreshAll();
    const auto before = feed(id);

    const auto report = refreshAll();

    QCOMPARE(report, RefreshReport{.feeds = 1});
    QCOMPARE(m_server->seen("/a").size(), 2);
    const auto after = feed(id);
    QVERIFY(after.fetched > before.fetched);
    QCOMPARE(after.changed, before.changed);
    QCOMPARE(after.freshness.etag, "\"1\""_ba);
    QCOMPARE(stories().size(), 1);
}

void TestFeedManners::leavesTheSameBytesUnread()
{
    serve("/a", rss({{"one"}}));
    const auto id = subscribe(m_server->url("/a"));
    refreshAll();
    const auto before = feed(id);
    QSignalSpy changes(m_library.get(), &SharedLibrary::changed);

    const auto report = refreshAll();

    QCOMPARE(report, RefreshReport{.feeds = 1});
    QCOMPARE(feed(id).changed, before.changed);
    for (const auto &change : changes) {
        const auto told = change.value(0).value<LibraryChange>();
        QVERIFY(told.added.isEmpty() && told.changed.isEmpty());
    }
}

void TestFeedManners::remembersWhereAFeedMoved()
{
    m_server->serve("/old", {.status = 301, .headers = {{"Location", "/new"}}});
    m_server->serve("/now", {.status = 302, .headers = {{"Location", "/new"}}});
    serve("/new", rss({{"one"}}));
    const auto moved = subscribe(m_server->url("/old"));
    const auto elsewhere = subscribe(m_server->url("/now"));

    refreshAll();

    QCOMPARE(feed(moved).url, m_server->url("/new"));
    QCOMPARE(feed(elsewhere).url, m_server->url("/now"));
    QCOMPARE(stories().size(), 1);
}

void TestFeedManners::goesWhereAFeedSaysItIs_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<bool>("moves");

    QTest::newRow("a feed") << rss({{"one"}}) << true;
    QTest::newRow("a page") << "<!DOCTYPE html><html><body><p>Soon here.</p></body></html>"_ba
                            << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestFeedManners::goesWhereAFeedSaysItIs()
{
    QFETCH(const QByteArray, there);
    QFETCH(const bool, moves);
    const auto elsewhere = m_server->url("/there");
    serve(
        "/a",
        rss({{"one"}}, "<itunes:new-feed-url>" + elsewhere.toEncoded() + "</itunes:new-feed-url>"));
    if (!there.isEmpty())
        serve("/there", there);
    const auto id = subscribe(m_server->url("/a"));

    const auto report = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 1, .changed = 1, .stories = 1}));
    QCOMPARE(feed(id).url, moves ? elsewhere : m_server->url("/a"));
}

void TestFeedManners::tellsOnceThatAFeedIsGone()
{
    serve("/a", rss({{"one"}}));
    const auto id = subscribe(m_server->url("/a"));
    refreshAll();
    m_server->serve("/a", {.status = 410});

    const auto report = refreshAll();
    const auto next = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 1, .failed = 1, .gone = {id}}));
    QCOMPARE(next, RefreshReport());
    QCOMPARE(m_server->seen("/a").size(), 2);
    QCOMPARE(stories().size(), 1);
    QCOMPARE(feed(id).failure->error.kind, Error::Kind::Gone);
    // Somebody may try it all the same.
    serve("/a", rss({{"one"}}));
    QCOMPARE(finished([&] { m_task->refresh({id}); }).feeds, 1);
    QVERIFY(!feed(id).failure);
}

void TestFeedManners::waitsAsLongAsItIsTold()
{
    m_server->serve("/a", {.status = 429, .headers = {{"Retry-After", "7200"}}});
    const auto id = subscribe(m_server->url("/a"));

    const auto report = refreshAll();
    const auto next = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 1, .failed = 1}));
    QCOMPARE(next, RefreshReport());
    QCOMPARE(m_server->seen("/a").size(), 1);
    QCOMPARE(feed(id).failure->error.kind, Error::Kind::TooManyRequests);
    QVERIFY(feed(id).due >= QDateTime::currentDateTimeUtc().addSecs(7100));
}

void TestFeedManners::isNotHeldUpByAHostThatHangs()
{
    QList<NewFeed> feeds;
    for (int i = 0; i < 40; ++i)
        feeds.append({.url = m_server->url("/hangs?" + QByteArray::number(i)), .title = u"Slow"_s});
    m_server->serveAll([](const WebServer::Seen &seen) -> WebServer::Reply {
        return {.body = rss({{seen.path.mid(1)}}), .hangs = seen.path.startsWith("/hangs")};
    });
    for (int i = 0; i < 5; ++i)
        feeds.append({.url = m_server->url("/feed" + QByteArray::number(i), u"localhost"_s)});
    subscribe(feeds);
    QSignalSpy progress(m_task.get(), &RefreshFeeds::progressed);

    m_task->refreshAll();

    QTRY_COMPARE_WITH_TIMEOUT(stories().size(), 5, 5'000);
    QVERIFY(m_task->running());
    // What is waited for is named.
    QTRY_COMPARE(progress.last().at(0).toInt(), 5);
    QCOMPARE(progress.last().at(2).toString(), u"Slow"_s);
    const auto report = finished([this] { m_task->cancel(); });
    QCOMPARE(report, (RefreshReport{.feeds = 5, .changed = 5, .stories = 5, .cancelled = true}));
}

void TestFeedManners::givesAFeedItsPasswordAlone()
{
    const auto url = m_server->url("/a");
    m_server->serve("/a", [](const WebServer::Seen &seen) -> WebServer::Reply {
        if (seen.headers.value("authorization") != "Basic " + "ada:tide"_ba.toBase64())
            return {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}};
        return {.body = rss({{"one"}})};
    });
    serve("/b", rss({{"two"}}));
    const auto id = subscribe(url);
    subscribe(m_server->url("/b"));

    QCOMPARE(refreshAll().failed, 1);
    QCOMPARE(feed(id).failure->error.kind, Error::Kind::NeedsPassword);

    m_task->setCredentials([url](const QUrl &feed) {
        return feed == url ? network::Credentials{.user = u"ada"_s, .password = u"tide"_s}
                           : network::Credentials();
    });
    QCOMPARE(refreshAll(), (RefreshReport{.feeds = 2, .changed = 1, .stories = 1}));
    for (const auto &seen : m_server->seen("/b"))
        QVERIFY(!seen.headers.contains("authorization"));
}

QTEST_GUILESS_MAIN(TestFeedManners)
#include "tst_feedmanners.moc"
