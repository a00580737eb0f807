#include "fetching.h"
#include "support/certificates.h"
#include "support/webserver.h"

using namespace Qt::StringLiterals;
using namespace network;

class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void fetchesFromWhomItTrusts();
    void refusesWhatDoesNotHold_data();
    void refusesWhatDoesNotHold();
    void refusesWhatIsNoTls();
    void neverGoesBackToPlain();
    void keepsPasswordsOnTheWayToTls();
    void endsWithin_data();
    void endsWithin();
    void servesOthersMeanwhile();

private:
    QSslConfiguration m_before;
    certificates::Identity m_authority;
    certificates::Identity m_good;
};

void TestTls::initTestCase()
{
    m_authority = certificates::make({.name = "Test authority", .authority = true});
    m_good = certificates::make({.name = "Good"}, &m_authority);
    m_before = QSslConfiguration::defaultConfiguration();
    auto trusting = m_before;
    trusting.addCaCertificates(QSslCertificate::fromData(m_authority.certificatePem()));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestTls::cleanupTestCase()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

void TestTls::fetchesFromWhomItTrusts()
{
    WebServer server(m_good.certificatePem(), m_good.keyPem());
    server.serve("/",
                 {.status = 301, .headers = {{"Location", "/feed"}, {"Set-Cookie", "who=me"}}});
    server.serve("/feed", {.headers = {{"ETag", "\"1\""}}, .body = QByteArray(300'000, 'x')});
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY2(outcome.answer, outcome.answer ? "" : qPrintable(outcome.answer.error().detail));
    QCOMPARE(outcome.answer->body, QByteArray(300'000, 'x'));
    QCOMPARE(outcome.answer->movedTo, server.url("/feed"));
    QCOMPARE(outcome.answer->freshness.etag, "\"1\""_ba);
    QCOMPARE(server.connections(), 1);
    for (const auto &seen : server.seen()) {
        QVERIFY(seen.headers.value("user-agent").startsWith("Broadsheet/"));
        QCOMPARE(seen.headers.value("accept-encoding"), "gzip, deflate, br"_ba);
        QVERIFY(!seen.headers.contains("referer"));
        QVERIFY(!seen.headers.contains("cookie"));
    }
}

void TestTls::refusesWhatDoesNotHold_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("detail");
    const auto row
        = [](const char *name, const certificates::Identity &identity, const QString &detail) {
              QTest::newRow(name) << identity.certificatePem() << identity.keyPem() << detail;
          };

    row("expired", certificates::make({.fromDays = -30, .untilDays = -1}, &m_authority),
        u"expired"_s);
    row("not yet valid", certificates::make({.fromDays = 10}, &m_authority), u"not yet valid"_s);
    row("wrong host", certificates::make({.hosts = "DNS:example.org"}, &m_authority),
        u"wrong host"_s);
    row("self-signed", certificates::make({}), u"self-signed"_s);
    const auto stranger = certificates::make({.name = "Stranger", .authority = true});
    row("unknown issuer", certificates::make({}, &stranger), u"unknown issuer"_s);
}

void TestTls::refusesWhatDoesNotHold()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, detail);
    WebServer server(certificate, key);
    server.serve("/", {.body = "secret"});
    Fetcher fetcher;

    const auto outcome
        = fetched(fetcher, {.url = server.url("/"), .credentials = {u"ada"_s, u"pw"_s}});

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::Insecure);
    QCOMPARE(outcome.answer.error().detail, detail);
    QCOMPARE(outcome.answer.error().where, server.url("/").toString());
    QVERIFY(server.seen().isEmpty());
}

void TestTls::refusesWhatIsNoTls()
{
    WebServer server;
    Fetcher fetcher(shortLimits());
    auto url = server.url("/");
    url.setScheme(u"https"_s);

    const auto outcome = fetched(fetcher, url);

    QVERIFY(!outcome.answer);
    const auto kind = outcome.answer.error().kind;
    QVERIFY(kind == Error::Kind::Insecure || kind == Error::Kind::TimedOut);
}

void TestTls::neverGoesBackToPlain()
{
    WebServer plain;
    WebServer server(m_good.certificatePem(), m_good.keyPem());
    server.serve("/", {.status = 301, .headers = {{"Location", plain.url("/").toEncoded()}}});
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, server.url("/"));

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, Error::Kind::Refused);
    QCOMPARE(outcome.answer.error().where, plain.url("/").toString());
    QVERIFY(plain.seen().isEmpty());
}

void TestTls::keepsPasswordsOnTheWayToTls()
{
    WebServer server(m_good.certificatePem(), m_good.keyPem());
    server.serve("/", {.body = "x"});
    WebServer plain;
    plain.serve("/", {.status = 301, .headers = {{"Location", server.url("/").toEncoded()}}});
    Fetcher fetcher;

    const auto outcome
        = fetched(fetcher, {.url = plain.url("/"), .credentials = {u"ada"_s, u"pw"_s}});

    // Another port may be anybody's.
    QVERIFY(outcome.answer);
    QVERIFY(plain.seen().value(0).headers.contains("authorization"));
    QVERIFY(!server.seen().value(0).headers.contains("authorization"));
}

void TestTls::endsWithin_data()
{
    using Reply = WebServer::Reply;
    using Kind = Error::Kind;
    const auto ok = "HTTP/1.1 200 OK\r\n"_ba;
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("says nothing") << Reply{.hangs = true} << Kind::TimedOut;
    QTest::newRow("closes") << Reply{.raw = "\r\n"} << Kind::Unreachable;
    QTest::newRow("breaks off in the body")
        << Reply{.raw = ok + "Content-Length: 9\r\n\r\nshort"} << Kind::Unreachable;
    QTest::newRow("hangs in the body")
        << Reply{.raw = ok + "Content-Length: 9\r\n\r\nshort", .staysOpen = true} << Kind::TimedOut;
    QTest::newRow("endless body") << Reply{.repeated = QByteArray(100'000, 'x')} << Kind::TooLarge;
    QTest::newRow("endless headers")
        << Reply{.raw = ok, .repeated = "X: " + QByteArray(1000, 'x') + "\r\n"} << Kind::TimedOut;
    QTest::newRow("says it is larger")
        << Reply{.raw = ok + "Content-Length: 1099511627776\r\n\r\nx", .staysOpen = true}
        << Kind::TooLarge;
    QTest::newRow("gone") << Reply{.status = 410, .body = "sorry"} << Kind::Gone;
    QTest::newRow("a password") << Reply{.status = 401,
                                         .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}}
                                << Kind::NeedsPassword;
    QTest::newRow("in a circle") << Reply{.status = 302, .headers = {{"Location", "/bad"}}}
                                 << Kind::RedirectLoop;
}

void TestTls::endsWithin()
{
    QFETCH(WebServer::Reply, reply);
    QFETCH(Error::Kind, kind);
    WebServer server(m_good.certificatePem(), m_good.keyPem());
    server.serve("/bad", reply);
    Fetcher fetcher(shortLimits());

    const auto outcome = fetched(fetcher, server.url("/bad"));

    QVERIFY(!outcome.answer);
    QVERIFY2(
        outcome.answer.error().kind == kind,
        qPrintable(
            u"%1 %2"_s.arg(int(outcome.answer.error().kind)).arg(outcome.answer.error().detail)));
}

void TestTls::servesOthersMeanwhile()
{
    WebServer bad(m_good.certificatePem(), m_good.keyPem());
    bad.serve("/",
              {.raw = "HTTP/1.1 200 OK\r\n", .repeated = "X: " + QByteArray(1000, 'x') + "\r\n"});
    WebServer good(m_good.certificatePem(), m_good.keyPem());
    good.serve("/", {.body = "x"});
    Fetcher fetcher(shortLimits());
    QObject receiver;
    bool ended = false;
    fetcher.fetch({.url = bad.url("/")}, &receiver, [&](const Outcome &) { ended = true; });
    QTRY_COMPARE(bad.seen().size(), 1);

    const auto outcome = fetched(fetcher, good.url("/"));

    QVERIFY(outcome.answer);
    QVERIFY(!ended);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
