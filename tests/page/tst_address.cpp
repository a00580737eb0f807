#include "page/address.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void showsHosts_data();
    void showsHosts();
    void showsAddresses_data();
    void showsAddresses();
    void turnsNothingAroundIt();
};

void TestAddress::showsHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("shown");

    QTest::newRow("plain") << u"news.example"_s << u"news.example"_s;
    QTest::newRow("www") << u"www.news.example"_s << u"news.example"_s;
    QTest::newRow("nothing but www") << u"www.example"_s << u"www.example"_s;
    QTest::newRow("umlaut") << u"xn--mnchen-3ya.example"_s << u"münchen.example"_s;
    QTest::newRow("umlaut as letters") << u"münchen.example"_s << u"münchen.example"_s;
    QTest::newRow("Cyrillic word") << u"xn--80aswg.example"_s << u"сайт.example"_s;
    QTest::newRow("Japanese of three scripts")
        << u"テレビ局のnews.example"_s << u"テレビ局のnews.example"_s;
    // A Cyrillic а among Latin letters.
    QTest::newRow("mixed") << u"xn--pypal-4ve.example"_s << u"xn--pypal-4ve.example"_s;
    // Cyrillic throughout, and each letter like a Latin one.
    QTest::newRow("poses as Latin") << u"xn--80ak6aa92e.com"_s << u"xn--80ak6aa92e.com"_s;
    QTest::newRow("the same under a Cyrillic name")
        << u"xn--80ak6aa92e.xn--p1ai"_s << u"аррӏе.рф"_s;
    QTest::newRow("one label deceives")
        << u"xn--mnchen-3ya.xn--pypal-4ve.example"_s << u"münchen.xn--pypal-4ve.example"_s;
    QTest::newRow("address") << u"192.0.2.1"_s << u"192.0.2.1"_s;
}

void TestAddress::showsHosts()
{
    QFETCH(QString, host);

    QTEST(page::readableHost(host), "shown");
}

void TestAddress::showsAddresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("shown");

    QTest::newRow("the front page") << "https://www.news.example/"_ba << u"news.example"_s;
    QTest::newRow("path") << "https://news.example/a/b%20c.html#top"_ba
                          << u"news.example/a/b%20c.html"_s;
    QTest::newRow("letters") << "https://news.example/%C3%BCber"_ba << u"news.example/über"_s;
    QTest::newRow("query") << "https://news.example/a?id=7"_ba << u"news.example/a?id=7"_s;
    QTest::newRow("port") << "http://news.example:8080/a"_ba << u"news.example:8080/a"_s;
    QTest::newRow("name before the host")
        << "https://bank.example@evil.example/"_ba << u"evil.example"_s;
    QTest::newRow("turned round") << "https://news.example/%E2%80%AEgpj.exe"_ba
                                  << u"news.example/%E2%80%AEgpj.exe"_s;
    QTest::newRow("zero width") << "https://news.example/a%E2%80%8Bb"_ba
                                << u"news.example/a%E2%80%8Bb"_s;
    QTest::newRow("line break") << "https://news.example/a%0Ab"_ba << u"news.example/a%0Ab"_s;
    QTest::newRow("mail") << "mailto:ann@news.example"_ba << u"ann@news.example"_s;
    QTest::newRow("own") << "broadsheet:copy"_ba << QString();
}

void TestAddress::showsAddresses()
{
    QFETCH(QByteArray, url);

    QTEST(page::readableAddress(QUrl::fromEncoded(url)), "shown");
}

void TestAddress::turnsNothingAroundIt()
{
    const auto shown = page::readableAddress(QUrl(u"https://אתר.example/א"_s));

    QVERIFY(shown.startsWith(QChar(0x2068)));
    QVERIFY(shown.endsWith(QChar(0x2069)));
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
