#include "feeds/feedtext.h"
#include "feeds/jsonoutput.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using feedtext::atom;
using feedtext::parsed;
using feedtext::rss;

// Feeds as they should not be, and what is none.
class TestBrokenFeeds : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void keepsWholeEntriesOfCutFeeds_data();
    void keepsWholeEntriesOfCutFeeds();
    void readsEncodings_data();
    void readsEncodings();
    void refusesWhatIsNoFeed_data();
    void refusesWhatIsNoFeed();
    void readsNestedEntries();
    void staysWithinLimits_data();
    void staysWithinLimits();
    void printsSafeHtml();
};

namespace {

const QByteArray item = "<item><title>One</title><link>https://gazette.example/1</link></item>";
const QByteArray other = "<item><title>Two</title></item>";

} // namespace

void TestBrokenFeeds::readsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");

    const auto channel = "<channel><title>News</title>" + item + other + "</channel>";
    QTest::newRow("junk before") << "Warning: x\n<?xml version=\"1.0\"?><rss>" + channel + "</rss>"
                                 << true;
    QTest::newRow("junk after") << "<rss>" + channel + "</rss><!-- 1 --> junk <script>x" << false;
    QTest::newRow("no version") << "<rss>" + channel + "</rss>" << true;
    auto capitals = QByteArray("<rss>" + channel + "</rss>").toUpper();
    capitals.replace(">ONE", ">One").replace(">TWO", ">Two").replace(">NEWS", ">News");
    capitals.replace("HTTPS://GAZETTE.EXAMPLE", "https://gazette.example");
    QTest::newRow("capitals") << capitals << true;
    QTest::newRow("no root") << channel << true;
    QTest::newRow("root of its own") << "<feeds><rss>" + channel + "</rss></feeds>" << true;
    QTest::newRow("items outside")
        << "<rss><channel><title>News</title></channel>" + item + other + "</rss>" << true;
    QTest::newRow("prefixes not declared")
        << "<rss><channel><title>News</title><dc:date>x</dc:date>" + item + other
            + "</channel></rss>"
        << true;
    QTest::newRow("names of HTML") << "<rss><channel><title>News</title>" + item + other
            + "<item><title>&eacute;&nbsp;</title></item></channel></rss>"
                                   << true;
    QTest::newRow("bare ampersand") << "<rss><channel><title>News</title>" + item + other
            + "<item><link>https://a.example/?a&b=c</link></item></channel></rss>"
                                    << false;
    QTest::newRow("wrong ends") << "<rss><channel><title>News</title>" + item + other
            + "<item><description><p>x<b>y</description></item></channel></rss>"
                                << false;
    QTest::newRow("NUL") << "<rss><channel><title>News</title>" + item + QByteArray(1, '\0') + other
            + "</channel></rss>"
                         << true;
    QTest::newRow("XML 1.1") << "<?xml version=\"1.1\"?><rss>" + channel + "</rss>" << true;
    QTest::newRow("carriage returns")
        << QByteArray("<?xml version=\"1.0\"?>\n<rss>\n" + channel + "\n</rss>").replace('\n', '\r')
        << true;
}

void TestBrokenFeeds::readsWhatIsThere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isWhole);

    const auto feed = parsed(bytes);

    QCOMPARE(feed.title, u"News"_s);
    QVERIFY(feed.entries.size() >= 2);
    QCOMPARE(feed.entries.at(0).title, u"One"_s);
    QCOMPARE(feed.entries.at(0).url, QUrl(u"https://gazette.example/1"_s));
    QCOMPARE(feed.entries.at(1).title, u"Two"_s);
    QCOMPARE(feed.warnings.isEmpty(), isWhole);
}

void TestBrokenFeeds::keepsWholeEntriesOfCutFeeds_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("end");

    QTest::newRow("RSS") << rss(item
                                + "<item><title>Two</title><description><![CDATA[<p>x]]>"
                                  "</description></item>")
                         << "</item>"_ba;
    QTest::newRow("Atom") << atom("<entry><title>One</title><link "
                                  "href=\"https://gazette.example/1\"/></entry><entry><title "
                                  "type=\"html\">Two</title><content type=\"xhtml\"><div "
                                  "xmlns=\"http://www.w3.org/1999/xhtml\"><b>x</b></div></content>"
                                  "</entry>")
                          << "</entry>"_ba;
}

void TestBrokenFeeds::keepsWholeEntriesOfCutFeeds()
{
    QFETCH(QByteArray, whole);
    QFETCH(QByteArray, end);

    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto bytes = whole.first(size);
        const auto feed = feeds::parse(bytes);
        const auto complete = bytes.count(end);
        if (complete > 0) {
            QVERIFY2(feed && feed->entries.size() >= complete, bytes);
            QCOMPARE(feed->entries.first().title, u"One"_s);
            QCOMPARE(feed->entries.first().url, QUrl(u"https://gazette.example/1"_s));
        }
    }
}

void TestBrokenFeeds::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("contentType");

    const auto feed = [](const QByteArray &encoding, const QByteArray &title) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><rss><channel><title>" + title
            + "</title></channel></rss>";
    };
    const QByteArray latin = "D\xe9j\xe0 vu";
    const QByteArray utf8 = "D\u00e9j\u00e0 vu";
    QTest::newRow("declared") << feed("iso-8859-1", latin) << ""_ba;
    QTest::newRow("by the header") << feed("utf-8", latin) << "text/xml; charset=iso-8859-1"_ba;
    QTest::newRow("by a header in capitals")
        << feed("utf-8", latin) << "text/xml ; Charset = \"ISO-8859-1\""_ba;
    QTest::newRow("wrong header") << feed("iso-8859-1", latin) << "text/xml; charset=none"_ba;
    QTest::newRow("wrong declaration") << feed("us-ascii", utf8) << ""_ba;
    QTest::newRow("mark") << "\xef\xbb\xbf" + feed("iso-8859-1", utf8) << ""_ba;
    const auto wide = QString::fromUtf8(feed("utf-16", utf8));
    QTest::newRow("UTF-16") << "\xff\xfe"
            + QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)
                            << ""_ba;
    QTest::newRow("UTF-16 without a mark")
        << QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2) << ""_ba;
    QTest::newRow("JSON with a mark")
        << "\xef\xbb\xbf{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"" + utf8
            + "\",\"items\":[]}"
        << "application/feed+json"_ba;
}

void TestBrokenFeeds::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, contentType);

    const auto feed = feeds::parse(bytes, {.contentType = contentType});

    QVERIFY(feed);
    QCOMPARE(feed->title, u"D\u00e9j\u00e0 vu"_s);
}

void TestBrokenFeeds::refusesWhatIsNoFeed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("nothing") << ""_ba << Error::Kind::Empty;
    QTest::newRow("spaces") << " \n "_ba << Error::Kind::Empty;
    QTest::newRow("text") << "No such page."_ba << Error::Kind::NotAFeed;
    QTest::newRow("page") << "<!DOCTYPE html><html><body><item><title>x</title></item></body>"
                             "</html>"_ba
                          << Error::Kind::NotAFeed;
    QTest::newRow("XML") << "<note><to>x</to></note>"_ba << Error::Kind::NotAFeed;
    QTest::newRow("outline") << "<opml><body><outline xmlUrl=\"x\"/></body></opml>"_ba
                             << Error::Kind::NotAFeed;
    QTest::newRow("picture") << "\x89PNG\r\n\x1a\n"_ba << Error::Kind::NotAFeed;
    QTest::newRow("JSON") << "{\"error\":\"no\"}"_ba << Error::Kind::NotAFeed;
    QTest::newRow("list") << "[1, 2]"_ba << Error::Kind::NotAFeed;
    QTest::newRow("cut JSON") << "{\"version\":\"https://jsonfeed.org/version/1.1\",\"it"_ba
                              << Error::Kind::Malformed;
}

void TestBrokenFeeds::refusesWhatIsNoFeed()
{
    QFETCH(QByteArray, bytes);

    const auto feed = feeds::parse(bytes);

    QVERIFY(!feed);
    QTEST(feed.error().kind, "kind");
    QVERIFY(!feed.error().detail.isEmpty());
}

void TestBrokenFeeds::readsNestedEntries()
{
    const auto feed = parsed(rss("<item><title>One</title>" + other + "<link>/1</link></item>"));

    QCOMPARE(feed.entries.size(), 2);
    QCOMPARE(feed.entries.first().title, u"One"_s);
    QCOMPARE(feed.entries.first().url, QUrl(u"https://gazette.example/1"_s));
    QCOMPARE(feed.entries.last().title, u"Two"_s);
}

void TestBrokenFeeds::staysWithinLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const auto many
        = [](const char *piece, int times) { return QByteArray(piece).repeated(times); };
    QTest::newRow("deep") << rss("<item><title>x</title>" + many("<a>", 100'000) + "</item>");
    QTest::newRow("deep markup") << atom("<entry><content type=\"xhtml\">" + many("<i>", 100'000)
                                         + "x</content></entry>");
    QTest::newRow("entries in entries") << rss(many("<item>", 100'000));
    QTest::newRow("categories") << rss(
        "<item>" + many("<category>a</category><category>b</category>", 50'000) + "</item>");
    QTest::newRow("attributes") << rss("<item " + many("a='1' ", 100'000) + "></item>");
    QTest::newRow("namespaces") << rss("<item " + many("xmlns:a='b' ", 100'000) + "></item>");
    QTest::newRow("enclosures") << rss(
        "<item>" + many("<enclosure url='https://a.example/'/>", 50'000) + "</item>");
    QTest::newRow("authors") << rss("<item>" + many("<dc:creator>a</dc:creator>", 50'000)
                                    + "</item>");
    QTest::newRow("digits") << rss("<item><pubDate>" + many("1", 1'000'000) + "</pubDate></item>");
    QTest::newRow("duration") << rss("<item><enclosure url='https://a.example/a.mp3'/>"
                                     "<itunes:duration>"
                                     + many("99:", 100'000) + "</itunes:duration></item>");
    QTest::newRow("title") << rss("<item><title>" + many("&lt;a ", 300'000) + "</title></item>");
    QTest::newRow("entities") << "<!DOCTYPE rss [" + many("<!ENTITY ", 100'000)
            + "]><rss><channel/></rss>";
}

void TestBrokenFeeds::staysWithinLimits()
{
    QFETCH(QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();

    const auto feed = feeds::parse(bytes, {.url = feedtext::url});

    QVERIFY(feed);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    for (const auto &entry : feed->entries) {
        QVERIFY(entry.tags.size() <= 100);
        QVERIFY(entry.title.size() <= 10'000);
    }
}

void TestBrokenFeeds::printsSafeHtml()
{
    const auto feed = parsed(
        rss("<item><description>&lt;script&gt;x&lt;/script&gt;&lt;p onclick=x style=x&gt;"
            "&lt;img src=\"p.png\" onerror=\"x\"&gt;&lt;a href=\"javascript:x\"&gt;a&lt;/a&gt;"
            "&lt;nav&gt;&lt;/nav&gt;</description></item>",
            "<description>&lt;iframe src='/'&gt;&lt;/iframe&gt;&lt;b&gt;n&lt;/b&gt;"
            "</description>"));

    const auto json = QJsonDocument::fromJson(feeds::toJson(feed)).object();

    QCOMPARE(json.value("version"_L1), u"https://jsonfeed.org/version/1.1"_s);
    QCOMPARE(json.value("description"_L1), u"<b>n</b>"_s);
    const auto entry = json.value("items"_L1).toArray().first().toObject();
    QCOMPARE(entry.value("content_html"_L1),
             u"<p><img src=\"https://gazette.example/feeds/p.png\"><a>a</a></p><nav></nav>"_s);
}

QTEST_GUILESS_MAIN(TestBrokenFeeds)
#include "tst_brokenfeeds.moc"
