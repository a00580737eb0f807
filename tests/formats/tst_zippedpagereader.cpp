#include "formats/formats.h"
#include "support/archives.h"
#include "support/pictures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::zipped;

using Files = QList<std::pair<QByteArray, QByteArray>>;

class TestZippedPageReader : public QObject
{
    Q_OBJECT

private slots:
    void findsThePages_data();
    void findsThePages();
    void findsThePictures_data();
    void findsThePictures();
    void readsASelfExtractingPage_data();
    void readsASelfExtractingPage();
    void readsWhatTheSaverSays_data();
    void readsWhatTheSaverSays();
    void leavesOutWhatIsCutBeforeItsText();
    void leavesOtherFormatsAlone_data();
    void leavesOtherFormatsAlone();
};

namespace {

QByteArray page(const QByteArray &words)
{
    return "<!DOCTYPE html><html><body><p>" + words + "</p></body></html>";
}

} // namespace

void TestZippedPageReader::findsThePages_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QStringList>("words");

    const QStringList one{u"One"_s};
    const QStringList both{u"One"_s, u"Two"_s};
    QTest::newRow("an index") << Files{{"index.html", page("One")}} << one;
    QTest::newRow("an index and what it leads to")
        << Files{{"about.html", page("Two")}, {"index.html", page("One")}} << one;
    QTest::newRow("one page of some name")
        << Files{{"One.html", page("One")}, {"One_files/frame.html", page("Ad")}} << one;
    QTest::newRow("a packed folder")
        << Files{{"one/One.htm", page("One")}, {"__MACOSX/one/._One.htm", page("x")}} << one;
    QTest::newRow("several pages")
        << Files{{"1.html", page("One")}, {"2.xhtml", page("Two")}} << both;
    QTest::newRow("a folder for each page") << Files{{"1/index.html", page("One")},
                                                     {"1/f.html", page("x")},
                                                     {"2/index.html", page("Two")}}
                                            << both;
    QTest::newRow("outside of its folder") << Files{{"../../index.html", page("One")}} << one;
}

void TestZippedPageReader::findsThePages()
{
    QFETCH(Files, files);

    const auto pages = formats::read({.bytes = zipped(files)});

    QVERIFY(pages);
    QStringList words;
    for (const auto &found : *pages) {
        words.append(QString(found.html).remove(u"<!DOCTYPE html><html><body><p>"_s).left(3));
        QCOMPARE(found.stated.provenance, Provenance{.format = u"zip"_s});
        QVERIFY(found.stated.url.isEmpty());
    }
    QTEST(words, "words");
}

void TestZippedPageReader::findsThePictures_data()
{
    QTest::addColumn<QByteArray>("src");
    QTest::addColumn<bool>("found");

    QTest::newRow("beside") << "a b.png"_ba << true;
    QTest::newRow("percent-encoded") << "a%20b.png"_ba << true;
    QTest::newRow("with what a server wants") << "a%20b.png?w=3"_ba << true;
    QTest::newRow("above") << "../p/./a%20b.png"_ba << true;
    QTest::newRow("on the web") << "https://a.example/a%20b.png"_ba << false;
    QTest::newRow("on the disk") << "file:///etc/passwd"_ba << false;
}

void TestZippedPageReader::findsThePictures()
{
    QFETCH(QByteArray, src);
    QFETCH(bool, found);
    const auto png = support::png(3, 3);

    const auto pages = formats::read(
        {.bytes = zipped({{"p/index.html", page("<img src='" + src + "'>")}, {"p/a b.png", png}})});

    QVERIFY(pages);
    QCOMPARE(pages->first().resources.value(QString::fromLatin1(src)).bytes,
             found ? png : QByteArray());
    QCOMPARE(pages->first().stated.warnings.isEmpty(), found);
}

void TestZippedPageReader::readsASelfExtractingPage_data()
{
    QTest::addColumn<bool>("fromTheFile"); // Whether places are counted from the file's beginning.
    QTest::addColumn<QByteArray>("behind");

    QTest::newRow("counted from the file") << true << "--></html>"_ba;
    QTest::newRow("counted from the archive") << false << "--></html>"_ba;
    QTest::newRow("much text behind") << true << "-->" + QByteArray("The tide. ").repeated(9000);
    QTest::newRow("another end behind") << true << "-->PK\x05\x06 and then nothing of the kind"_ba;
}

void TestZippedPageReader::readsASelfExtractingPage()
{
    QFETCH(bool, fromTheFile);
    QFETCH(QByteArray, behind);
    const auto before = "<!DOCTYPE html> <html data-sfz><!--\n Page saved with SingleFile \n"
                        " url: https://a.example/b \n"
                        " saved date: Wed Jun 05 2024 10:20:30 GMT+0200 (CEST)\n-->"
                        "<meta charset=utf-8><body hidden><!--"_ba;
    const auto archive
        = zipped({{"index.html", page("It came in.")}, {"images/1.png", support::png(3, 3)}},
                 fromTheFile ? before.size() : 0);

    const auto pages = formats::read({.bytes = before + archive + behind});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QCOMPARE(pages->first().stated.url, QUrl(u"https://a.example/b"_s));
    const Provenance provenance{
        .format = u"zip"_s,
        .savedBy = u"SingleFile"_s,
        .savedAt = {.date = QDate(2024, 6, 5), .time = QTime(10, 20, 30), .offset = 7200}};
    QCOMPARE(pages->first().stated.provenance, provenance);
    QVERIFY(pages->first().stated.warnings.isEmpty());
}

void TestZippedPageReader::readsWhatTheSaverSays_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<Provenance>("provenance");

    const Timestamp moment{.date = QDate(2024, 6, 5), .time = QTime(8, 20, 30), .offset = 0};
    QTest::newRow("WebScrapBook") << Files{{"index.html",
                                            "<html data-scrapbook-source=\"https://a.example/b\""
                                            " data-scrapbook-create=\"20240605082030123\">x"}}
                                  << Provenance{.format = u"zip"_s,
                                                .savedBy = u"WebScrapBook"_s,
                                                .savedAt = moment};
    QTest::newRow("MAFF")
        << Files{{"1/index.html", page("One")},
                 {"1/index.rdf",
                  "<?xml version=\"1.0\"?>\n<RDF:RDF "
                  "xmlns:MAF=\"http://maf.mozdev.org/metadata/rdf#\""
                  " xmlns:RDF=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                  "<RDF:Description RDF:about=\"urn:root\">"
                  "<MAF:originalurl RDF:resource=\"https://a.example/b\"/>"
                  "<MAF:archivetime RDF:resource=\"Wed, 05 Jun 2024 08:20:30 +0000\"/>"
                  "</RDF:Description></RDF:RDF>"}}
        << Provenance{.format = u"maff"_s, .savedBy = u"MAFF"_s, .savedAt = moment};
}

void TestZippedPageReader::readsWhatTheSaverSays()
{
    QFETCH(Files, files);

    const auto pages = formats::read({.bytes = zipped(files)});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QCOMPARE(pages->first().stated.url, QUrl(u"https://a.example/b"_s));
    QTEST(pages->first().stated.provenance, "provenance");
}

void TestZippedPageReader::leavesOutWhatIsCutBeforeItsText()
{
    const auto head = "<!DOCTYPE html><html><head><title>Two</title></head><body>"_ba;
    auto bytes = zipped({{"1/index.html", page("One")}, {"2/index.html", head + "<p>Two"}});
    bytes.truncate(bytes.indexOf("<p>Two"));

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains("<p>One"_L1));
    QVERIFY(pages->first().stated.warnings.contains(u"1 further page in the file was left out"_s));
}

void TestZippedPageReader::leavesOtherFormatsAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("a document") << zipped(
        {{"[Content_Types].xml", "<Types/>"}, {"word/preview.html", page("One")}});
    QTest::newRow("pictures") << zipped({{"a.png", support::png(3, 3)}});
}

void TestZippedPageReader::leavesOtherFormatsAlone()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestZippedPageReader)
#include "tst_zippedpagereader.moc"
