#include "formats/formats.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestForeign : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void readsWhatOnlyLooksForeign_data();
    void readsWhatOnlyLooksForeign();
};

void TestForeign::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("feed") << "\xef\xbb\xbf<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>"_ba;
    QTest::newRow("property list") << "bplist00\xd1\x01\x02"_ba;
}

void TestForeign::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::Unsupported);
    QVERIFY(!pages.error().detail.isEmpty());
}

void TestForeign::readsWhatOnlyLooksForeign_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("XHTML") << "<?xml version=\"1.0\"?>\n<!-- <rss> --><!DOCTYPE html>\n"
                              "<html><body><p>The tide came in.</p></body></html>"_ba;
    QTest::newRow("a forwarded story")
        << "From: Ada Marsh\nDate: 4 December 2021\nSubject: Tide\n\nThe tide came in."_ba;
    QTest::newRow("a headline with a colon")
        << "Tide: it comes\nBy Ada Marsh\n\nThe tide came in."_ba;
}

void TestForeign::readsWhatOnlyLooksForeign()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QVERIFY(pages->first().html.contains(u"The tide came in."_s));
}

QTEST_GUILESS_MAIN(TestForeign)
#include "tst_foreign.moc"
