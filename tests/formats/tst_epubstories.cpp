#include "formats/epubreader.h"
#include "support/books.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Book;

class TestEpubStories : public QObject
{
    Q_OBJECT

private slots:
    void partsAnIssueByWhereItWasDownloaded();
    void partsTheIssueOfAPeriodical();
    void partsWhatSaysItIsAnArticle();
    void partsPagesThatShowTheirAddress();
    void keepsChaptersThatMentionAnAddressTogether();
    void partsEntries_data();
    void partsEntries();
    void readsTheTermsOfAnEntry_data();
    void readsTheTermsOfAnEntry();
    void refusesLockedBooks_data();
    void refusesLockedBooks();
    void survivesDamage_data();
    void survivesDamage();
    void saysThatNoChapterIsLeft_data();
    void saysThatNoChapterIsLeft();
    void staysInTheArchive();
};

namespace {

QList<SavedPage> pagesOf(const QByteArray &bytes)
{
    const auto pages = EpubReader().read({.bytes = bytes});
    return pages ? *pages : QList<SavedPage>();
}

QStringList titlesOf(const QList<SavedPage> &pages)
{
    QStringList titles;
    for (const auto &page : pages)
        titles.append(page.stated.title);
    return titles;
}

const QByteArray periodical = "<dc:title>The Example [Wed, 1 May 2024]</dc:title>"
                              "<dc:creator>calibre</dc:creator><dc:date>2024-05-01</dc:date>"
                              "<meta name='calibre:publication_type' "
                              "content='periodical:newspaper:The Example'/>";

QByteArray article(const QByteArray &text, const QByteArray &foot = {})
{
    return "<body><div class='nav'>| <a href='../2/b.xhtml'>Next</a> | "
           "<a href='../toc.xhtml'>Main menu</a> |<hr/></div><h2>Own</h2><p>"
        + text + "</p>" + foot + "</body>";
}

QByteArray downloaded(const QByteArray &address)
{
    return "<div><hr/><p>This article was downloaded by <strong>calibre</strong> from <a href='"
        + address + "'>" + address
        + "</a></p><br/>| <a href='../toc.xhtml'>Section menu</a> |</div>";
}

Book issue()
{
    return {.metadata = periodical,
            .chapters
            = {{"toc.xhtml",
                "<body><ul><li><a href='1/a_split_000.xhtml'>The sea</a><span>2 May 2024</span>"
                "<div>It rose and rose and rose all over the place.</div></li>"
                "<li><a href='2/b.xhtml'>The land</a></li></ul></body>"},
               {"1/a_split_000.xhtml", article("It rose.")},
               {"1/a_split_001.xhtml", article("It fell.", downloaded("https://a.example/sea"))},
               {"2/b.xhtml", article("It shook.", downloaded("https://a.example/land"))}},
            .toc = "<navPoint><navLabel><text>Front</text></navLabel><content src='toc.xhtml'/>"
                   "<navPoint><navLabel><text>Sea rises</text></navLabel>"
                   "<content src='1/a_split_000.xhtml'/></navPoint></navPoint>"};
}

// As wallabag writes it above a story.
QByteArray terms(const QByteArray &author, const QByteArray &published)
{
    return "<h1>(1/2) Tide</h1><dl><dt>par</dt><dd>" + author + "</dd><dt>le</dt><dd>" + published
        + "</dd><dt>lu</dt><dd>3 min</dd><dt>du</dt><dd>2024-06-07</dd><dt>de</dt>"
          "<dd><a href='https://a.example/tide'>https://a.example/tide</a></dd>"
          "<dt>ici</dt><dd><a href='https://w.example/view/1'>https://w.example/view/1</a></dd>"
          "<dt>mots</dt><dd>sea, moon</dd></dl>";
}

} // namespace

void TestEpubStories::partsAnIssueByWhereItWasDownloaded()
{
    const auto pages = pagesOf(issue().bytes());

    QCOMPARE(titlesOf(pages), (QStringList{u"Sea rises"_s, u"Own"_s}));
    const auto &sea = pages.first();
    QCOMPARE(sea.stated.url, QUrl(u"https://a.example/sea"_s));
    QCOMPARE(sea.stated.published.date, QDate(2024, 5, 2));
    QCOMPARE(sea.stated.site, u"The Example"_s);
    QCOMPARE(sea.stated.provenance.savedBy, u"calibre"_s);
    QCOMPARE(sea.stated.provenance.savedAt.date, QDate(2024, 5, 1));
    QVERIFY(sea.stated.authors.isEmpty());
    QVERIFY(sea.html.contains("It rose."_L1) && sea.html.contains("It fell."_L1));
    for (const auto words : {"Next"_L1, "menu"_L1, "downloaded"_L1, "shook"_L1})
        QVERIFY2(!sea.html.contains(words), words.data());
    QVERIFY(!pages.last().stated.published.isValid());
}

void TestEpubStories::partsTheIssueOfAPeriodical()
{
    auto book = issue();
    for (auto &[path, body] : book.chapters)
        body.replace("<strong>calibre</strong>", "a program").replace("downloaded", "fetched");

    const auto pages = pagesOf(book.bytes());

    QCOMPARE(titlesOf(pages), (QStringList{u"Sea rises"_s, u"Own"_s}));
}

void TestEpubStories::partsWhatSaysItIsAnArticle()
{
    const auto pages = pagesOf(Book{
        .chapters
        = {{"1.xhtml", "<body epub:type='article'><h1>A</h1>One.</body>"},
           {"2.xhtml",
            "<body><section epub:type='bodymatter article'><h1>B</h1>Two."
            "</section></body>"}}}.bytes());

    QCOMPARE(titlesOf(pages), (QStringList{u"A"_s, u"B"_s}));
}

void TestEpubStories::partsPagesThatShowTheirAddress()
{
    const auto chapter = [](const QByteArray &name) {
        return "<body><h1>" + name + "</h1><p><a href='https://www.a.example/" + name
            + "'>a.example</a></p><p>Text.</p></body>";
    };

    const auto pages = pagesOf(Book{.chapters = {{"0.xhtml", "<body><p>For you.</p></body>"},
                                                 {"1.xhtml", chapter("one")},
                                                 {"2.xhtml", chapter("two")},
                                                 {"3.xhtml", chapter("three")}}}
                                   .bytes());

    QCOMPARE(pages.size(), 4);
    QCOMPARE(pages[1].stated.title, u"one"_s);
    QCOMPARE(pages[1].stated.url, QUrl(u"https://www.a.example/one"_s));
    QVERIFY(pages[0].stated.url.isEmpty());
}

void TestEpubStories::keepsChaptersThatMentionAnAddressTogether()
{
    const QByteArray plain = "<body><h1>A</h1><p>Text.</p></body>";

    const auto pages = pagesOf(Book{
        .chapters
        = {{"1.xhtml",
            "<body><p>See <a href='https://a.example/b'>a.example</a></p>"
            "</body>"},
           {"2.xhtml", plain},
           {"3.xhtml", plain}}}.bytes());

    QCOMPARE(pages.size(), 1);
}

void TestEpubStories::partsEntries_data()
{
    QTest::addColumn<QList<std::pair<QByteArray, QByteArray>>>("chapters");
    using Chapters = QList<std::pair<QByteArray, QByteArray>>;

    const auto list = terms("Ada Marsh", "2024-05-01");
    QTest::newRow("on a page of their own")
        << Chapters{{"c.xhtml", "<body><h1>Notices</h1><p>By a program.</p></body>"},
                    {"1t.xhtml", "<body>" + list + "</body>"},
                    {"1.xhtml", "<body><p>It rose.</p></body>"},
                    {"2t.xhtml", "<body>" + list + "</body>"},
                    {"2.xhtml", "<body><p>It fell.</p></body>"}};
    QTest::newRow("above the text")
        << Chapters{{"1.xhtml", "<body>" + list + "<h2>Tide</h2><p>It rose.</p></body>"},
                    {"2.xhtml", "<body>" + list + "<h2>Tide</h2><p>It fell.</p></body>"},
                    {"b.xhtml", "<body><p>By a program.</p></body>"}};
}

void TestEpubStories::partsEntries()
{
    using Chapters = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Chapters, chapters);

    const auto pages = pagesOf(Book{.chapters = chapters}.bytes());

    QCOMPARE(titlesOf(pages), (QStringList{u"Tide"_s, u"Tide"_s}));
    QVERIFY(pages[0].html.contains("It rose."_L1) && !pages[0].html.contains("fell"_L1));
    QVERIFY(pages[1].html.contains("It fell."_L1) && !pages[1].html.contains("program"_L1));
    QVERIFY(!pages[0].html.contains("3 min"_L1));
}

void TestEpubStories::readsTheTermsOfAnEntry_data()
{
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<QList<Author>>("authors");
    QTest::addColumn<QDate>("date");

    QTest::newRow("all") << "Ada Marsh, Bo Reed"_ba
                         << "2024-05-01"_ba
                         << QList<Author>{{.name = u"Ada Marsh"_s}, {.name = u"Bo Reed"_s}}
                         << QDate(2024, 5, 1);
    QTest::newRow("site for want of an author")
        << "a.example"_ba
        << "2024-05-01"_ba << QList<Author>() << QDate(2024, 5, 1);
    QTest::newRow("nothing known") << "inconnu"_ba
                                   << "inconnu"_ba << QList<Author>() << QDate();
}

void TestEpubStories::readsTheTermsOfAnEntry()
{
    QFETCH(QByteArray, author);
    QFETCH(QByteArray, published);

    const auto pages = pagesOf(Book{
        .chapters = {{"1.xhtml", "<body>" + terms(author, published) + "<p>It rose.</p></body>"}}}
                                   .bytes());

    QCOMPARE(pages.size(), 1);
    const auto &stated = pages.first().stated;
    QCOMPARE(stated.url, QUrl(u"https://a.example/tide"_s));
    QCOMPARE(stated.tags, (QStringList{u"sea"_s, u"moon"_s}));
    QCOMPARE(stated.provenance.savedAt.date, QDate(2024, 6, 7));
    QTEST(stated.authors, "authors");
    QTEST(stated.published.date, "date");
}

void TestEpubStories::refusesLockedBooks_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("locked");

    const auto aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"_ba;
    QTest::newRow("chapter") << aes << "OEBPS/a.xhtml"_ba << true;
    QTest::newRow("scrambled font") << "http://www.idpf.org/2008/embedding"_ba
                                    << "OEBPS/a.xhtml"_ba << false;
    QTest::newRow("picture") << aes << "OEBPS/img/a%20b.png"_ba << false;
}

void TestEpubStories::refusesLockedBooks()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, path);
    QFETCH(bool, locked);
    const Book book{.chapters = {{"a.xhtml", "<body><p>It rose.</p></body>"}},
                    .more
                    = {{"META-INF/encryption.xml",
                        "<encryption xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData>"
                        "<e:EncryptionMethod Algorithm='"
                            + algorithm + "'/><e:CipherData><e:CipherReference URI='" + path
                            + "'/></e:CipherData></e:EncryptedData></encryption>"}}};

    const auto pages = EpubReader().read({.bytes = book.bytes()});

    QCOMPARE(pages.has_value(), !locked);
    if (locked) {
        QCOMPARE(pages.error().kind, Error::Kind::Refused);
        QVERIFY(pages.error().detail.contains(u"encrypted"_s));
    }
}

void TestEpubStories::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");

    Book book{.chapters = {{"a.xhtml", "<body><p>It rose.</p></body>"},
                           {"b.xhtml", "<body><p>It fell.</p></body>"}}};
    const auto whole = book.bytes();
    QTest::newRow("cut behind the first chapter")
        << whole.left(whole.indexOf("PK\x03\x04", whole.indexOf("It rose.")) + 20) << true;
    QTest::newRow("cut in the description") << whole.left(whole.indexOf("<manifest>")) << false;
    QTest::newRow("nothing but its first file")
        << support::zipped({{"mimetype", "application/epub+zip"}}) << false;
    book.isDescribed = false;
    QTest::newRow("without a description") << book.bytes() << true;
    QTest::newRow("no chapters") << Book().bytes() << false;
    const QByteArray entity = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";
    QTest::newRow("entities") << Book{.metadata = "<dc:title>A &x;</dc:title>",
                                      .chapters
                                      = {{"a.xhtml", entity + "<body>It rose. &x;</body>"}}}
                                     .bytes()
                              << true;
}

void TestEpubStories::survivesDamage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, readable);

    const auto pages = EpubReader().read({.bytes = bytes});

    QCOMPARE(pages.has_value(), readable);
    if (readable) {
        QVERIFY(pages->first().html.contains("It rose."_L1));
        QVERIFY(!pages->first().stated.warnings.isEmpty());
    } else {
        QVERIFY(!pages.error().detail.isEmpty());
    }
}

void TestEpubStories::saysThatNoChapterIsLeft_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");

    const Book book{.chapters = {{"nav.xhtml",
                                  "<body><nav epub:type='toc'><a href='a.xhtml'>A</a>"
                                  "<a href='b.xhtml'>B</a></nav></body>"},
                                 {"a.xhtml", "<body><p>It rose.</p></body>"},
                                 {"b.xhtml", "<body><p>It fell.</p></body>"}},
                    .guide = "<reference type='toc' href='nav.xhtml'/>"};
    const auto whole = book.bytes();
    QTest::newRow("cut behind the contents")
        << whole.left(whole.indexOf("PK\x03\x04", whole.indexOf("<nav")))
        << u"the book is cut or damaged: 2 of its 3 chapters are missing or cannot be read"_s;
    QTest::newRow("cut in the first chapter")
        << whole.left(whole.indexOf("<p>It rose."))
        << u"the book is cut or damaged: 2 of its 3 chapters are missing or cannot be read"_s;
    QTest::newRow("cut behind the description")
        << whole.left(whole.indexOf("PK\x03\x04", whole.indexOf("<manifest>")))
        << u"the book is cut or damaged: 3 of its 3 chapters are missing or cannot be read"_s;
}

void TestEpubStories::saysThatNoChapterIsLeft()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);

    const auto pages = EpubReader().read({.bytes = bytes});

    QVERIFY(!pages);
    QCOMPARE(pages.error(), (Error{Error::Kind::Malformed, detail}));
}

void TestEpubStories::staysInTheArchive()
{
    const auto pages = pagesOf(Book{
        .chapters = {{"../../../../etc/hostname", "<body/>"},
                     {"a.xhtml",
                      "<body><p>It rose.</p><img src='file:///etc/hostname'/>"
                      "<img src='/etc/hostname'/></body>"}},
        .more = {{"/etc/b.xhtml",
                  "<p>b"}}}.bytes());

    QCOMPARE(pages.size(), 1);
    QVERIFY(pages.first().resources.isEmpty());
    QVERIFY(pages.first().stated.warnings.contains(u"1 chapter is missing or cannot be read"_s));
}

QTEST_GUILESS_MAIN(TestEpubStories)
#include "tst_epubstories.moc"
