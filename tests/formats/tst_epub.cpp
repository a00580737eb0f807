#include "formats/epubreader.h"
#include "support/books.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Book;

class TestEpub : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void readsThePackage_data();
    void readsThePackage();
    void isABookWithoutMetadata();
    void joinsAPage();
    void takesPicturesFromTheBook();
    void leavesOutWhatIsTheBooks_data();
    void leavesOutWhatIsTheBooks();
    void keepsABookThatIsOnlyTitles();
    void readsEveryChapterOfANovel();
    void mendsXhtml_data();
    void mendsXhtml();
    void linksWithinTheStory();
};

namespace {

const QByteArray story = "<body><h1>Tide</h1><p>The sea rose twice on Monday.</p></body>";

SavedPage pageOf(const Book &book)
{
    const auto pages = EpubReader().read({.bytes = book.bytes()});
    if (!pages || pages->size() != 1)
        return {};
    return pages->first();
}

Book withMetadata(const QByteArray &metadata)
{
    return {.metadata = metadata, .chapters = {{"a.xhtml", story}}};
}

Article stated(const Article &article)
{
    auto whole = article;
    whole.provenance.format = u"epub"_s;
    return whole;
}

} // namespace

void TestEpub::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("epub");

    QTest::newRow("by its first file")
        << support::zipped({{"mimetype", "application/epub+zip"}}) << true;
    QTest::newRow("by its container")
        << support::zipped({{"a", "b"}, {"META-INF/container.xml", "<container/>"}}) << true;
    QTest::newRow("cut") << Book{.chapters = {{"a.xhtml", story}}}.bytes().left(600) << true;
    QTest::newRow("other archive") << support::zipped({{"index.html", "<p>a"}}) << false;
    QTest::newRow("document") << support::zipped({{"mimetype", "application/x-other"}}) << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestEpub::recognises()
{
    QFETCH(QByteArray, bytes);

    QTEST(EpubReader().recognises({.bytes = bytes}), "epub");
}

void TestEpub::readsThePackage_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<Article>("expected");

    QTest::newRow("EPUB 2")
        << "<dc:title> Tide\n&amp; Ebb</dc:title><dc:creator opf:role='aut'>Ada Marsh</dc:creator>"
           "<dc:creator opf:role='ill'>Bo Reed</dc:creator>"
           "<dc:date opf:event='modification'>2024-05-02</dc:date>"
           "<dc:date opf:event='publication'>2024-05-01</dc:date><dc:language>de-at</dc:language>"
           "<dc:source>https://a.example/tide?a=1&amp;b=2</dc:source><dc:subject>sea</dc:subject>"
           "<dc:subject>sea</dc:subject><dc:publisher>The Example</dc:publisher>"_ba
        << stated({.url = QUrl(u"https://a.example/tide?a=1&b=2"_s),
                   .title = u"Tide & Ebb"_s,
                   .authors = {{.name = u"Ada Marsh"_s}},
                   .published = {.date = {2024, 5, 1}},
                   .language = u"de-AT"_s,
                   .site = u"The Example"_s,
                   .tags = {u"sea"_s},
                   .provenance = {.savedAt = {.date = {2024, 5, 2}}}});
    QTest::newRow("EPUB 3")
        << "<dc:title id='s'>A story</dc:title><dc:title id='t'>Tide</dc:title>"
           "<meta refines='#s' property='title-type'>subtitle</meta>"
           "<meta refines='#t' property='title-type'>main</meta>"
           "<dc:creator id='c'>Cy Moor</dc:creator><dc:creator id='d'>Ada Marsh</dc:creator>"
           "<meta refines='#c' property='role' scheme='marc:relators'>trl</meta>"
           "<meta refines='#d' property='role' scheme='marc:relators'>aut</meta>"
           "<dc:date>2024-05-01T09:30:00+02:00</dc:date>"
           "<meta property='dcterms:modified'>2025-01-02T03:04:05Z</meta>"
           "<dc:description>&lt;p&gt;It &lt;b&gt;rises&lt;/b&gt;.&lt;/p&gt;</dc:description>"_ba
        << stated({.title = u"Tide"_s,
                   .standfirst = u"It rises."_s,
                   .authors = {{.name = u"Ada Marsh"_s}},
                   .published = {.date = {2024, 5, 1}, .time = QTime(9, 30), .offset = 7200},
                   .provenance
                   = {.savedAt = {.date = {2025, 1, 2}, .time = QTime(3, 4, 5), .offset = 0}}});
    QTest::newRow("nothing known")
        << "<dc:title>Tide</dc:title><dc:creator>Unknown</dc:creator>"
           "<dc:creator>www.a.example</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date>"
           "<dc:language>und</dc:language><dc:identifier>urn:uuid:1</dc:identifier>"
           "<dc:contributor opf:role='bkp'>calibre (6.11) [https://b.example]</dc:contributor>"_ba
        << stated({.title = u"Tide"_s, .provenance = {.savedBy = u"calibre"_s}});
    QTest::newRow("a day, not midnight")
        << "<dc:title>Tide</dc:title><dc:date>2024-05-01T00:00:00+00:00</dc:date>"_ba
        << stated({.title = u"Tide"_s, .published = {.date = {2024, 5, 1}}});
}

void TestEpub::readsThePackage()
{
    QFETCH(QByteArray, metadata);

    const auto page = pageOf(withMetadata(metadata));

    QTEST(page.stated, "expected");
}

void TestEpub::isABookWithoutMetadata()
{
    Book book{.chapters = {{"a.xhtml", story}}, .isDescribed = false};
    book.more = {{"OEBPS/book.opf", book.package().replace("metadata>", "other>")}};

    const auto page = pageOf(book);

    QVERIFY(page.html.contains("The sea rose"_L1));
    QCOMPARE(page.stated.provenance.format, u"epub"_s);
}

void TestEpub::joinsAPage()
{
    const auto page = pageOf({.chapters = {{"one_split_000.xhtml", story},
                                           {"one_split_001.xhtml", "<body>Ebb</body>"}}});

    QCOMPARE(page.content, SavedPage::Content::Page);
    QVERIFY(page.html.indexOf("Monday"_L1) > 0);
    QVERIFY(page.html.indexOf("Ebb"_L1) > page.html.indexOf("Monday"_L1));
    QCOMPARE(page.html.count("<body"_L1), 1);
}

void TestEpub::takesPicturesFromTheBook()
{
    const auto page = pageOf({.chapters = {{"text/a.xhtml",
                                            "<body><p>The sea.</p><img src='../img/a%20b.png'/>"
                                            "<svg xmlns:xlink='http://www.w3.org/1999/xlink'>"
                                            "<image xlink:href='../img/cover.png'/></svg>"
                                            "<img src='../../../../img/none.png'/></body>"}}});

    QCOMPARE(page.resources.value(u"epub:OEBPS/img/a b.png"_s).bytes, support::bookPicture());
    QCOMPARE(page.resources.value(u"epub:OEBPS/img/cover.png"_s).bytes, support::bookPicture());
    QCOMPARE(page.resources.size(), 2);
    QCOMPARE(page.stated.warnings, QStringList{u"1 picture of the page is not in the file"_s});
}

void TestEpub::leavesOutWhatIsTheBooks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("guide");

    QTest::newRow("title page") << "<body><h1>Tide</h1><p>Ada Marsh</p><p>2024-05-01</p></body>"_ba
                                << ""_ba;
    QTest::newRow("said by its type")
        << "<body><section epub:type='titlepage'><p>NOT this</p></section></body>"_ba
        << ""_ba;
    QTest::newRow("imprint") << "<body epub:type='colophon'><p>NOT this</p></body>"_ba
                             << ""_ba;
    QTest::newRow("said by the guide") << "<body><p>NOT this</p></body>"_ba
                                       << "<reference type='toc' href='x.xhtml'/>"_ba;
    QTest::newRow("contents") << "<body><p>NOT</p><ol><li><a href='a.xhtml'>The sea rises</a></li>"
                                 "<li><a href='b.xhtml#c'>The sea falls</a></li></ol></body>"_ba
                              << ""_ba;
    QTest::newRow("cover") << "<body><img src='img/cover.png' alt='NOT'/></body>"_ba
                           << ""_ba;
}

void TestEpub::leavesOutWhatIsTheBooks()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, guide);
    Book book{.chapters = {{"x.xhtml", body}, {"a.xhtml", story}, {"b.xhtml", "<body/>"}},
              .guide = guide};
    book.metadata += "<dc:creator>Ada Marsh</dc:creator>";

    const auto page = pageOf(book);

    QVERIFY(page.html.contains("Monday"_L1));
    QVERIFY(!page.html.contains("NOT"_L1));
    QVERIFY(!page.html.contains("2024"_L1));
    QCOMPARE(page.content, SavedPage::Content::Page);
}

void TestEpub::keepsABookThatIsOnlyTitles()
{
    const auto page = pageOf({.chapters = {{"a.xhtml", "<body><h1>Tide</h1></body>"}}});

    QVERIFY(page.html.contains("<h1>Tide</h1>"_L1));
}

void TestEpub::readsEveryChapterOfANovel()
{
    const auto page
        = pageOf({.chapters = {{"1.xhtml", "<body><h1>One</h1><p>It rose.</p></body>"},
                               {"2.xhtml", "<body><h1>Two</h1><p>It fell.</p></body>"}}});

    QCOMPARE(page.content, SavedPage::Content::Story);
    QVERIFY(page.html.contains("<h1>One</h1><p>It rose.</p>"_L1));
    QVERIFY(page.html.contains("<h1>Two</h1><p>It fell.</p>"_L1));
}

void TestEpub::mendsXhtml_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("html");

    QTest::newRow("closed in itself")
        << "<p><a id='x'/>a<i/>b</p>"_ba << u"<p><a id=\"x\"></a>a<i></i>b</p>"_s;
    QTest::newRow("void") << "<p>a<br></br>b<hr/></p>"_ba << u"<p>a<br>b</p><hr><p></p>"_s;
    QTest::newRow("CDATA") << "<p><![CDATA[a<b>&c]]></p>"_ba << u"<p>a&lt;b&gt;&amp;c</p>"_s;
    QTest::newRow("code") << "<p>a<script>if (a<b) c();</script><style/>b</p>"_ba << u"<p>ab</p>"_s;
    QTest::newRow("prefix") << "<html:p>a<html:br/>b</html:p>"_ba << u"<p>a<br>b</p>"_s;
    QTest::newRow("comment") << "<p>a<!-- <b> -->b</p>"_ba << u"<p>ab</p>"_s;
    QTest::newRow("lone sign") << "<p>a < b</p>"_ba << u"<p>a &lt; b</p>"_s;
}

void TestEpub::mendsXhtml()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, html);

    const auto page = pageOf({.chapters = {{"a.xhtml", "<body>" + body + "</body>"}}});

    QVERIFY2(page.html.contains(html), qPrintable(page.html));
}

void TestEpub::linksWithinTheStory()
{
    const auto page
        = pageOf({.chapters = {{"a.xhtml",
                                "<body><p>The <a href='b.xhtml'>sea</a> "
                                "<a href='b.xhtml#n'>1</a> <a href='https://c.example/'>"
                                "rose</a> again on Monday.</p></body>"},
                               {"b.xhtml", "<body><p id='n'>Note.</p></body>"}}});

    QVERIFY(page.html.contains("<a>sea</a> <a href=\"#n\">1</a>"_L1));
    QVERIFY(page.html.contains("<a href=\"https://c.example/\">rose</a>"_L1));
}

QTEST_GUILESS_MAIN(TestEpub)
#include "tst_epub.moc"
