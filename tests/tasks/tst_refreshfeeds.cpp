#include "tasks/feedcase.h"
#include "tasks/refreshfeeds.h"
#include "tasks/stories.h"

#include <QSignalSpy>

// Feeds fetched from a server on this machine into a real library.
class TestRefreshFeeds : public FeedCase
{
    Q_OBJECT

private slots:
    void init();
    void storesWhatFeedsTell();
    void asksWithWhatIsKnown();
    void leavesTheSameBytesUnread();
    void makesAVersionOfAnEntryThatChanged();
    void keepsAStoryOfTwoFeedsOnce();
    void remembersWhereAFeedMoved();
    void goesWhereAFeedSaysItIs_data();
    void goesWhereAFeedSaysItIs();
    void tellsOnceThatAFeedIsGone();
    void waitsAsLongAsItIsTold();
    void keepsStoriesOfAFeedThatFails_data();
    void keepsStoriesOfAFeedThatFails();
    void isNotHeldUpByAHostThatHangs();
    void keepsWhatIsInWhenCancelled();
    void leavesPausedFeedsAlone();
    void givesAFeedItsPasswordAlone();
    void asksNewFeedsAtOnce();
    void showsHostileEntriesSafely();
    void findsIcons_data();
    void findsIcons();
    void endsWithoutFeeds();
    void survivesItsEnd();

private:
    RefreshReport refreshAll();
    RefreshReport finished(const std::function<void()> &begin);
    void serve(const QByteArray &path, const QByteArray &body,
               const WebServer::Headers &headers = {});

    std::unique_ptr<RefreshFeeds> m_task;
};

void TestRefreshFeeds::init()
{
    m_task.reset();
    begin();
    m_task = std::make_unique<RefreshFeeds>(*m_library, *m_fetcher);
}

RefreshReport TestRefreshFeeds::finished(const std::function<void()> &begin)
{
    std::optional<RefreshReport> report;
    const auto connection = connect(m_task.get(), &RefreshFeeds::finished, this,
                                    [&](const RefreshReport &told) { report = told; });
    begin();
    if (!QTest::qWaitFor([&] { return report.has_value(); }, 20'000))
        qFatal("the round does not end");
    disconnect(connection);
    return *report;
}

RefreshReport TestRefreshFeeds::refreshAll()
{
    return finished([this] { m_task->refreshAll(); });
}

void TestRefreshFeeds::serve(const QByteArray &path, const QByteArray &body,
                             const WebServer::Headers &headers)
{
    m_server->serve(path, {.headers = headers, .body = body});
}

void TestRefreshFeeds::storesWhatFeedsTell()
{
    serve("/a", rss({{"one"}, {"two"}}));
    serve("/b", rss({{"three"}}));
    const auto feeds = subscribe({{.url = m_server->url("/a")}, {.url = m_server->url("/b")}});
    QHash<FeedId, qsizetype> told;
    connect(m_task.get(), &RefreshFeeds::told, this,
            [&](FeedId feed, const QList<ArticleId> &fresh) { told[feed] = fresh.size(); });

    const auto report = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 2, .changed = 2, .stories = 3}));
    QCOMPARE(stories().size(), 3);
    QCOMPARE(told, (QHash<FeedId, qsizetype>{{feeds.at(0), 2}, {feeds.at(1), 1}}));
    const auto a = feed(feeds.at(0));
    QCOMPARE(a.title, u"The Harbour Post"_s);
    QCOMPARE(a.unread, 2);
    QVERIFY(a.due > QDateTime::currentDateTimeUtc());
    QVERIFY(!a.failure);
    QVERIFY(!m_task->running());
}

void TestRefreshFeeds::asksWithWhatIsKnown()
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

void TestRefreshFeeds::leavesTheSameBytesUnread()
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

void TestRefreshFeeds::makesAVersionOfAnEntryThatChanged()
{
    serve("/a", rss({{"one", "<p>The bridge is open.</p>"}}));
    subscribe(m_server->url("/a"));
    refreshAll();
    const auto id = stories().first().id;
    write([id](Library &library) {
        return library.setBookmarked({id}, true, QDateTime::currentDateTimeUtc());
    });
    serve("/a", rss({{"one", "<p>The bridge is closed again.</p>"}}));

    const auto report = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 1, .changed = 1}));
    QCOMPARE(stories().size(), 1);
    QCOMPARE(stories().first().id, id);
    QVERIFY(stories().first().bookmarked());
    QVERIFY(story(id).html.contains("closed again"_L1));
}

void TestRefreshFeeds::keepsAStoryOfTwoFeedsOnce()
{
    serve("/a", rss({{"one"}, {"two"}}));
    serve("/b", rss({{"two"}, {"three"}}));
    const auto feeds = subscribe({{.url = m_server->url("/a")}, {.url = m_server->url("/b")}});

    const auto report = refreshAll();

    QCOMPARE(report.stories, 3);
    QCOMPARE(stories().size(), 3);
    auto tellers = story(u"Story two"_s).feeds;
    std::ranges::sort(tellers);
    QCOMPARE(tellers, feeds);
}

void TestRefreshFeeds::remembersWhereAFeedMoved()
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

void TestRefreshFeeds::goesWhereAFeedSaysItIs_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<bool>("moves");

    QTest::newRow("a feed") << rss({{"one"}}) << true;
    QTest::newRow("a page") << "<!DOCTYPE html><html><body><p>Soon here.</p></body></html>"_ba
                            << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestRefreshFeeds::goesWhereAFeedSaysItIs()
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

void TestRefreshFeeds::tellsOnceThatAFeedIsGone()
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

void TestRefreshFeeds::waitsAsLongAsItIsTold()
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

void TestRefreshFeeds::keepsStoriesOfAFeedThatFails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");

    using enum Error::Kind;
    const auto page = "<!DOCTYPE html><html><head><title>Hello</title></head>"
                      "<body><h1>Hello</h1><p>We have a new site.</p></body></html>"_ba;
    QTest::newRow("a page in place of the feed") << 200 << page << NotAFeed;
    QTest::newRow("missing") << 404 << page << NotFound;
    QTest::newRow("in trouble") << 503 << page << ServerTrouble;
    QTest::newRow("forbidden") << 403 << page << Forbidden;
    QTest::newRow("with a password") << 401 << page << NeedsPassword;
}

void TestRefreshFeeds::keepsStoriesOfAFeedThatFails()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Error::Kind, kind);
    serve("/a", rss({{"one"}}));
    serve("/b", rss({{"two"}}));
    const auto id = subscribe(m_server->url("/a"));
    subscribe(m_server->url("/b"));
    refreshAll();
    m_server->serve("/a", {.status = status, .body = body});

    const auto report = refreshAll();

    QCOMPARE(report, (RefreshReport{.feeds = 2, .failed = 1}));
    const auto failed = feed(id);
    QVERIFY(failed.failure);
    QCOMPARE(failed.failure->error.kind, kind);
    QCOMPARE(failed.failure->times, 1);
    QVERIFY(failed.due > QDateTime::currentDateTimeUtc());
    QVERIFY(failed.due < QDateTime::currentDateTimeUtc().addSecs(600));
    QCOMPARE(stories().size(), 2);
    serve("/a", rss({{"one"}}));
    refreshAll();
    QVERIFY(!feed(id).failure);
}

void TestRefreshFeeds::isNotHeldUpByAHostThatHangs()
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

void TestRefreshFeeds::keepsWhatIsInWhenCancelled()
{
    QList<NewFeed> feeds;
    for (int i = 0; i < 60; ++i)
        feeds.append({.url = m_server->url("/" + QByteArray::number(i))});
    m_server->serveAll([](const WebServer::Seen &seen) -> WebServer::Reply {
        return {.body = rss({{seen.path.mid(1)}}), .waitMs = 10};
    });
    subscribe(feeds);
    connect(m_task.get(), &RefreshFeeds::told, m_task.get(), &RefreshFeeds::cancel);

    const auto report = refreshAll();

    QVERIFY(report.cancelled);
    QVERIFY(report.stories >= 1);
    QVERIFY(report.feeds < 60);
    QCOMPARE(stories().size(), report.stories);
    QVERIFY(!m_task->running());
    // What was left is fetched when it is asked for again.
    m_task->disconnect(m_task.get());
    QCOMPARE(refreshAll().feeds, 60);
    QCOMPARE(stories().size(), 60);
}

void TestRefreshFeeds::leavesPausedFeedsAlone()
{
    serve("/a", rss({{"one"}}));
    const auto id = subscribe(m_server->url("/a"), {.paused = true});

    QCOMPARE(refreshAll(), RefreshReport());
    QVERIFY(m_server->seen("/a").isEmpty());
    // Unless somebody asks for it by name.
    QCOMPARE(finished([&] { m_task->refresh({id}); }).stories, 1);
}

void TestRefreshFeeds::givesAFeedItsPasswordAlone()
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

void TestRefreshFeeds::asksNewFeedsAtOnce()
{
    serve("/a", rss({{"one"}}));
    m_task->start();

    const auto report = finished([&] { subscribe(m_server->url("/a")); });

    QCOMPARE(report, (RefreshReport{.feeds = 1, .changed = 1, .stories = 1}));
}

void TestRefreshFeeds::showsHostileEntriesSafely()
{
    serve("/a",
          rss({{"one",
                "<p onclick='steal()'>Read<script>steal()</script> this.</p>"
                "<img src='https://post.example/a.png' onerror='steal()'>"
                "<a href='javascript:steal()'>here</a><iframe src='https://post.example'></iframe>"
                "<form action='https://post.example'><input name='password'></form>"}}));
    subscribe(m_server->url("/a"));

    refreshAll();

    const auto shown = tasks::shown(story(u"Story one"_s)).body.toString();
    QVERIFY(shown.contains("this."_L1));
    for (const auto &danger : {"steal"_L1, "script"_L1, "iframe"_L1, "<form"_L1, "<input"_L1})
        QVERIFY2(!shown.contains(danger), qPrintable(shown));
}

void TestRefreshFeeds::findsIcons_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("place");

    QTest::newRow("named by the page")
        << "<html><head><link rel='icon' href='/i.svg' type='image/svg+xml'>"
           "<link rel='shortcut icon' href='/named.png'></head></html>"_ba
        << "/named.png"_ba;
    QTest::newRow("at the usual place") << "<html><head></head></html>"_ba
                                        << "/favicon.ico"_ba;
}

void TestRefreshFeeds::findsIcons()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, place);
    const auto icon = "\x89PNG\r\n\x1A\n made up"_ba;
    serve("/a", rss({{"one"}}, "<link>" + m_server->url("/home").toEncoded() + "</link>"));
    serve("/home", page);
    serve(place, icon);
    const auto id = subscribe(m_server->url("/a"));

    refreshAll();

    QTRY_VERIFY_WITH_TIMEOUT(!feed(id).icon.isEmpty(), 5'000);
    const auto name = feed(id).icon;
    QCOMPARE(read([name](Library &library) { return library.picture(name); }).bytes, icon);
}

void TestRefreshFeeds::endsWithoutFeeds()
{
    QCOMPARE(refreshAll(), RefreshReport());
}

void TestRefreshFeeds::survivesItsEnd()
{
    m_server->serveAll([](const WebServer::Seen &seen) -> WebServer::Reply {
        return {.body = rss({{seen.path.mid(1)}}), .waitMs = 5};
    });
    for (int i = 0; i < 20; ++i)
        subscribe(m_server->url("/" + QByteArray::number(i)));
    QSignalSpy told(m_task.get(), &RefreshFeeds::told);
    m_task->refreshAll();
    QVERIFY(told.wait(5'000));

    m_task.reset();
    m_fetcher.reset();
    m_library.reset();

    const auto again = Library::open(m_place->path(), Library::Access::ReadWrite);
    QVERIFY(bool(again));
    QVERIFY((*again)->counts()->all >= 1);
}

QTEST_GUILESS_MAIN(TestRefreshFeeds)
#include "tst_refreshfeeds.moc"
