#include "formats/enexreader.h"
#include "support/archives.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

class TestEnex : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void readsWhatANoteSays();
    void looksForAStoryOnlyInClips_data();
    void looksForAStoryOnlyInClips();
    void readsItsMarkup_data();
    void readsItsMarkup();
    void saysWhatCannotBeShown();
    void findsPicturesByTheirHash();
    void placesPicturesThatAreNotNamed_data();
    void placesPicturesThatAreNotNamed();
    void readsSeveralNotes();
    void mendsCdata();
    void survivesDamage_data();
    void survivesDamage();
};

namespace {

// A picture of 120 by 120 points, as its header says.
QByteArray largePicture(char colour)
{
    QByteArray data
        = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x78\0\0\0\x78\x08\2\0\0\0", 29);
    return data + QByteArray(4, colour) + QByteArray(64, colour);
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

QByteArray resource(const QByteArray &bytes)
{
    return "<resource><data encoding=\"base64\">\n" + bytes.toBase64()
        + "\n</data><mime>image/png</mime><resource-attributes><file-name>a.png</file-name>"
          "<source-url>https://b.example/a.png</source-url></resource-attributes></resource>";
}

QByteArray note(const QByteArray &enml, const QByteArray &fields = "<title>Tide</title>",
                const QByteArray &resources = {})
{
    return "<note>" + fields
        + "<content><![CDATA[<?xml version=\"1.0\"?><!DOCTYPE en-note SYSTEM "
          "\"http://b.example/enml2.dtd\"><en-note>"
        + enml + "</en-note>]]></content>" + resources + "</note>";
}

QByteArray exported(const QByteArray &notes)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE en-export SYSTEM "
           "\"http://b.example/evernote-export4.dtd\">\n"
           "<en-export export-date=\"20250102T030405Z\" application=\"Evernote\" version=\"10\">"
        + notes + "</en-export>";
}

QList<SavedPage> pagesOf(const QByteArray &notes)
{
    const auto pages = EnexReader().read({.bytes = exported(notes)});
    return pages ? *pages : QList<SavedPage>();
}

QString bodyOf(const SavedPage &page)
{
    const auto start = page.html.indexOf("<body>"_L1) + 6;
    return page.html.mid(start, page.html.indexOf("</body>"_L1) - start);
}

const QByteArray clip = "<title>Tide</title><note-attributes>"
                        "<source-url>https://a.example/tide</source-url></note-attributes>";

} // namespace

void TestEnex::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("enex");

    QTest::newRow("export") << exported("") << true;
    QTest::newRow("without a prolog") << "<en-export><note/></en-export>"_ba << true;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + exported("") << true;
    QTest::newRow("other XML") << "<?xml version=\"1.0\"?><rss/>"_ba << false;
    QTest::newRow("text about it") << "The root is <en-export>."_ba << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestEnex::recognises()
{
    QFETCH(QByteArray, bytes);

    QTEST(EnexReader().recognises({.bytes = bytes}), "enex");
}

void TestEnex::readsWhatANoteSays()
{
    const auto pages = pagesOf(
        note("<p>It rose.</p>",
             "<title>Tide &amp; Ebb</title><created>20240501T093000Z</created>"
             "<updated>20240601T093000Z</updated><tag>sea</tag><tag>moon</tag><note-attributes>"
             "<author>Ada Marsh, Bo Reed</author><source>web.clip7</source>"
             "<source-url>https://a.example/tide?a=1&amp;b=2</source-url></note-attributes>",
             resource("no picture")));

    QCOMPARE(pages.size(), 1);
    const Article expected{
        .url = QUrl(u"https://a.example/tide?a=1&b=2"_s),
        .title = u"Tide & Ebb"_s,
        .authors = {{.name = u"Ada Marsh"_s}, {.name = u"Bo Reed"_s}},
        .tags = {u"sea"_s, u"moon"_s},
        .provenance = {.format = u"enex"_s,
                       .savedBy = u"Evernote"_s,
                       .savedAt = {.date = {2024, 5, 1}, .time = QTime(9, 30), .offset = 0}}};
    QCOMPARE(pages.first().stated, expected);
    QCOMPARE(bodyOf(pages.first()), u"<h1>Tide &amp; Ebb</h1><p>It rose.</p>"_s);
}

void TestEnex::looksForAStoryOnlyInClips_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("page");

    QTest::newRow("with its address") << clip << true;
    QTest::newRow("clipped") << "<title>A</title><note-attributes><source>web.clip7</source>"
                                "</note-attributes>"_ba
                             << true;
    QTest::newRow("written") << "<title>Untitled Note</title>"_ba << false;
}

void TestEnex::looksForAStoryOnlyInClips()
{
    QFETCH(QByteArray, fields);

    const auto pages = pagesOf(note("<p>It rose.</p>", fields));

    QCOMPARE(pages.size(), 1);
    QTEST(pages.first().content == SavedPage::Content::Page, "page");
    QVERIFY(!pages.first().stated.title.contains("Untitled"_L1));
}

void TestEnex::readsItsMarkup_data()
{
    QTest::addColumn<QByteArray>("enml");
    QTest::addColumn<QString>("html");

    QTest::newRow("boxes") << "<div><en-todo checked=\"true\"/>a</div><div><en-todo/>b</div>"_ba
                           << u"<div>\u2611 a</div><div>\u2610 b</div>"_s;
    QTest::newRow("picture") << "<p>a<en-media type=\"image/png\" hash=\"0A\" alt=\"'b'\"/>c</p>"_ba
                             << u"<p>a<img src=\"enex:0a\" alt=\"'b'\">c</p>"_s;
    QTest::newRow("picture with an end")
        << "<en-media type=\"image/png\" hash=\"0a\"></en-media>b"_ba
        << u"<img src=\"enex:0a\">b"_s;
    QTest::newRow("closed in itself")
        << "<div/><p>a<br clear=\"none\"/>b</p>"_ba << u"<div></div><p>a<br clear=\"none\">b</p>"_s;
    QTest::newRow("names of HTML") << "<p>a&nbsp;b</p>"_ba << u"<p>a&nbsp;b</p>"_s;
}

void TestEnex::readsItsMarkup()
{
    QFETCH(QByteArray, enml);

    const auto pages = pagesOf(note(enml));

    QCOMPARE(pages.size(), 1);
    QTEST(bodyOf(pages.first()), "html");
}

void TestEnex::saysWhatCannotBeShown()
{
    const auto pages = pagesOf(note("<p>a<en-crypt hint=\"b\">c2VjcmV0</en-crypt>"
                                    "<en-media type=\"application/pdf\" hash=\"0a\"/>"
                                    "<en-media type=\"image/png\" hash=\"0b\"/></p>"));

    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().stated.warnings,
             (QStringList{u"1 encrypted passages of the note are not shown"_s,
                          u"1 attached files of the note are not shown"_s,
                          u"1 picture of the page is not in the file"_s}));
    QVERIFY(!pages.first().html.contains("c2Vj"_L1));
}

void TestEnex::findsPicturesByTheirHash()
{
    const auto one = largePicture('\1');
    const auto other = largePicture('\2');

    const auto pages
        = pagesOf(note("<en-media type=\"image/png\" hash=\"" + hashOf(other) + "\"/>"
                           + "<en-media type=\"image/png\" hash=\"" + hashOf(one) + "\"/>",
                       clip, resource(one) + resource(other)));

    QCOMPARE(pages.size(), 1);
    const auto &pictures = pages.first().resources;
    QCOMPARE(pictures.size(), 2);
    QCOMPARE(pictures.value(u"enex:"_s + QString::fromLatin1(hashOf(one))).bytes, one);
    QCOMPARE(pictures.value(u"enex:"_s + QString::fromLatin1(hashOf(other))).bytes, other);
}

void TestEnex::placesPicturesThatAreNotNamed_data()
{
    QTest::addColumn<QByteArray>("enml");
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<QString>("html");

    const auto large = largePicture('\1');
    const auto address
        = u"<div><img src=\"enex:%1\"></div>"_s.arg(QString::fromLatin1(hashOf(large)));
    QTest::newRow("where it was") << "<div><div></div><p>a</p></div>"_ba << large
                                  << u"<div>%1<p>a</p></div>"_s.arg(address);
    QTest::newRow("at the end") << "<p>a</p>"_ba << large << u"<p>a</p>"_s + address;
    auto icon = large;
    icon[19] = '\x10';
    QTest::newRow("not for an icon")
        << "<div></div><p>a</p>"_ba << icon << u"<div></div><p>a</p>"_s;
}

void TestEnex::placesPicturesThatAreNotNamed()
{
    QFETCH(QByteArray, enml);
    QFETCH(QByteArray, picture);

    const auto pages = pagesOf(note(enml, "<title>A</title>", resource(picture)));

    QCOMPARE(pages.size(), 1);
    QTEST(bodyOf(pages.first()), "html");
}

void TestEnex::readsSeveralNotes()
{
    const auto pages
        = pagesOf(note("<p>a</p>", "<title>A</title><tag>x</tag>") + note("", "<title></title>")
                  + note("<p>b</p>", "<title>B</title>") + note("", "<title>C</title>"));

    QCOMPARE(pages.size(), 3);
    QCOMPARE(pages[1].stated.title, u"B"_s);
    QVERIFY(pages[1].stated.tags.isEmpty());
    QCOMPARE(pages[2].stated.title, u"C"_s);
}

void TestEnex::mendsCdata()
{
    const auto pages = pagesOf(note("<p>a]]<![CDATA[>]]>b</p>", "<title>A</title>")
                               + note("<p>c</p>", "<title>B</title>"));

    QCOMPARE(pages.size(), 2);
    QCOMPARE(bodyOf(pages.first()), u"<p>a]]&gt;b</p>"_s);
    QVERIFY(pages.last().stated.warnings.isEmpty());
}

void TestEnex::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("body");

    const auto whole = exported(note("<p>It rose.</p>") + note("<p>It fell.</p>"));
    QTest::newRow("cut in the text") << whole.left(whole.indexOf("rose") + 2) << u"<p>It ro</p>"_s;
    QTest::newRow("cut in the second note")
        << whole.left(whole.lastIndexOf("<content>")) << u"<p>It rose.</p>"_s;
    QTest::newRow("cut in the prolog") << whole.left(60) << QString();
    QTest::newRow("no notes") << exported("") << QString();
    const QByteArray bomb = "<!DOCTYPE en-export [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>"
                            "<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    QTest::newRow("entities") << bomb + "<en-export>"
            + note("<p>It rose.</p>", "<title>A&b;&x;</title>")
            + "</en-export>" << u"<p>It rose.</p>"_s;
}

void TestEnex::survivesDamage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, body);

    const auto pages = EnexReader().read({.bytes = bytes});

    QCOMPARE(pages.has_value(), !body.isEmpty());
    if (!pages) {
        QVERIFY(!pages.error().detail.isEmpty());
        return;
    }
    QCOMPARE(bodyOf(pages->first()), body);
    QVERIFY(!pages->last().stated.warnings.isEmpty());
    QVERIFY(pages->first().stated.title.size() <= 4);
}

QTEST_GUILESS_MAIN(TestEnex)
#include "tst_enex.moc"
