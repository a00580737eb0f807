#include "formats/formats.h"
#include "support/archives.h"
#include "support/pictures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::gzipped;
using support::zipped;

class TestWaczReader : public QObject
{
    Q_OBJECT

private slots:
    void readsTheListedPages();
    void takesTheTitleOnlyForAPageWithout();
    void choosesTheTakeOfTheMoment();
    void readsWhatIsNotListed_data();
    void readsWhatIsNotListed();
    void readsWhatIsCut();
    void refuses_data();
    void refuses();
};

namespace {

const auto package = "{\"profile\": \"data-package\", \"wacz_version\": \"1.1.1\","
                     " \"software\": \"Webrecorder ArchiveWeb.page 0.7.12, using warcio\"}"_ba;

QByteArray page(const QByteArray &words, const QByteArray &head = "<title>Tide | Coast</title>")
{
    return "<!DOCTYPE html><html>" + head + "<body><p>" + words + "</p></body></html>";
}

QByteArray response(const QByteArray &address, const QByteArray &body,
                    const QByteArray &type = "text/html")
{
    return gzipped(support::warcRecord("response", address,
                                       support::httpAnswer(body, "Content-Type: " + type)));
}

QByteArray listed(const QByteArray &address)
{
    return "{\"url\": \"" + address
        + "\", \"title\": \"The Tide\", \"ts\": \"2025-03-04T10:00:05Z\"}\n";
}

const auto listHead = "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n"_ba;

} // namespace

void TestWaczReader::readsTheListedPages()
{
    const auto png = support::png(3, 3);
    const auto bytes
        = zipped({{"archive/one.warc.gz",
                   response("https://ads.example/frame", page("Buy!"))
                       + response("https://a.example/1", page("It came in. <img src=/a.png>"))},
                  {"archive/two.warc.gz",
                   response("https://a.example/2", page("It went out."))
                       + response("https://a.example/a.png", png, "image/png")},
                  {"pages/extraPages.jsonl", listHead + listed("https://a.example/2")},
                  {"pages/pages.jsonl", listHead + listed("https://a.example/1") + "no JSON\n"},
                  {"datapackage.json", package}});

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 2);
    QCOMPARE(pages->at(0).stated.url, QUrl(u"https://a.example/1"_s));
    QCOMPARE(pages->at(1).stated.url, QUrl(u"https://a.example/2"_s));
    QCOMPARE(pages->at(0).resources.value(u"/a.png"_s).bytes, png);
    const Provenance provenance{
        .format = u"wacz"_s,
        .savedBy = u"Webrecorder ArchiveWeb.page"_s,
        .savedAt = {.date = QDate(2025, 3, 4), .time = QTime(10, 0, 5), .offset = 0}};
    QCOMPARE(pages->at(0).stated.provenance, provenance);
}

void TestWaczReader::takesTheTitleOnlyForAPageWithout()
{
    const auto bytes = zipped(
        {{"archive/data.warc.gz",
          response("https://a.example/1", page("It came in."))
              + response("https://a.example/2", page("It went out.", "<title> </title>"))},
         {"pages/pages.jsonl", listed("https://a.example/1") + listed("https://a.example/2")},
         {"datapackage.json", package}});

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 2);
    QCOMPARE(pages->at(0).stated.title, QString());
    QCOMPARE(pages->at(1).stated.title, u"The Tide"_s);
}

void TestWaczReader::choosesTheTakeOfTheMoment()
{
    const auto early = gzipped(
        support::warcRecord("response", "https://a.example/1",
                            support::httpAnswer(page("It came in."), "Content-Type: text/html"))
            .replace("2025-03-04", "2024-03-04"));
    const auto bytes = zipped(
        {{"archive/data.warc.gz", early + response("https://a.example/1", page("It went out."))},
         {"pages/pages.jsonl", listed("https://a.example/1")},
         {"datapackage.json", package}});

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It went out."_s));
}

void TestWaczReader::readsWhatIsNotListed_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("warnings");

    QTest::newRow("no list") << ""_ba << QStringList();
    QTest::newRow("an empty list") << listHead << QStringList();
    QTest::newRow("a list of others")
        << listed("https://a.example/9")
        << QStringList{u"1 of the pages that the file lists are not in it"_s};
}

void TestWaczReader::readsWhatIsNotListed()
{
    QFETCH(QByteArray, list);
    const auto bytes = zipped(
        {{"archive/data.warc",
          support::warcRecord("response", "https://a.example/1",
                              support::httpAnswer(page("It came in."), "Content-Type: text/html"))},
         {"pages/pages.jsonl", list},
         {"../../escape.html", page("Out!")},
         {"datapackage.json", "[]"}});

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QTEST(pages->first().stated.warnings, "warnings");
}

void TestWaczReader::readsWhatIsCut()
{
    // Noise, which packs to its own length.
    QByteArray noise;
    quint32 state = 1;
    for (int i = 0; i < 8000; ++i) {
        state = state * 1664525 + 1013904223;
        noise.append(char(state >> 24));
    }
    const auto bytes = zipped({{"archive/data.warc.gz",
                                response("https://a.example/1", page("It came in."))
                                    + response("https://a.example/2", noise, "image/png")},
                               {"pages/pages.jsonl", listed("https://a.example/1")},
                               {"datapackage.json", package}});

    const auto pages = formats::read({.bytes = bytes.first(bytes.size() * 6 / 10)});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QVERIFY(!pages->first().stated.warnings.isEmpty());
}

void TestWaczReader::refuses_data()
{
    QTest::addColumn<QByteArray>("warc");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("noise") << "\x1f\x8b\x08 and no more"_ba << Error::Kind::Malformed;
    QTest::newRow("no page") << response("https://a.example/a.png", support::png(3, 3), "image/png")
                             << Error::Kind::Empty;
}

void TestWaczReader::refuses()
{
    QFETCH(QByteArray, warc);
    const auto bytes = zipped({{"archive/data.warc.gz", warc},
                               {"pages/pages.jsonl", listed("https://a.example/1")},
                               {"datapackage.json", package}});

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(!pages);
    QTEST(pages.error().kind, "kind");
}

QTEST_GUILESS_MAIN(TestWaczReader)
#include "tst_waczreader.moc"
