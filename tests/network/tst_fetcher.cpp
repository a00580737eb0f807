#include "fetching.h"
#include "support/webserver.h"

using namespace Qt::StringLiterals;
using namespace network;

class TestFetcher : public QObject
{
    Q_OBJECT

private slots:
    void bringsABodyAndWhatIsSaidOfIt();
    void asksForWhatItTakes_data();
    void asksForWhatItTakes();
    void saysNothingOfThePersonBehindIt();

    void tellsWhatHasNotChanged();
    void takesA304OnlyWhereItAsked();

    void tellsWhatAStatusMeans_data();
    void tellsWhatAStatusMeans();
    void tellsWhenToComeAgain();

    void logsInWhereItIsTold_data();
    void logsInWhereItIsTold();
    void keepsPasswordsFromOtherServers();
    void wantsAPasswordWhereItIsWrong();

    void refusesOtherSchemes_data();
    void refusesOtherSchemes();
};

namespace {

QByteArray headerSeen(const WebServer &server, const QByteArray &name)
{
    return server.seen().value(0).headers.value(name);
}

WebServer::Reply moved(int status, const QByteArray &location)
{
    return {.status = status, .headers = {{"Location", location}}, .body = "elsewhere"};
}

} // namespace

void TestFetcher::bringsABodyAndWhatIsSaidOfIt()
{
    WebServer server;
    server.serve("/feed.xml?all",
                 {.headers = {{"Content-Type", "application/rss+xml; charset=x"},
                              {"ETag", "W/\"7\""},
                              {"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"},
                              {"Cache-Control", "public, max-age=600"}},
                  .body = "<rss/>"});
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/feed.xml?all"));

    QVERIFY(outcome.answer);
    const Answer expected{.url = server.url("/feed.xml?all"),
                          .body = "<rss/>",
                          .contentType = "application/rss+xml; charset=x",
                          .freshness = {.etag = "W/\"7\"",
                                        .lastModified = "Sun, 06 Nov 1994 08:49:37 GMT",
                                        .maxAgeSeconds = 600}};
    QCOMPARE(*outcome.answer, expected);
}

void TestFetcher::asksForWhatItTakes_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("begins");

    QTest::newRow("feed") << Kind::Feed << "application/atom+xml, application/rss+xml"_ba;
    QTest::newRow("page") << Kind::Page << "text/html"_ba;
    QTest::newRow("picture") << Kind::Picture << "image/"_ba;
    QTest::newRow("file") << Kind::File << "*/*"_ba;
}

void TestFetcher::asksForWhatItTakes()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, begins);
    WebServer server;
    Fetcher fetcher;

    (void)fetched(fetcher, {.url = server.url("/"), .kind = kind});

    QVERIFY(headerSeen(server, "accept").startsWith(begins));
    QVERIFY(headerSeen(server, "user-agent").startsWith("Broadsheet/"));
    QCOMPARE(headerSeen(server, "accept-encoding"), "gzip, deflate, br"_ba);
}

void TestFetcher::saysNothingOfThePersonBehindIt()
{
    WebServer server;
    server.serve(
        "/", {.status = 302, .headers = {{"Location", "/next"}, {"Set-Cookie", "who=me; Path=/"}}});
    server.serve("/next", {.headers = {{"Set-Cookie", "who=me; Path=/"}}, .body = "x"});
    Fetcher fetcher;

    (void)fetched(fetcher, server.url("/"));
    (void)fetched(fetcher, server.url("/"));

    QCOMPARE(server.seen().size(), 4);
    for (const auto &seen : server.seen()) {
        QVERIFY(!seen.headers.contains("cookie"));
        QVERIFY(!seen.headers.contains("referer"));
        QVERIFY(!seen.headers.contains("authorization"));
    }
}

void TestFetcher::tellsWhatHasNotChanged()
{
    WebServer server;
    server.serve("/", {.status = 304, .headers = {{"Cache-Control", "max-age=60"}}});
    Fetcher fetcher;
    const Freshness known{.etag = "\"7\"", .lastModified = "Sun, 06 Nov 1994 08:49:37 GMT"};

    const auto outcome = fetched(fetcher, {.url = server.url("/"), .known = known});

    QVERIFY(outcome.answer);
    auto freshness = known;
    freshness.maxAgeSeconds = 60;
    const Answer expected{.unchanged = true, .url = server.url("/"), .freshness = freshness};
    QCOMPARE(*outcome.answer, expected);
    QCOMPARE(headerSeen(server, "if-none-match"), known.etag);
    QCOMPARE(headerSeen(server, "if-modified-since"), known.lastModified);
}

void TestFetcher::takesA304OnlyWhereItAsked()
{
    WebServer server;
    server.serve("/", {.status = 304});
    Fetcher fetcher;

    const auto outcome
        = fetched(fetcher, {.url = server.url("/"), .known = {.etag = "\"a\"\r\nX-Smuggled: yes"}});

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::ServerTrouble);
    QVERIFY(!server.seen().value(0).headers.contains("x-smuggled"));
}

void TestFetcher::tellsWhatAStatusMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("no content") << 204 << Error::Kind::Empty;
    QTest::newRow("a part") << 206 << Error::Kind::ServerTrouble;
    QTest::newRow("bad request") << 400 << Error::Kind::ServerTrouble;
    QTest::newRow("a password") << 401 << Error::Kind::NeedsPassword;
    QTest::newRow("a payment") << 402 << Error::Kind::Forbidden;
    QTest::newRow("forbidden") << 403 << Error::Kind::Forbidden;
    QTest::newRow("not found") << 404 << Error::Kind::NotFound;
    QTest::newRow("a proxy's password") << 407 << Error::Kind::NeedsPassword;
    QTest::newRow("too slow for it") << 408 << Error::Kind::TimedOut;
    QTest::newRow("gone") << 410 << Error::Kind::Gone;
    QTest::newRow("too many") << 429 << Error::Kind::TooManyRequests;
    QTest::newRow("by law") << 451 << Error::Kind::Forbidden;
    QTest::newRow("trouble") << 500 << Error::Kind::ServerTrouble;
    QTest::newRow("unavailable") << 503 << Error::Kind::ServerTrouble;
    QTest::newRow("unheard of") << 799 << Error::Kind::ServerTrouble;
    QTest::newRow("moved, but not where") << 301 << Error::Kind::ServerTrouble;
}

void TestFetcher::tellsWhatAStatusMeans()
{
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    WebServer server;
    server.serve("/x", {.status = status, .body = status == 204 ? QByteArray() : "sorry"_ba});
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/x"));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, kind);
    QCOMPARE(outcome.answer.error().where, server.url("/x").toString());
    QCOMPARE(outcome.answer.error().status, status);
    QCOMPARE(outcome.retryAfterSeconds, 0);
}

void TestFetcher::tellsWhenToComeAgain()
{
    WebServer server;
    server.serve("/x", {.status = 429, .headers = {{"Retry-After", "120"}}});
    server.serve("/y",
                 {.status = 503,
                  .headers = {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                              {"Retry-After", "Sun, 06 Nov 1994 08:59:37 GMT"}}});
    Fetcher fetcher;

    QCOMPARE(fetched(fetcher, server.url("/x")).retryAfterSeconds, 120);
    QCOMPARE(fetched(fetcher, server.url("/y")).retryAfterSeconds, 600);
}

void TestFetcher::logsInWhereItIsTold_data()
{
    QTest::addColumn<QString>("inAddress");
    QTest::addColumn<Credentials>("credentials");

    QTest::newRow("given") << QString() << Credentials{u"ada"_s, u"p:w£"_s};
    QTest::newRow("in the address") << u"ada:p%3Aw%C2%A3"_s << Credentials{};
    QTest::newRow("given before those in the address")
        << u"eve:x"_s << Credentials{u"ada"_s, u"p:w£"_s};
}

void TestFetcher::logsInWhereItIsTold()
{
    QFETCH(QString, inAddress);
    QFETCH(Credentials, credentials);
    WebServer server;
    server.serve("/", {.status = 302, .headers = {{"Location", "/in"}}});
    server.serve("/in", [](const WebServer::Seen &seen) -> WebServer::Reply {
        const bool right = seen.headers.value("authorization")
            == "Basic " + QByteArray("ada:p:w\xc2\xa3").toBase64();
        return {.status = right ? 200 : 401, .body = "in"};
    });
    Fetcher fetcher;
    auto url = server.url("/");
    url.setUserInfo(inAddress, QUrl::StrictMode);

    const auto outcome = fetched(fetcher, {.url = url, .credentials = credentials});

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, "in"_ba);
    QCOMPARE(outcome.answer->url, server.url("/in"));
    // And not again without being told.
    QCOMPARE(fetched(fetcher, server.url("/in")).answer.error().kind, Error::Kind::NeedsPassword);
}

void TestFetcher::keepsPasswordsFromOtherServers()
{
    WebServer other;
    other.serve("/", {.body = "x"});
    WebServer server;
    server.serve("/", moved(302, other.url("/").toEncoded()));
    Fetcher fetcher;

    const auto outcome
        = fetched(fetcher, {.url = server.url("/"), .credentials = {u"ada"_s, u"pw"_s}});

    QVERIFY(outcome.answer);
    QVERIFY(server.seen().value(0).headers.contains("authorization"));
    QVERIFY(!other.seen().value(0).headers.contains("authorization"));
}

void TestFetcher::wantsAPasswordWhereItIsWrong()
{
    WebServer server;
    server.serve("/",
                 {.status = 401,
                  .headers = {{"WWW-Authenticate", "Basic realm=\"News\""}},
                  .body = "who are you?"});
    Fetcher fetcher;

    const auto outcome
        = fetched(fetcher, {.url = server.url("/"), .credentials = {u"ada"_s, u"no"_s}});

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::NeedsPassword);
    QCOMPARE(outcome.answer.error().status, 401);
    QCOMPARE(server.seen().size(), 1);
}

void TestFetcher::refusesOtherSchemes_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("FTP") << u"ftp://127.0.0.1/feed.xml"_s << Error::Kind::Refused;
    QTest::newRow("data") << u"data:text/plain,x"_s << Error::Kind::Refused;
    QTest::newRow("no scheme") << u"example.org/feed.xml"_s << Error::Kind::Refused;
    QTest::newRow("no host") << u"http:///feed.xml"_s << Error::Kind::Refused;
    QTest::newRow("nothing") << QString() << Error::Kind::Malformed;
}

void TestFetcher::refusesOtherSchemes()
{
    QFETCH(QString, url);
    QFETCH(Error::Kind, kind);
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, QUrl(url));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, kind);
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
