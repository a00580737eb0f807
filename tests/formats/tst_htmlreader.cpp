#include "formats/htmlreader.h"
#include "support/pictures.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlReader : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void readsTheSaversMarks_data();
    void readsTheSaversMarks();
    void findsPicturesBesideTheFile_data();
    void findsPicturesBesideTheFile();
    void knowsPicturesThatASaverPutAndLost();
    void countsPicturesThatAreMissing_data();
    void countsPicturesThatAreMissing();
    void saysWhatIsNotShown_data();
    void saysWhatIsNotShown();
    void decodesByDeclaration();
};

void TestHtmlReader::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("html");

    QTest::newRow("doctype") << "<!DOCTYPE html><p>a"_ba << true;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF<html><body>a"_ba << true;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14) << true;
    QTest::newRow("comment first")
        << "<!-- saved from url=(0020)http://a.example/b -->\n<html>"_ba << true;
    QTest::newRow("XHTML") << "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html>"_ba
                           << true;
    QTest::newRow("fragment of blocks") << "<h1>A</h1><p>b</p>"_ba << true;
    QTest::newRow("text") << "A day out\n\nIt rained."_ba << false;
    QTest::newRow("text with one tag") << "Use <b> for bold."_ba << false;
    QTest::newRow("feed") << "<?xml version=\"1.0\"?><rss><channel/></rss>"_ba << false;
    QTest::newRow("nothing") << ""_ba << false;
}

void TestHtmlReader::recognises()
{
    QFETCH(QByteArray, bytes);

    const auto html = HtmlReader().recognises({.bytes = bytes});

    QTEST(html, "html");
}

void TestHtmlReader::readsTheSaversMarks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<Provenance>("provenance");

    const QUrl page(u"https://a.example/b?c=1"_s);
    QTest::newRow("SingleFile")
        << "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/b?c=1 \n saved date: Wed Jun 05 2024 10:20:30 GMT+0200 (CEST)\n--><body>x"_ba
        << page
        << Provenance{.format = u"html"_s,
                      .savedBy = u"SingleFile"_s,
                      .savedAt
                      = {.date = QDate(2024, 6, 5), .time = QTime(10, 20, 30), .offset = 7200}};
    QTest::newRow("browser")
        << "<!DOCTYPE html>\n<!-- saved from url=(0023)https://a.example/b?c=1 -->\n<html>x"_ba
        << page << Provenance{.format = u"html"_s, .savedBy = u"browser"_s};
    QTest::newRow("monolith")
        << "<!-- Saved from https://a.example/b?c=1 at 2024-06-05T08:20:30Z using monolith v2.8.1 --><html>x"_ba
        << page
        << Provenance{.format = u"html"_s,
                      .savedBy = u"monolith"_s,
                      .savedAt
                      = {.date = QDate(2024, 6, 5), .time = QTime(8, 20, 30), .offset = 0}};
    QTest::newRow("HTTrack")
        << "<html>\n<!-- Mirrored from a.example/b?c=1 by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 05 Jun 2024 08:20:30 GMT -->x"_ba
        << QUrl(u"http://a.example/b?c=1"_s)
        << Provenance{.format = u"html"_s,
                      .savedBy = u"HTTrack"_s,
                      .savedAt
                      = {.date = QDate(2024, 6, 5), .time = QTime(8, 20, 30), .offset = 0}};
    QTest::newRow("WebScrapBook")
        << "<html data-scrapbook-source=\"https://a.example/b?c=1\" data-scrapbook-create=\"20240605082030123\">x"_ba
        << page
        << Provenance{.format = u"html"_s,
                      .savedBy = u"WebScrapBook"_s,
                      .savedAt
                      = {.date = QDate(2024, 6, 5), .time = QTime(8, 20, 30), .offset = 0}};
    QTest::newRow("no http address")
        << "<!-- saved from url=(0016)javascript:alert --><html>x"_ba << QUrl()
        << Provenance{.format = u"html"_s, .savedBy = u"browser"_s};
    QTest::newRow("none") << "<html>x"_ba << QUrl() << Provenance{.format = u"html"_s};
}

void TestHtmlReader::readsTheSaversMarks()
{
    QFETCH(QByteArray, bytes);

    const auto pages = HtmlReader().read({.bytes = bytes});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QTEST(pages->first().stated.url, "url");
    QTEST(pages->first().stated.provenance, "provenance");
}

void TestHtmlReader::findsPicturesBesideTheFile_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QString>("address");

    QTest::newRow("src") << "<img src=\"a_files/1.jpg\">"_ba << u"a_files/1.jpg"_s;
    QTest::newRow("percent-encoded") << "<img src='a_files/%31.jpg'>"_ba << u"a_files/%31.jpg"_s;
    QTest::newRow("lazy") << "<img data-src=a_files/1.jpg>"_ba << u"a_files/1.jpg"_s;
    QTest::newRow("srcset") << "<source srcset='x.jpg 1x, a_files/1.jpg 2x'>"_ba
                            << u"a_files/1.jpg"_s;
    QTest::newRow("'>' inside a value")
        << "<img alt='a > b' src='a_files/1.jpg'>"_ba << u"a_files/1.jpg"_s;
    QTest::newRow("absolute path") << "<img src='/etc/passwd'>"_ba << QString();
    QTest::newRow("file address") << "<img src='file:///a_files/1.jpg'>"_ba << QString();
    QTest::newRow("missing") << "<img src='b/1.jpg'>"_ba << QString();
}

void TestHtmlReader::findsPicturesBesideTheFile()
{
    QFETCH(QByteArray, tag);
    QFETCH(QString, address);
    const auto sibling = [](const QString &path) -> std::optional<QByteArray> {
        return path == "a_files/1.jpg"_L1 ? std::optional(support::png(3, 3)) : std::nullopt;
    };

    const auto pages = HtmlReader().read({.bytes = "<html><body>" + tag, .sibling = sibling});

    QVERIFY(pages);
    QHash<QString, Resource> expected;
    if (!address.isEmpty())
        expected.insert(address, {.mimeType = {}, .bytes = support::png(3, 3)});
    QCOMPARE(pages->first().resources, expected);
}

void TestHtmlReader::knowsPicturesThatASaverPutAndLost()
{
    const auto nothing = [](const QString &) { return std::optional<QByteArray>(); };

    const auto pages
        = HtmlReader().read({.bytes = "<html><body><img src='./a_files/1.jpg'><img src='b/1.jpg'>",
                             .sibling = nothing});

    QVERIFY(pages);
    QCOMPARE(pages->first().resources, (QHash<QString, Resource>{{u"./a_files/1.jpg"_s, {}}}));
}

void TestHtmlReader::countsPicturesThatAreMissing_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("missing");

    const auto picture = "data:image/png;base64," + QByteArray(2000, 'A');
    QTest::newRow("beside") << "<img src=a_files/1.jpg>"_ba << false;
    QTest::newRow("not beside") << "<img src=a_files/2.jpg>"_ba << true;
    QTest::newRow("on the web") << "<img src=https://a.example/2.jpg>"_ba << false;
    QTest::newRow("one of two sizes") << "<img src=b.jpg srcset='a_files/1.jpg 2x'>"_ba << false;
    QTest::newRow("behind a stand-in")
        << "<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP' data-src=b.jpg>"_ba << true;
    QTest::newRow("in the page") << "<img data-src=b.jpg src='" + picture + "'>" << false;
    QTest::newRow("a pixel") << "<img src=b.gif width='1px' height=1>"_ba << false;
    QTest::newRow("not displayed") << "<img src=b.gif style='DISPLAY : none'>"_ba << false;
    QTest::newRow("not visible") << "<img src=b.gif style='visibility:hidden'>"_ba << false;
    QTest::newRow("hidden") << "<img src=b.gif hidden>"_ba << false;
    QTest::newRow("as wide as the page") << "<img src=b.gif width='1%' height=''>"_ba << true;
    QTest::newRow("of some size") << "<img src=b.gif width=20 style='float:left'>"_ba << true;
    QTest::newRow("a saver's note")
        << "<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP' data-sf-original-src=b.jpg>"_ba
        << false;
}

void TestHtmlReader::countsPicturesThatAreMissing()
{
    QFETCH(QByteArray, tag);
    QFETCH(bool, missing);
    const auto sibling = [](const QString &path) -> std::optional<QByteArray> {
        return path == "a_files/1.jpg"_L1 ? std::optional(support::png(3, 3)) : std::nullopt;
    };

    const auto pages = HtmlReader().read({.bytes = "<html><body>" + tag, .sibling = sibling});

    QVERIFY(pages);
    QCOMPARE(pages->first().stated.warnings,
             missing ? QStringList{u"1 picture of the page is not beside the file"_s}
                     : QStringList());
}

void TestHtmlReader::saysWhatIsNotShown_data()
{
    QTest::addColumn<QByteArray>("tags");
    QTest::addColumn<QString>("warning");
    QTest::addColumn<QStringList>("lost");

    const auto one = u"1 picture is of a kind that is not shown"_s;
    QTest::newRow("beside the page") << "<img src=b.svg>"_ba << one << QStringList();
    QTest::newRow("in a saver's folder")
        << "<img src=a_files/b.svg>"_ba << one << QStringList{u"a_files/b.svg"_s};
    QTest::newRow("several") << "<img src=b.svg><img src=./b.svg>"_ba
                             << u"2 pictures are of a kind that is not shown"_s << QStringList();
    QTest::newRow("one of two kinds")
        << "<img src=b.svg srcset='b.png 2x'>"_ba << QString() << QStringList();
    QTest::newRow("a pixel") << "<img src=b.svg width=1 height=1>"_ba << QString() << QStringList();
    QTest::newRow("the site's marks")
        << "<header><img src=b.svg></header><NAV class=a><a><img src=b.svg></a></NAV>"_ba
        << QString() << QStringList();
    QTest::newRow("below the site's mark")
        << "<header><img src=b.svg></header></nav><img src=b.svg>"_ba << one << QStringList();
    QTest::newRow("above the story")
        << "<header><figure><img src=b.svg></figure><img src=b.svg></header>"_ba << one
        << QStringList();
    QTest::newRow("a film") << "<video><source src=b.svg></video>"_ba << QString() << QStringList();
}

void TestHtmlReader::saysWhatIsNotShown()
{
    QFETCH(QByteArray, tags);
    QFETCH(QString, warning);
    QFETCH(QStringList, lost);
    const auto sibling = [](const QString &path) -> std::optional<QByteArray> {
        return path.endsWith(".svg"_L1) ? "<svg xmlns='http://www.w3.org/2000/svg'/>"_ba
                                        : support::png(3, 3);
    };

    const auto pages = HtmlReader().read({.bytes = "<html><body>" + tags, .sibling = sibling});

    QVERIFY(pages);
    QCOMPARE(pages->first().stated.warnings.join(u'|'), warning);
    QStringList empty;
    for (const auto &[address, resource] : pages->first().resources.asKeyValueRange()) {
        if (resource.bytes.isEmpty())
            empty.append(address);
    }
    QCOMPARE(empty, lost);
}

void TestHtmlReader::decodesByDeclaration()
{
    const auto bytes = "<html><head><meta charset=windows-1251></head><body>\xCC\xEE\xF1\xF2"_ba;

    const auto pages = HtmlReader().read({.bytes = bytes});

    QVERIFY(pages);
    QVERIFY(pages->first().html.endsWith(u"Мост"_s));
}

QTEST_GUILESS_MAIN(TestHtmlReader)
#include "tst_htmlreader.moc"
