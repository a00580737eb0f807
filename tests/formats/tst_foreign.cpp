#include "formats/formats.h"
#include "support/archives.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestForeign : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void saysThatAnArchiveIsEmpty();
    void saysHowMuchIsTooLarge_data();
    void saysHowMuchIsTooLarge();
    void readsWhatOnlyLooksForeign_data();
    void readsWhatOnlyLooksForeign();
};

void TestForeign::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("feed") << "\xef\xbb\xbf<?xml version=\"1.0\"?><rss version=\"2.0\"></rss>"_ba;
    QTest::newRow("property list") << "bplist00\xd1\x01\x02"_ba;
    QTest::newRow("an object of JSON")
        << "\xef\xbb\xbf {\"name\": \"tide\", \"version\": \"1.0\"}\n"_ba;
    QTest::newRow("an array of JSON") << "[{\"id\": 1, \"title\": \"Tide\"}, 2]"_ba;
    QTest::newRow("endless brackets") << QByteArray(500'000, '[');
    QTest::newRow("endless objects") << "{\"a\":"_ba.repeated(100'000);
}

void TestForeign::refusesWhatIsNoText()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::Unsupported);
    QVERIFY(!pages.error().detail.isEmpty());
}

void TestForeign::saysThatAnArchiveIsEmpty()
{
    const auto pages = formats::read({.bytes = support::zipped({})});

    QVERIFY(!pages);
    QCOMPARE(pages.error(), (Error{Error::Kind::Empty, u"a ZIP archive with nothing in it"_s}));
}

void TestForeign::saysHowMuchIsTooLarge_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("detail");

    QTest::newRow("text") << u"a.txt"_s << u"text of 17 MB; the limit is 16 MB"_s;
    QTest::newRow("Markdown") << u"a.md"_s << u"Markdown of 17 MB; the limit is 16 MB"_s;
}

void TestForeign::saysHowMuchIsTooLarge()
{
    QFETCH(QString, name);
    QFETCH(QString, detail);

    const auto pages = formats::read({.bytes = QByteArray(16'800'000, 'a'), .name = name});

    QVERIFY(!pages);
    QCOMPARE(pages.error(), (Error{Error::Kind::TooLarge, detail}));
}

void TestForeign::readsWhatOnlyLooksForeign_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("XHTML") << "<?xml version=\"1.0\"?>\n<!-- <rss> --><!DOCTYPE html>\n"
                              "<html><body><p>The tide came in.</p></body></html>"_ba;
    QTest::newRow("a forwarded story")
        << "From: Ada Marsh\nDate: 4 December 2021\nSubject: Tide\n\nThe tide came in."_ba;
    QTest::newRow("a note in brackets first") << "[Updated]\n\nThe tide came in."_ba;
    QTest::newRow("a number in brackets first") << "[1] The tide came in."_ba;
    QTest::newRow("a link first") << "[Tide](https://a.example/b)\n\nThe tide came in."_ba;
    QTest::newRow("a brace first") << "{Photo: Ada Marsh}\n\nThe tide came in."_ba;
    QTest::newRow("JSON above the text") << "{\"draft\": true}\n\nThe tide came in."_ba;
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
