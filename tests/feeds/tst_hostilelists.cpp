#include "feeds/limits.h"
#include "outlines.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using feeds::readOpml;
using feeds::writeOpml;

// Lists of subscriptions that are long, or made to do harm.
class TestHostileLists : public QObject
{
    Q_OBJECT

private slots:
    void neverMindsEntities_data();
    void neverMindsEntities();
    void readsManyFeeds();
    void survivesHostileNesting_data();
    void survivesHostileNesting();
};

void TestHostileLists::neverMindsEntities_data()
{
    QTest::addColumn<QByteArray>("declarations");
    QTest::addColumn<QString>("text"); // That stands for "&x;".

    const auto secret = "file://" + QByteArray(TEST_DATA "/secret.txt");
    QTest::newRow("external") << "<!ENTITY x SYSTEM '" + secret + "'>" << QString();
    QTest::newRow("parameter") << "<!ENTITY % y SYSTEM '" + secret + "'> %y;" << u"&x;"_s;
    QByteArray bomb = "<!ENTITY a0 'ha'>";
    for (int i = 1; i < 30; ++i) {
        const auto before = "&a" + QByteArray::number(i - 1) + ';';
        bomb += "<!ENTITY a" + QByteArray::number(i) + " '" + before + before + before + "'>";
    }
    QTest::newRow("bomb") << bomb + "<!ENTITY x '&a29;'>" << QString();
}

void TestHostileLists::neverMindsEntities()
{
    QFETCH(QByteArray, declarations);
    QFETCH(QString, text);

    const auto found = readOpml("<?xml version='1.0'?><!DOCTYPE opml [" + declarations
                                + "]><opml><body><outline text='a&x;b' foreign='c&x;d' "
                                  "xmlUrl='https://a.example/'/></body></opml>");

    QVERIFY(found);
    QCOMPARE(found->feeds.size(), 1);
    QCOMPARE(found->feeds.first().title, u"a%1b"_s.arg(text));
    QCOMPARE(found->feeds.first().foreign.first().second, u"c%1d"_s.arg(text));
}

void TestHostileLists::readsManyFeeds()
{
    QByteArray body;
    for (int i = 0; i < 30'000; ++i)
        body += "<outline text=\"Feed &amp; number " + QByteArray::number(i)
            + "\" type=\"rss\" xmlUrl=\"https://host" + QByteArray::number(i % 500)
            + ".example/feed/" + QByteArray::number(i) + "\"/>\n";
    QElapsedTimer timer;
    timer.start();

    const auto found = readOpml(opml(body));

    QVERIFY(found);
    QCOMPARE(found->feeds.size(), 30'000);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    const auto again = readOpml(writeOpml(found->feeds, {}));
    QVERIFY(again);
    QCOMPARE(again->feeds, found->feeds);
}

void TestHostileLists::survivesHostileNesting_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isTooDeep"); // For the feed behind it.

    const QByteArray open = "<outline text='x'>";
    const QByteArray close = "</outline>";
    QTest::newRow("deep") << open.repeated(300'000) << true;
    QTest::newRow("as deep as is read") << open.repeated(100) << false;
    QTest::newRow("closed") << open.repeated(100'000) + close.repeated(100'000) << false;
    QTest::newRow("only ends") << close.repeated(300'000) << false;
    QTest::newRow("attributes") << "<outline" + QByteArray(" a='b'").repeated(500'000) + "/>"
                                << false;
    QTest::newRow("quotes") << "<outline" + QByteArray(" a=\"x\"y").repeated(300'000) + "/>"
                            << false;
    QTest::newRow("angles") << QByteArray("<").repeated(2'000'000) << false;
    QTest::newRow("declarations") << QByteArray("<!x>").repeated(500'000) << false;
}

void TestHostileLists::survivesHostileNesting()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isTooDeep);
    QElapsedTimer timer;
    timer.start();

    const auto found = readOpml(opml(body + "<outline xmlUrl='https://a.example/'/>"));

    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(found.has_value(), !isTooDeep);
    if (!isTooDeep) {
        QCOMPARE(addressesIn(found), QStringList{u"https://a.example/"_s});
        QVERIFY(found->feeds.first().folder.size() <= feeds::limits::folderDepth);
    }
}

QTEST_GUILESS_MAIN(TestHostileLists)
#include "tst_hostilelists.moc"
