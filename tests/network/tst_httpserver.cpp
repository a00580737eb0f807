#include "fetching.h"

#include <QHttpServer>
#include <QHttpServerResponse>

using namespace Qt::StringLiterals;
using namespace network;

// Against a server that keeps to HTTP, and that is not ours.
class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fetches();
    void tellsWhatHasNotChanged();
    void followsWhereItMoved();
    void fetchesManyAtOnce();

private:
    QUrl url(const QString &path) const;

    QHttpServer m_server;
    quint16 m_port = 0;
};

void TestHttpServer::initTestCase()
{
    m_server.route(u"/feed"_s, [](const QHttpServerRequest &request) {
        if (request.value("If-None-Match") == "\"1\"")
            return QHttpServerResponse(QHttpServerResponse::StatusCode::NotModified);
        QHttpServerResponse response("application/atom+xml", "<feed/>");
        response.setHeader("ETag", "\"1\"");
        return response;
    });
    m_server.route(u"/moved"_s, [] {
        QHttpServerResponse response(QHttpServerResponse::StatusCode::MovedPermanently);
        response.setHeader("Location", "/feed");
        return response;
    });
    m_server.route(u"/feed/"_s,
                   [](int number) { return QByteArray(50'000, 'x') + QByteArray::number(number); });
    m_port = m_server.listen(QHostAddress::LocalHost);
    QVERIFY(m_port > 0);
}

QUrl TestHttpServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

void TestHttpServer::fetches()
{
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, url(u"/feed"_s));

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, "<feed/>"_ba);
    QCOMPARE(outcome.answer->contentType, "application/atom+xml"_ba);
    QCOMPARE(outcome.answer->freshness.etag, "\"1\""_ba);
}

void TestHttpServer::tellsWhatHasNotChanged()
{
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, {.url = url(u"/feed"_s), .known = {.etag = "\"1\""}});

    QVERIFY(outcome.answer);
    QVERIFY(outcome.answer->unchanged);
}

void TestHttpServer::followsWhereItMoved()
{
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, url(u"/moved"_s));

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->movedTo, url(u"/feed"_s));
    QCOMPARE(fetched(fetcher, url(u"/none"_s)).answer.error().kind, Error::Kind::NotFound);
}

void TestHttpServer::fetchesManyAtOnce()
{
    constexpr int many = 100;
    Fetcher fetcher;
    QObject receiver;
    int right = 0;

    for (int i = 0; i < many; ++i) {
        fetcher.fetch({.url = url(u"/feed/%1"_s.arg(i))}, &receiver,
                      [&, i](const Outcome &outcome) {
                          const auto expected = QByteArray(50'000, 'x') + QByteArray::number(i);
                          right += outcome.answer && outcome.answer->body == expected ? 1 : 0;
                      });
    }

    QTRY_COMPARE(right, many);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
