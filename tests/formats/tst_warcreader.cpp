#include "formats/formats.h"
#include "formats/limits.h"
#include "support/archives.h"
#include "support/pictures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::gzipped;
using support::httpAnswer;
using support::warcRecord;

class TestWarcReader : public QObject
{
    Q_OBJECT

private slots:
    void readsThePage_data();
    void readsThePage();
    void undoesWhatTheServerDid_data();
    void undoesWhatTheServerDid();
    void findsThePictures_data();
    void findsThePictures();
    void tellsPagesFromParts_data();
    void tellsPagesFromParts();
    void survivesWrongLengths_data();
    void survivesWrongLengths();
    void readsWhatIsCut_data();
    void readsWhatIsCut();
    void refuses_data();
    void refuses();
};

namespace {

const auto htmlType = "Content-Type: text/html; charset=utf-8"_ba;

QByteArray page(const QByteArray &words)
{
    return "<!DOCTYPE html><html><title>Tide</title><body><p>" + words + "</p></body></html>";
}

QByteArray response(const QByteArray &address, const QByteArray &body,
                    const QByteArray &fields = htmlType, const QByteArray &status = "200 OK")
{
    return warcRecord("response", address, httpAnswer(body, fields, status));
}

QByteArray request(const QByteArray &address, const QByteArray &fields)
{
    return warcRecord("request", address, "GET / HTTP/1.1\r\n" + fields + "\r\n\r\n",
                      "application/http;msgtype=request");
}

QStringList addressesOf(const QList<SavedPage> &pages)
{
    QStringList addresses;
    for (const auto &found : pages)
        addresses.append(found.stated.url.toString());
    return addresses;
}

} // namespace

void TestWarcReader::readsThePage_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const auto info
        = warcRecord("warcinfo", "", "software: Wget/1.21.3 (linux-gnu)\r\nformat: WARC 1.0\r\n",
                     "application/warc-fields");
    const auto robots = response("<https://a.example/robots.txt>", "User-agent: *");
    const auto missing = response("<https://a.example/x>", page("Gone"), htmlType, "404 Not Found");
    const auto story = response("<https://a.example/tide>", page("It came in."));
    const auto log = warcRecord("resource", "<metadata://gnu.org/software/wget/warc/wget.log>",
                                page("log"), "text/html");
    QTest::newRow("plain") << info + robots + missing + story + log;
    QTest::newRow("packed as a whole") << gzipped(info + robots + missing + story + log);
    QTest::newRow("packed record by record")
        << gzipped(info) + gzipped(robots) + gzipped(missing) + gzipped(story) + gzipped(log);
    QTest::newRow("a damaged record before it")
        << gzipped(info) + gzipped(robots).replace(12, 4, "\xff\xff\xff\xff") + gzipped(story);
    QTest::newRow("lines without carriage returns")
        << QByteArray(info + robots + story).replace("\r\n", "\n");
}

void TestWarcReader::readsThePage()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QCOMPARE(pages->first().stated.url, QUrl(u"https://a.example/tide"_s));
    const Provenance provenance{.format = u"warc"_s,
                                .savedBy = u"Wget"_s,
                                .savedAt
                                = {.date = QDate(2025, 3, 4), .time = QTime(10, 0), .offset = 0}};
    QCOMPARE(pages->first().stated.provenance, provenance);
}

void TestWarcReader::undoesWhatTheServerDid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");

    const auto plain = page("Grüße");
    const auto half = plain.size() / 2;
    const auto chunked = QByteArray::number(half, 16) + ";x=y\r\n" + plain.left(half) + "\r\n"
        + QByteArray::number(plain.size() - half, 16) + "\r\n" + plain.mid(half) + "\r\n0\r\n\r\n";
    QTest::newRow("nothing") << plain << ""_ba;
    QTest::newRow("chunks") << chunked << "\r\nTransfer-Encoding: chunked"_ba;
    QTest::newRow("said to be in chunks") << plain << "\r\ntransfer-encoding: chunked"_ba;
    QTest::newRow("gzip") << gzipped(plain) << "\r\nContent-Encoding: gzip"_ba;
    QTest::newRow("said to be packed") << plain << "\r\nContent-Encoding: br"_ba;
    QTest::newRow("zlib") << qCompress(plain).mid(4) << "\r\nContent-Encoding: deflate"_ba;
    QTest::newRow("bare deflate") << support::deflated(plain) << "\r\nContent-Encoding: deflate"_ba;
    QTest::newRow("folded field") << gzipped(plain) << "\r\nContent-Encoding:\r\n gzip"_ba;
}

void TestWarcReader::undoesWhatTheServerDid()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);

    const auto pages
        = formats::read({.bytes = response("https://a.example/tide", body, htmlType + fields)});

    QVERIFY(pages);
    QCOMPARE(pages->first().html, QString::fromUtf8(page("Grüße")));
}

void TestWarcReader::findsThePictures_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("src");
    QTest::addColumn<bool>("found");

    const auto there = "https://img.example/a.png?w=640"_ba;
    QTest::newRow("as it is written") << there << there << true;
    QTest::newRow("relative") << "https://a.example/news/a.png"_ba
                              << "a.png"_ba << true;
    QTest::newRow("by the other scheme") << there << "//img.example/a.png?w=640"_ba << true;
    QTest::newRow("with a fragment") << there << there + "#top" << true;
    QTest::newRow("redirected") << there << "https://a.example/old.png"_ba << true;
    QTest::newRow("another size") << there << "https://img.example/a.png?w=320"_ba << false;
    QTest::newRow("redirected in a circle") << there << "https://a.example/circle"_ba << false;
}

void TestWarcReader::findsThePictures()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, src);
    QFETCH(bool, found);
    const auto png = support::png(3, 3);
    const auto bytes = response("http://a.example/news/tide", page("<img src=\"" + src + "\">"))
        + response("https://a.example/old.png", "", "Location: " + address, "301 Moved")
        + response("https://a.example/circle", "", "Location: /circle", "302 Found")
        + response(address, png, "Content-Type: image/png");

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    const auto resource = pages->first().resources.value(QString::fromLatin1(src));
    QCOMPARE(resource.bytes, found ? png : QByteArray());
    QCOMPARE(pages->first().stated.warnings.isEmpty(), found);
}

void TestWarcReader::tellsPagesFromParts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("addresses");

    const auto one = response("https://a.example/1", page("One"));
    const auto two = response("https://a.example/2", page("Two"));
    const QStringList first{u"https://a.example/1"_s};
    const QStringList both{u"https://a.example/1"_s, u"https://a.example/2"_s};
    QTest::newRow("two pages") << one + two << both;
    QTest::newRow("taken twice") << one + one << first;
    QTest::newRow("a frame") << response("https://a.example/1",
                                         page("<iframe width=1 src='2'></iframe>"))
            + two << first;
    QTest::newRow("a frame as the browser says")
        << one + request("https://a.example/2", "Sec-Fetch-Dest: iframe") + two << first;
    QTest::newRow("a frame that was also gone to")
        << one + request("https://a.example/2", "Sec-Fetch-Dest: iframe") + two
            + request("https://a.example/2", "Sec-Fetch-Dest: document")
        << both;
    QTest::newRow("a frameset")
        << response("https://a.example/0",
                    "<html><frameset><frame src=1><frame src=2></frameset></html>")
            + one + two
        << both;
    QTest::newRow("a piece for a script")
        << one + response("https://a.example/2", "<li>More") << first;
    QTest::newRow("nothing but a piece") << response("https://a.example/1", "<li>More") << first;
    QTest::newRow("without a type")
        << response("https://a.example/1", page("One"), "X: y") << first;
    QTest::newRow("not from a server")
        << warcRecord("resource", "https://a.example/1", page("One"), "text/html") << first;
}

void TestWarcReader::tellsPagesFromParts()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QTEST(addressesOf(*pages), "addresses");
}

void TestWarcReader::survivesWrongLengths_data()
{
    QTest::addColumn<QByteArray>("length");

    QTest::newRow("too large") << "4096"_ba;
    QTest::newRow("enormous") << "99999999999999999999999"_ba;
    QTest::newRow("negative") << "-5"_ba;
    QTest::newRow("too small") << "20"_ba;
    QTest::newRow("words") << "many"_ba;
}

void TestWarcReader::survivesWrongLengths()
{
    QFETCH(QByteArray, length);
    const auto block = httpAnswer(page("It came in."), htmlType);
    const auto wrong = warcRecord("response", "https://a.example/1", block)
                           .replace("Content-Length: " + QByteArray::number(block.size()),
                                    "Content-Length: " + length);
    const auto next = response("https://a.example/2", page("It went out."));

    const auto pages = formats::read({.bytes = wrong + next});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 2);
    QVERIFY(pages->first().html.endsWith(u"It came in.</p></body></html>"_s));
    QVERIFY(pages->at(1).html.contains(u"It went out."_s));
    QCOMPARE(pages->first().stated.warnings.size(), 1);
}

void TestWarcReader::readsWhatIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const auto story = response("https://a.example/1", page("It came in."));
    const auto next = response("https://a.example/2", page("It went out."));
    QTest::newRow("within the page") << story.chopped(12);
    QTest::newRow("within the page, packed") << gzipped(story.chopped(12));
    QTest::newRow("within what is packed") << gzipped(story) + gzipped(next).first(150);
}

void TestWarcReader::readsWhatIsCut()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QCOMPARE(pages->first().stated.warnings,
             QStringList{u"the file is cut: its last part is missing"_s});
}

void TestWarcReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");

    const auto story = response("https://a.example/1", page("One"));
    QTest::newRow("cut in its header") << story.left(60) << Error::Kind::Empty;
    QTest::newRow("an endless header")
        << "WARC/1.0\r\n" + QByteArray("X: y\r\n").repeated(20'000) << Error::Kind::Malformed;
    QTest::newRow("only error pages")
        << response("https://a.example/1", page("Gone"), htmlType, "404 Not Found")
        << Error::Kind::Empty;
    QTest::newRow("packed in a way that is not known")
        << response("https://a.example/1", "\x8b\x02\x80", htmlType + "\r\nContent-Encoding: br")
        << Error::Kind::Unsupported;
    QTest::newRow("a bomb") << gzipped(QByteArray("WARC/1.0\r\n\r\n")
                                       + QByteArray(24 * 1024 * 1024, ' '))
                            << Error::Kind::TooLarge;
}

void TestWarcReader::refuses()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(!pages);
    QTEST(pages.error().kind, "kind");
    QVERIFY(!pages.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestWarcReader)
#include "tst_warcreader.moc"
