#include "html/urls.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestUrls : public QObject
{
    Q_OBJECT

private slots:
    void resolves_data();
    void resolves();
    void needsABaseForRelativeAddresses();
    void linksByMailOnlyWhereAsked();
};

void TestUrls::resolves_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("address"); // Empty for what is none.

    QTest::newRow("relative") << u"a.jpg"_s << u"https://gazette.example/news/a.jpg"_s;
    QTest::newRow("upwards") << u"../../../a"_s << u"https://gazette.example/a"_s;
    QTest::newRow("query") << u"?p=2"_s << u"https://gazette.example/news/story?p=2"_s;
    QTest::newRow("other host") << u"//img.example/a"_s << u"https://img.example/a"_s;
    QTest::newRow("space around") << u" \n https://a.example/b \t"_s << u"https://a.example/b"_s;
    QTest::newRow("line break within")
        << u"https://a.exa\nmple/b\tc"_s << u"https://a.example/bc"_s;
    QTest::newRow("space within") << u"/a b"_s << u"https://gazette.example/a%20b"_s;
    QTest::newRow("backslashes") << u"\\\\a.example\\b"_s << u"https://a.example/b"_s;
    QTest::newRow("slashes") << u"HTTPS:////a.example/b"_s << u"https://a.example/b"_s;
    QTest::newRow("host of its own letters")
        << u"https://b\u00FCcher.example/\u00FC"_s << u"https://xn--bcher-kva.example/%C3%BC"_s;
    QTest::newRow("name before the host")
        << u"https://bank.example@evil.example/"_s << u"https://evil.example/"_s;
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("script") << u"java\tscript:x"_s << QString();
    QTest::newRow("data") << u"data:,x"_s << QString();
    QTest::newRow("file") << u"file:///a"_s << QString();
    QTest::newRow("mail") << u"mailto:a@b.example"_s << QString();
    QTest::newRow("no host") << u"https:///"_s << QString();
    QTest::newRow("broken host") << u"http://[::1"_s << QString();
    QTest::newRow("endless") << u"/"_s + QString(100'000, u'a') << QString();
}

void TestUrls::resolves()
{
    QFETCH(QString, written);

    const auto url = html::resolved(written, QUrl(u"https://gazette.example/news/story?p=1"_s));

    QTEST(QString::fromLatin1(url.toEncoded()), "address");
}

void TestUrls::needsABaseForRelativeAddresses()
{
    QVERIFY(html::resolved(u"a.jpg"_s, {}).isEmpty());
    QVERIFY(html::resolved(u"a.jpg"_s, QUrl(u"file:///home/a/b.html"_s)).isEmpty());
    QCOMPARE(html::resolved(u"http://a.example/"_s, {}), QUrl(u"http://a.example/"_s));
}

void TestUrls::linksByMailOnlyWhereAsked()
{
    const auto url = html::resolved(u"MAILTO:a@b.example"_s, {}, html::Schemes::Links);

    QCOMPARE(url.path(), u"a@b.example"_s);
    QVERIFY(html::resolved(u"mailto:"_s, {}, html::Schemes::Links).isEmpty());
}

QTEST_GUILESS_MAIN(TestUrls)
#include "tst_urls.moc"
