#include "network/proxies.h"

#include <QNetworkProxy>
#include <QTest>

using namespace Qt::StringLiterals;
using network::DesktopProxies;

class TestProxies : public QObject
{
    Q_OBJECT

private slots:
    void asksTheEnvironment_data();
    void asksTheEnvironment();
};

void TestProxies::asksTheEnvironment_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");

    QTest::newRow("http") << u"http://news.example/feed"_s << u"proxy.example"_s;
    QTest::newRow("https") << u"https://news.example/feed"_s << u"tls.example"_s;
    QTest::newRow("excepted") << u"http://intra.example/feed"_s << QString();
    QTest::newRow("below what is excepted") << u"https://www.intra.example/feed"_s << QString();
    QTest::newRow("this machine by number") << u"http://127.0.0.1:8080/feed"_s << QString();
    QTest::newRow("this machine by its new number") << u"http://[::1]/feed"_s << QString();
    QTest::newRow("this machine by name") << u"http://localhost/feed"_s << QString();
}

void TestProxies::asksTheEnvironment()
{
    QFETCH(QString, url);
    QFETCH(QString, host);
    for (const auto *name : {"http_proxy", "HTTP_PROXY"})
        qputenv(name, "http://proxy.example:3128");
    for (const auto *name : {"https_proxy", "HTTPS_PROXY"})
        qputenv(name, "http://tls.example:3128");
    for (const auto *name : {"no_proxy", "NO_PROXY"})
        qputenv(name, ".intra.example,intra.example");
    DesktopProxies proxies;

    QCOMPARE(proxies.direct(QUrl(url)), host.isEmpty());
    QCOMPARE(proxies.queryProxy(QNetworkProxyQuery(QUrl(url))).value(0).hostName(), host);
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
