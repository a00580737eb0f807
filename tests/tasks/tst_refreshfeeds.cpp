#include "tasks/refreshcase.h"
#include "tasks/stories.h"

#include <QSignalSpy>

// Feeds fetched from a server on this machine into a real library.
class TestRefreshFeeds : public RefreshCase
{
    Q_OBJECT

private slots:
    void init() { beginRounds(); }
    void storesWhatFeedsTell();
    void makesAVersionOfAnEntryThatChanged();
    void keepsAStoryOfTwoFeedsOnce();
    void keepsStoriesOfAFeedThatFails_data();
    void keepsStoriesOfAFeedThatFails();
    void keepsWhatIsInWhenCancelled();
    void leavesPausedFeedsAlone();
    void asksNewFeedsAtOnce();
    void showsHostileEntriesSafely();
    void findsIcons_data();
    void findsIcons();
    void endsWithoutFeeds();
    void survivesItsEnd();
};

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
