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
    void keepsConnectionsOpen();
    void asksAgainWhereAKeptConnectionHasEnded();

    void tellsWhatHasNotChanged();
    void takesA304OnlyWhereItAsked();

    void followsRedirects_data();
    void followsRedirects();
    void refusesRedirects_data();
    void refusesRedirects();
    void endsAfterTooManyRedirects();

    void tellsWhatAStatusMeans_data();
    void tellsWhatAStatusMeans();
    void tellsWhenToComeAgain();

    void logsInWhereItIsTold_data();
    void logsInWhereItIsTold();
    void keepsPasswordsFromOtherServers();
    void wantsAPasswordWhereItIsWrong();

    void opensFewConnections();
    void passesByABusyServer();
    void passesByManySlowServers();
    void forgetsWhatWasCancelled();
    void forgetsAReceiverThatIsGone();
    void mayBeEndedByAnAnswer();
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

void TestFetcher::keepsConnectionsOpen()
{
    WebServer server;
    server.serve("/", {.body = "x"});
    server.serve("/none", {.status = 404, .body = "no such thing"});
    Fetcher fetcher;

    for (int i = 0; i < 5; ++i) {
        (void)fetched(fetcher, server.url("/"));
        (void)fetched(fetcher, server.url("/none"));
    }

    QCOMPARE(server.seen().size(), 10);
    QCOMPARE(server.connections(), 1);
}

void TestFetcher::asksAgainWhereAKeptConnectionHasEnded()
{
    WebServer server;
    server.serve("/", {.body = "x"});
    server.serve("/twice", [&](const WebServer::Seen &) -> WebServer::Reply {
        return {.body = "y", .resets = server.seen("/twice").size() == 1};
    });
    Fetcher fetcher;

    QVERIFY(fetched(fetcher, server.url("/")).answer);
    const auto outcome = fetched(fetcher, server.url("/twice"));

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, "y"_ba);
    QCOMPARE(server.seen("/twice").size(), 2);
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

void TestFetcher::followsRedirects_data()
{
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<bool>("forGood");

    QTest::newRow("301") << QList{301} << true;
    QTest::newRow("308") << QList{308} << true;
    QTest::newRow("302") << QList{302} << false;
    QTest::newRow("303") << QList{303} << false;
    QTest::newRow("307") << QList{307} << false;
    QTest::newRow("for good all the way") << QList{301, 308, 301} << true;
    QTest::newRow("for good, then not") << QList{301, 302} << false;
    QTest::newRow("not for good, then so") << QList{302, 301} << false;
    QTest::newRow("ten") << QList<int>(10, 301) << true;
}

void TestFetcher::followsRedirects()
{
    QFETCH(QList<int>, statuses);
    QFETCH(bool, forGood);
    WebServer server;
    for (int i = 0; i < statuses.size(); ++i)
        server.serve("/way/" + QByteArray::number(i),
                     moved(statuses.at(i), QByteArray::number(i + 1)));
    server.serve("/way/" + QByteArray::number(statuses.size()), {.body = "here"});
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/way/0#part"));

    QVERIFY(outcome.answer);
    const auto end = server.url("/way/" + QByteArray::number(statuses.size()) + "#part");
    QCOMPARE(outcome.answer->body, "here"_ba);
    QCOMPARE(outcome.answer->url, end);
    QCOMPARE(outcome.answer->movedTo, forGood ? end : QUrl());
}

void TestFetcher::refusesRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("to itself") << "/"_ba << Error::Kind::RedirectLoop;
    QTest::newRow("to itself, by a fragment") << "/#x"_ba << Error::Kind::RedirectLoop;
    QTest::newRow("in a circle") << "/circle"_ba << Error::Kind::RedirectLoop;
    QTest::newRow("to a file") << "file:///etc/passwd"_ba << Error::Kind::Refused;
    QTest::newRow("to data") << "data:text/plain,x"_ba << Error::Kind::Refused;
    QTest::newRow("to FTP") << "ftp://127.0.0.1/x"_ba << Error::Kind::Refused;
    QTest::newRow("to a script") << "javascript:alert(1)"_ba << Error::Kind::Refused;
    QTest::newRow("to no host") << "http:///x"_ba << Error::Kind::ServerTrouble;
    QTest::newRow("to nonsense") << "http://[::1"_ba << Error::Kind::ServerTrouble;
    QTest::newRow("to nowhere") << ""_ba << Error::Kind::ServerTrouble;
}

void TestFetcher::refusesRedirects()
{
    QFETCH(QByteArray, location);
    QFETCH(Error::Kind, kind);
    WebServer server;
    server.serve("/", moved(302, location));
    server.serve("/circle", moved(302, "/"));
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, kind);
    QVERIFY(!outcome.answer.error().where.isEmpty());
}

void TestFetcher::endsAfterTooManyRedirects()
{
    WebServer server;
    server.serveAll([](const WebServer::Seen &seen) { return moved(301, seen.path + "x"); });
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::RedirectLoop);
    QCOMPARE(server.seen().size(), 11);
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

void TestFetcher::opensFewConnections()
{
    constexpr int asked = 60;
    WebServer server;
    server.serveAll([](const WebServer::Seen &) { return WebServer::Reply{.waitMs = 5}; });
    Fetcher fetcher;
    QObject receiver;
    int answered = 0;

    for (int i = 0; i < asked; ++i)
        fetcher.fetch({.url = server.url("/" + QByteArray::number(i))}, &receiver,
                      [&](const Outcome &) { ++answered; });

    QTRY_COMPARE(answered, asked);
    QCOMPARE(server.mostAtWork(), limits::connectionsPerHost);
    QCOMPARE(server.connections(), limits::connectionsPerHost);
    const auto seen = server.seen();
    for (int i = 0; i < asked; ++i)
        QVERIFY(qAbs(seen.at(i).path.mid(1).toInt() - i) < limits::connectionsPerHost);
}

void TestFetcher::passesByManySlowServers()
{
    auto limits = shortLimits();
    limits.connections = 2;
    limits.slowAfter = std::chrono::milliseconds(50);
    limits.headersWait = limits.pageTime = std::chrono::seconds(10);
    std::vector<std::unique_ptr<WebServer>> slow;
    WebServer quick;
    quick.serve("/", {.body = "x"});
    Fetcher fetcher(limits);
    QObject receiver;
    for (int i = 0; i < 3; ++i) {
        slow.push_back(std::make_unique<WebServer>());
        slow.back()->serve("/", {.hangs = true});
        fetcher.fetch({.url = slow.back()->url("/")}, &receiver, [](const Outcome &) {});
    }
    QElapsedTimer timer;
    timer.start();

    const auto outcome = fetched(fetcher, quick.url("/"));

    QVERIFY(outcome.answer);
    QVERIFY(timer.elapsed() < 5000);
}

void TestFetcher::passesByABusyServer()
{
    WebServer slow;
    slow.serveAll([](const WebServer::Seen &) { return WebServer::Reply{.hangs = true}; });
    WebServer quick;
    quick.serve("/", {.body = "x"});
    Fetcher fetcher;
    QObject receiver;
    for (int i = 0; i < 1000; ++i)
        fetcher.fetch({.url = slow.url("/")}, &receiver, [](const Outcome &) {});

    const auto outcome = fetched(fetcher, quick.url("/"));

    QVERIFY(outcome.answer);
    QVERIFY(slow.seen().size() <= limits::connectionsPerHost);
}

void TestFetcher::forgetsWhatWasCancelled()
{
    WebServer server;
    server.serve("/", {.body = "x"});
    server.serve("/hangs", {.hangs = true});
    Fetcher fetcher;
    QObject receiver;
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        fetcher.fetch({.url = server.url("/hangs")}, &receiver,
                      [&](const Outcome &) { ++answered; });
    QTRY_COMPARE(server.mostAtWork(), limits::connectionsPerHost);

    fetcher.cancel(&receiver);

    QVERIFY(fetched(fetcher, server.url("/")).answer);
    QCOMPARE(answered, 0);
    QCOMPARE(server.seen("/hangs").size(), limits::connectionsPerHost);
    QTRY_COMPARE(server.open(), 1);
}

void TestFetcher::forgetsAReceiverThatIsGone()
{
    WebServer server;
    server.serve("/", {.body = "x"});
    server.serve("/hangs", {.hangs = true});
    Fetcher fetcher;
    bool calledTheDead = false;
    auto receiver = std::make_unique<QObject>();
    for (const auto *path : {"/", "/", "/hangs", "/hangs"})
        fetcher.fetch({.url = server.url(path)}, receiver.get(),
                      [&](const Outcome &) { calledTheDead = true; });

    receiver.reset();

    QVERIFY(fetched(fetcher, server.url("/")).answer);
    QVERIFY(!calledTheDead);
}

void TestFetcher::mayBeEndedByAnAnswer()
{
    WebServer server;
    server.serve("/", {.body = "x"});
    auto fetcher = std::make_unique<Fetcher>();
    QObject receiver;
    int answered = 0;
    for (int i = 0; i < 10; ++i) {
        fetcher->fetch({.url = server.url("/")}, &receiver, [&](const Outcome &) {
            ++answered;
            fetcher.reset();
        });
    }

    QTRY_COMPARE(answered, 1);
    QTest::qWait(50);
    QCOMPARE(answered, 1);
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
