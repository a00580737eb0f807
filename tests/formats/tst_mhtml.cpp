#include "formats/formats.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMhtml : public QObject
{
    Q_OBJECT

private slots:
    void findsThePageAndItsAddress_data();
    void findsThePageAndItsAddress();
    void saysWhoSavedItAndWhen();
    void decodesThePage_data();
    void decodesThePage();
    void bringsPicturesAlong_data();
    void bringsPicturesAlong();
    void countsMissingPictures();
    void survivesEveryCut();
    void staysQuickWithManyParts();
    void refusesWhatHoldsNoPage();
};

namespace {

const auto pixel
    = QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

QByteArray part(const QByteArray &fields, const QByteArray &content)
{
    return "\r\n--=_edge\r\n" + fields + "\r\n\r\n" + content;
}

QByteArray picture(const QByteArray &fields)
{
    return part("Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n" + fields,
                pixel.toBase64());
}

QByteArray page(const QByteArray &body, const QByteArray &fields = {})
{
    return part("Content-Type: text/html" + fields, "<html><body>" + body + "</body></html>");
}

QByteArray archive(const QByteArray &fields, const QByteArray &parts,
                   const QByteArray &parameters = {})
{
    return fields + "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";"
        + parameters + "\r\n\tboundary=\"=_edge\"\r\n\r\n" + parts + "\r\n--=_edge--\r\n";
}

const QByteArray chromium
    = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tide.example/a/one\r\n"
      "Subject: =?utf-8?Q?Die=20Fl=C3=BCt?=\r\nDate: Tue, 4 Mar 2025 10:00:00 -0000\r\n";
const QByteArray atOne = "\r\nContent-Location: https://tide.example/a/one";

SavedPage read(const QByteArray &bytes)
{
    const auto pages = formats::read({.bytes = bytes});
    return pages && pages->size() == 1 ? pages->first() : SavedPage();
}

} // namespace

void TestMhtml::findsThePageAndItsAddress_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("address");

    const auto story = page("The tide", atOne);
    QTest::newRow("Chromium") << archive(chromium, story) << u"https://tide.example/a/one"_s;
    QTest::newRow("a frame before the page")
        << archive(chromium, page("A frame", "\r\nContent-Location: cid:frame@x") + story)
        << u"https://tide.example/a/one"_s;
    QTest::newRow("blank lines before the header")
        << "\r\n\r\n" + archive(chromium, story) << u"https://tide.example/a/one"_s;
    QTest::newRow("Internet Explorer")
        << archive("From: <Saved by Windows Internet Explorer 8>\r\nSubject: Tide\r\n", story)
        << u"https://tide.example/a/one"_s;
    QTest::newRow("Word, from a disk")
        << archive({}, page("The tide", "\r\nContent-Location: file:///C:/A1/tide.htm"))
        << QString();
    QTest::newRow("the start is named and stands last") << archive(
        "Content-Location: https://tide.example/a/one\r\n",
        page("Another", "\r\nContent-ID: <b@x>") + page("The tide", "\r\nContent-ID: <a@x>"),
        "\r\n\tstart=\"<a@x>\";") << u"https://tide.example/a/one"_s;
    QTest::newRow("a relative place and a base")
        << archive("Content-Base: \"https://tide.example/a/\"\r\n",
                   page("The tide", "\r\nContent-Location: one"))
        << u"https://tide.example/a/one"_s;
    QTest::newRow("alternatives inside")
        << archive("Content-Location: https://tide.example/a/one\r\n",
                   part("Content-Type: multipart/alternative; boundary=in",
                        "--in\r\nContent-Type: text/plain\r\n\r\nNo\r\n"
                        "--in\r\nContent-Type: text/html\r\n\r\n<p>The tide</p>\r\n--in--"))
        << u"https://tide.example/a/one"_s;
    QTest::newRow("one part only")
        << "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n"
           "Content-Location: https://tide.example/a/one\r\n\r\n<p>The tide</p>"_ba
        << u"https://tide.example/a/one"_s;
}

void TestMhtml::findsThePageAndItsAddress()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, address);

    const auto found = read(bytes);

    QVERIFY2(found.html.contains("The tide"_L1), qPrintable(found.html));
    QCOMPARE(found.stated.url.toString(), address);
    QCOMPARE(found.stated.provenance.format, u"mhtml"_s);
    QCOMPARE(found.stated.title, QString());
    QCOMPARE(found.stated.published, Timestamp());
}

void TestMhtml::saysWhoSavedItAndWhen()
{
    const auto found = read(archive(chromium, page("The tide", atOne)));

    QCOMPARE(found.stated.provenance.savedBy, u"Chromium"_s);
    QCOMPARE(found.stated.provenance.savedAt.toRfc3339(), u"2025-03-04T10:00:00Z"_s);
}

void TestMhtml::decodesThePage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto meta = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"_ba;

    QTest::newRow("quoted-printable")
        << archive(chromium,
                   page("=D0=9C=D0=BE=D1=80=\r\n=D0=B5",
                        "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"));
    QTest::newRow("base64") << archive(
        chromium,
        part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64",
             "<p>\xD0\x9C\xD0\xBE\xD1\x80\xD0\xB5</p>"_ba.toBase64()));
    QTest::newRow("a charset that only the page declares")
        << archive(chromium, page(meta + "\xCC\xEE\xF0\xE5"));
    QTest::newRow("us-ascii, which says nothing")
        << archive(chromium, page(meta + "\xCC\xEE\xF0\xE5", "; charset=us-ascii"));
    QTest::newRow("a wrong label on UTF-8")
        << archive(chromium, page("\xD0\x9C\xD0\xBE\xD1\x80\xD0\xB5", "; charset=iso-8859-1"));
}

void TestMhtml::decodesThePage()
{
    QFETCH(QByteArray, bytes);

    QVERIFY(read(bytes).html.contains(u"Море"_s));
}

void TestMhtml::bringsPicturesAlong_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("fields");

    QTest::newRow("absolute") << "https://pics.example/a.gif"_ba
                              << "Content-Location: https://pics.example/a.gif"_ba;
    QTest::newRow("relative in the page") << "../i/a.gif"_ba
                                          << "Content-Location: https://tide.example/i/a.gif"_ba;
    QTest::newRow("relative in both") << "i/a.gif"_ba
                                      << "Content-Location: i/a.gif"_ba;
    QTest::newRow("with a base of its own")
        << "/i/a.gif"_ba
        << "Content-Base: https://tide.example/i/\r\nContent-Location: a.gif"_ba;
    QTest::newRow("by its id") << "cid:a%20b@x"_ba
                               << "Content-ID: <a b@x>"_ba;
    QTest::newRow("by a folded place")
        << "https://pics.example/long/a.gif"_ba
        << "Content-Location: https://pics.example/\r\n long/a.gif"_ba;
    QTest::newRow("with letters outside ASCII")
        << "https://pics.example/fl\xC3\xBCt.gif"_ba
        << "Content-Location: https://pics.example/fl%C3%BCt.gif"_ba;
}

void TestMhtml::bringsPicturesAlong()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, fields);

    const auto found = read(archive(
        chromium, page("<p>The tide<img src=\"" + written + "\">", atOne) + picture(fields)));

    QCOMPARE(found.resources.value(QString::fromUtf8(written)).bytes, pixel);
    QCOMPARE(found.stated.warnings, QStringList());
}

void TestMhtml::countsMissingPictures()
{
    const auto found = read(
        archive(chromium,
                page("<p>The tide<img src=https://pics.example/a.gif><img src=file:///etc/hostname>"
                     "<img src=cid:page@x>",
                     atOne + "\r\nContent-ID: <page@x>")
                    + picture("Content-Location: ../../../../etc/hostname")));

    QVERIFY(found.resources.isEmpty());
    QCOMPARE(found.stated.warnings, QStringList{u"3 pictures of the page are not in the file"_s});
}

void TestMhtml::survivesEveryCut()
{
    const auto whole = archive(chromium,
                               page("<p>The tide<img src=https://pics.example/a.gif>", atOne)
                                   + picture("Content-Location: https://pics.example/a.gif"));
    const auto bodyEnd = whole.indexOf("</body>");

    for (qsizetype size = 1; size < whole.size(); ++size) {
        const auto pages = formats::read({.bytes = whole.first(size)});
        if (size < bodyEnd)
            continue;
        QVERIFY2(pages && pages->first().html.contains("The tide"_L1),
                 qPrintable(QString::number(size)));
        const bool closed = whole.first(size).contains("--=_edge--");
        QCOMPARE(
            pages->first().stated.warnings.contains(u"the file is cut off: its end is missing"_s),
            !closed);
    }
}

void TestMhtml::staysQuickWithManyParts()
{
    QByteArray parts = page("The tide", atOne);
    for (int n = 0; n < 40'000; ++n)
        parts += "\r\n--=_edge\r\n\r\n";

    QElapsedTimer timer;
    timer.start();
    const auto found = read(archive(chromium, parts));

    QVERIFY(found.html.contains("The tide"_L1));
    QVERIFY(found.stated.warnings.value(0).contains("parts"_L1));
    QVERIFY(timer.elapsed() < 10'000);
}

void TestMhtml::refusesWhatHoldsNoPage()
{
    const auto pages
        = formats::read({.bytes = archive(chromium, picture("Content-Location: a.gif"))});

    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestMhtml)
#include "tst_mhtml.moc"
