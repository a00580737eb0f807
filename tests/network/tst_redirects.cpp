#include "fetching.h"
#include "support/webserver.h"

using namespace Qt::StringLiterals;
using namespace network;

class TestRedirects : public QObject
{
    Q_OBJECT

private slots:
    void followsRedirects_data();
    void followsRedirects();
    void refusesRedirects_data();
    void refusesRedirects();
    void endsAfterTooManyRedirects();
};

namespace {

WebServer::Reply moved(int status, const QByteArray &location)
{
    return {.status = status, .headers = {{"Location", location}}, .body = "elsewhere"};
}

} // namespace

void TestRedirects::followsRedirects_data()
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

void TestRedirects::followsRedirects()
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

void TestRedirects::refusesRedirects_data()
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

void TestRedirects::refusesRedirects()
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

void TestRedirects::endsAfterTooManyRedirects()
{
    WebServer server;
    server.serveAll([](const WebServer::Seen &seen) { return moved(301, seen.path + "x"); });
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::RedirectLoop);
    QCOMPARE(server.seen().size(), 11);
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
