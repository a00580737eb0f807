#include "fetching.h"
#include "support/webserver.h"

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace network;

// Many requests at once, and what becomes of those that nobody waits for.
class TestTraffic : public QObject
{
    Q_OBJECT

private slots:
    void opensFewConnections();
    void passesByABusyServer();
    void passesByManySlowServers();
    void givesUpTheLargestOfTooMuch();
    void forgetsWhatWasCancelled();
    void forgetsAReceiverThatIsGone();
    void mayBeEndedByAnAnswer();
    void keepsConnectionsOpen();
    void asksAgainWhereAKeptConnectionHasEnded();
};

void TestTraffic::opensFewConnections()
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

void TestTraffic::passesByABusyServer()
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

void TestTraffic::passesByManySlowServers()
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

void TestTraffic::givesUpTheLargestOfTooMuch()
{
    const auto ok = "HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n"_ba;
    WebServer server;
    server.serve("/large", {.raw = ok + QByteArray(800'000, 'x'), .staysOpen = true});
    server.serve("/small", {.raw = ok + QByteArray(700'000, 'x'), .staysOpen = true});
    auto limits = shortLimits();
    limits.silence = limits.pageTime = std::chrono::seconds(10);
    limits.mostBodiesBytes = 1'000'000;
    Fetcher fetcher(limits);
    QObject receiver;
    QStringList ended;
    for (const auto *path : {"/small", "/large"}) {
        fetcher.fetch({.url = server.url(path)}, &receiver, [&](const Outcome &outcome) {
            QCOMPARE(outcome.answer.error().kind, Error::Kind::TooLarge);
            ended.append(QUrl(outcome.answer.error().where).path());
        });
    }

    QTRY_COMPARE(ended, QStringList{u"/large"_s});
}

void TestTraffic::forgetsWhatWasCancelled()
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

void TestTraffic::forgetsAReceiverThatIsGone()
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

void TestTraffic::mayBeEndedByAnAnswer()
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

void TestTraffic::keepsConnectionsOpen()
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

void TestTraffic::asksAgainWhereAKeptConnectionHasEnded()
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

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
