#include "findcase.h"

// Feeds behind a password, and what goes over which connection.
class TestFindLockedFeeds : public FindCase
{
    Q_OBJECT

private slots:
    void triesTheOtherScheme();
    void staysWithHttpsThatWasAskedFor();
    void sendsAPasswordToItsServerOnly();
    void keepsAPasswordInTheAddress();
    void reportsThatAPasswordIsNeeded();
};

void TestFindLockedFeeds::triesTheOtherScheme()
{
    WebServer server;
    server.serve("/feed", xml(feed("Coast")));
    const auto port = server.url().port();

    const auto told = find(u"feeds://127.0.0.1:%1/feed"_s.arg(port));

    QCOMPARE(told.urls(), QStringList{server.url("/feed").toString()});
}

void TestFindLockedFeeds::staysWithHttpsThatWasAskedFor()
{
    WebServer server;
    server.serve("/feed", xml(feed("Coast")));
    const auto port = server.url().port();

    const auto told = find(u"https://127.0.0.1:%1/feed"_s.arg(port));

    QVERIFY(told.error);
    QVERIFY(server.seen().isEmpty());
}

void TestFindLockedFeeds::sendsAPasswordToItsServerOnly()
{
    WebServer server;
    WebServer other;
    server.serve("/", page(names("/feed") + names(other.url("/feed").toEncoded())));
    server.serve("/feed", xml(feed("Here")));
    other.serve("/feed", xml(feed("There")));

    const auto told = find(server.url().toString(), {.user = u"ada"_s, .password = u"tide"_s});

    QCOMPARE(told.titles(), (QStringList{u"Here"_s, u"There"_s}));
    const auto authorization = "Basic " + "ada:tide"_ba.toBase64();
    QCOMPARE(server.seen("/feed").first().headers.value("authorization"), authorization);
    QVERIFY(!other.seen("/feed").first().headers.contains("authorization"));
    QCOMPARE(told.found.first().url.userInfo(), QString());
}

void TestFindLockedFeeds::keepsAPasswordInTheAddress()
{
    WebServer server;
    server.serve("/", page(names("/feed")));
    server.serve("/feed", xml(feed("Here")));
    auto url = server.url();
    url.setUserInfo(u"ada:tide"_s);

    const auto told = find(url);

    QCOMPARE(told.found.size(), 1);
    QCOMPARE(told.found.first().url.userInfo(), u"ada:tide"_s);
    QVERIFY(server.seen("/feed").first().headers.contains("authorization"));
}

void TestFindLockedFeeds::reportsThatAPasswordIsNeeded()
{
    WebServer server;
    server.serve("/feed", [](const WebServer::Seen &seen) {
        if (seen.headers.value("authorization") != "Basic " + "ada:tide"_ba.toBase64())
            return WebServer::Reply{.status = 401, .headers = {{"WWW-Authenticate", "Basic"}}};
        return xml(feed("Private"));
    });

    const auto without = find(server.url("/feed"));
    const auto with = find(without.error ? without.error->where : QString(),
                           {.user = u"ada"_s, .password = u"tide"_s});

    QVERIFY(without.error);
    QCOMPARE(without.error->kind, Error::Kind::NeedsPassword);
    QCOMPARE(server.seen().size(), 2); // Nothing else was asked for in vain.
    QCOMPARE(with.titles(), QStringList{u"Private"_s});
}

QTEST_GUILESS_MAIN(TestFindLockedFeeds)
#include "tst_findlockedfeeds.moc"
