#include "candidates.h"
#include "feeds/limits.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using feeds::Candidate;

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void readsAddresses_data();
    void readsAddresses();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void readsWhatPagesName_data();
    void readsWhatPagesName();
    void namesTitles();
    void readsADirectorysAnswer();
    void namesNothingOnThisMachine_data();
    void namesNothingOnThisMachine();
    void readsEncodings();
    void survivesHostilePages_data();
    void survivesHostilePages();
};

namespace {

QList<Candidate> named(const QByteArray &html)
{
    return feeds::namedFeeds(html, "text/html", QUrl(u"https://coast.example/blog/page.html"_s));
}

} // namespace

void TestDiscovery::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");

    const auto row = [](const QString &typed, const QString &url) {
        QTest::newRow(qPrintable(typed.simplified())) << typed << url;
    };
    const auto feed = u"https://coast.example/feed"_s;
    const auto plain = u"http://coast.example/feed"_s;
    row(feed, feed);
    row(plain, plain);
    row(u"coast.example"_s, u"https://coast.example/"_s);
    row(u"www.coast.example/feed"_s, u"https://www.coast.example/feed"_s);
    row(u"COAST.Example/Feed"_s, u"https://coast.example/Feed"_s);
    row(u"  coast.example/feed \n"_s, feed);
    row(u"coast.example:8080/feed"_s, u"https://coast.example:8080/feed"_s);
    row(u"https://coast.example:443/feed#top"_s, feed);
    row(u"coast.example/feed?a=1&b=2"_s, u"https://coast.example/feed?a=1&b=2"_s);
    row(u"localhost:8080/feed"_s, u"http://localhost:8080/feed"_s);
    row(u"127.0.0.1/feed"_s, u"http://127.0.0.1/feed"_s);
    row(u"http://[::1]:8080/feed"_s, u"http://[::1]:8080/feed"_s);
    row(u"http://intranet/feed"_s, u"http://intranet/feed"_s);
    row(u"bücher.example"_s, u"https://xn--bcher-kva.example/"_s);
    row(u"https://ada:secret@coast.example/feed"_s, u"https://ada:secret@coast.example/feed"_s);
    // Schemes that readers were given.
    row(u"feed:https://coast.example/feed"_s, feed);
    row(u"feed://coast.example/feed"_s, plain);
    row(u"feed://https://coast.example/feed"_s, feed);
    row(u"feeds://coast.example/feed"_s, feed);
    row(u"feed:coast.example/feed"_s, feed);
    row(u"FEED:HTTP://coast.example/feed"_s, plain);
    row(u"web+feed:https://coast.example/feed"_s, feed);
    row(u"view-source:https://coast.example/feed"_s, feed);
    row(u"podcast://coast.example/feed"_s, plain);
    row(u"feed:feed:feed:https://coast.example/feed"_s, feed);
    // Slips.
    row(u"http//coast.example/feed"_s, plain);
    row(u"https//coast.example/feed"_s, feed);
    row(u"https:/coast.example/feed"_s, feed);
    row(u"https:coast.example/feed"_s, feed);
    row(u"https:///coast.example/feed"_s, feed);
    row(u"http:\\\\coast.example/feed"_s, plain);
    row(u"htp://coast.example/feed"_s, plain);
    row(u"ttps://coast.example/feed"_s, feed);
    row(u"htttps://coast.example/feed"_s, feed);
    row(u"hhttps://coast.example/feed"_s, feed);
    row(u"https;//coast.example/feed"_s, feed);
    row(u"hxxps://coast.example/feed"_s, feed);
    row(u"://coast.example/feed"_s, feed);
    row(u"//coast.example/feed"_s, feed);
    row(u"https:// coast.example/feed"_s, feed);
    row(u"coast .example/feed"_s, feed);
    row(u"httpbin.example/feed"_s, u"https://httpbin.example/feed"_s);
    // What stands around it.
    row(u"\"https://coast.example/feed\""_s, feed);
    row(u"<https://coast.example/feed>"_s, feed);
    row(u"„coast.example/feed“"_s, feed);
    row(u"(coast.example/feed)."_s, feed);
    row(u"https://coast.example/feed_(sea)"_s, u"https://coast.example/feed_(sea)"_s);
    row(u"See https://coast.example/feed, please."_s, feed);
    row(u"Tides and winds: coast.example/feed every day"_s, feed);
    row(u"[Tides](https://coast.example/feed)"_s, feed);
    row(u"<a href=\"https://coast.example/feed\">Tides</a>"_s, feed);
    row(u"https://coast.example/feed\nhttps://coast.example/other"_s, feed);
    // Names.
    row(u"@ada@social.example"_s, u"https://social.example/@ada"_s);
    row(u"acct:ada@social.example"_s, u"https://social.example/@ada"_s);
    row(u"r/tides"_s, u"https://www.reddit.com/r/tides/"_s);
    row(u"/r/tides/"_s, u"https://www.reddit.com/r/tides/"_s);
    row(u"u/ada"_s, u"https://www.reddit.com/user/ada/"_s);
    // Files.
    row(u"/home/ada/my feed.xml"_s, u"file:///home/ada/my%20feed.xml"_s);
    row(u"file:///home/ada/feed.xml"_s, u"file:///home/ada/feed.xml"_s);
    row(u"file://localhost/home/ada/feed.xml"_s, u"file:///home/ada/feed.xml"_s);
}

void TestDiscovery::readsAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);

    const auto address = feeds::addressFrom(typed);

    QCOMPARE(address.toString(QUrl::FullyEncoded), url);
    // An address that is one stays as it is.
    QCOMPARE(feeds::addressFrom(address.toString(QUrl::FullyEncoded)), address);
}

void TestDiscovery::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");

    for (const auto &typed : {u""_s,
                              u"  "_s,
                              u"tides"_s,
                              u"tides and winds"_s,
                              u"ada@coast.example"_s,
                              u"mailto:ada@coast.example"_s,
                              u"javascript:alert(1)"_s,
                              u"ftp://coast.example/feed"_s,
                              u"https://"_s,
                              u"https:///"_s,
                              u"data:text/html,x"_s,
                              u"exec:/bin/tides"_s,
                              u"/"_s,
                              u"file://elsewhere.example/feed.xml"_s,
                              u"."_s,
                              u".example"_s,
                              u"a..b"_s,
                              u"\"\""_s,
                              u"feed:"_s,
                              u"about:blank"_s,

                              u"C:\\feeds\\tides.xml"_s})
        QTest::newRow(qPrintable(typed.isEmpty() ? u"nothing"_s : typed)) << typed;
    QTest::newRow("long") << QString(feeds::limits::pastedLength + 1, u'a') + u".example"_s;
}

void TestDiscovery::refusesWhatIsNoAddress()
{
    QFETCH(QString, typed);

    QCOMPARE(feeds::addressFrom(typed).toString(), QString());
}

void TestDiscovery::readsWhatPagesName_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QStringList>("urls");

    const auto row = [](const char *name, const QByteArray &html, const QStringList &urls) {
        QTest::newRow(name) << html << urls;
    };
    const auto link = [](const QByteArray &href, const QByteArray &type = "application/rss+xml",
                         const QByteArray &title = {}) {
        return "<link rel=\"alternate\" type=\"" + type + "\" href=\"" + href + "\" title=\""
            + title + "\">";
    };
    const auto feed = u"https://coast.example/feed"_s;
    row("absolute", link("https://coast.example/feed"), {feed});
    row("relative to the root", link("/feed"), {feed});
    row("relative to the page", link("feed"), {u"https://coast.example/blog/feed"_s});
    row("base", "<base href=\"/else/\">" + link("feed"), {u"https://coast.example/else/feed"_s});
    row("in the body", "<body><p>x" + link("/feed"), {feed});
    row("upper case", "<LINK REL=ALTERNATE TYPE='Application/RSS+XML' HREF=/feed>", {feed});
    row("charset", link("/feed", "application/atom+xml; charset=utf-8"), {feed});
    row("several relations", "<link rel='home alternate' type='text/xml' href=/feed>", {feed});
    row("feed", "<link rel='feed' href='/feed'>", {feed});
    row("no type", "<link rel='alternate' href='/rss.xml'>", {u"https://coast.example/rss.xml"_s});
    row("JSON Feed", link("/feed.json", "application/feed+json"),
        {u"https://coast.example/feed.json"_s});
    row("JSON", link("/feed.json", "application/json"), {u"https://coast.example/feed.json"_s});
    row("feed:", link("feed:https://coast.example/feed"), {feed});
    row("an anchor", "<a rel=alternate type='application/rss+xml' href=/updates>New</a>",
        {u"https://coast.example/updates"_s});
    row("twice", link("/feed") + link("https://coast.example/feed#x"), {feed});
    row("other scheme", link("javascript:x") + link("file:///etc/feed") + link(""), {});
    row("another language", "<link rel=alternate hreflang=de href=/de/>", {});
    row("a style", "<link rel='alternate stylesheet' type='text/xml' href=/feed>", {});
    row("not feeds",
        link("/wp-json/posts/1", "application/json") + link("/oembed?x", "text/xml+oembed")
            + link("/oembed?format=xml", "text/xml") + link("/x", "text/html")
            + "<link rel=search type='application/opensearchdescription+xml' href=/s.xml>"
              "<link rel=sitemap type='application/xml' href=/sitemap.xml>",
        {});
    row("comments last",
        link("/comments/feed/", "application/rss+xml", "Coast » Comments Feed")
            + link("/category/tides/feed/", "application/rss+xml", "Coast » Tides")
            + link("/feed/", "application/rss+xml", "Coast » Feed"),
        {u"https://coast.example/feed/"_s, u"https://coast.example/category/tides/feed/"_s,
         u"https://coast.example/comments/feed/"_s});
    row("one feed as RSS and Atom",
        link("/rss.xml", "application/rss+xml", "Coast RSS")
            + link("/atom.xml", "application/atom+xml", "Coast Atom"),
        {u"https://coast.example/atom.xml"_s});
    row("one feed in four forms",
        link("/feed/", "application/rss+xml", "RSS 2.0")
            + link("/feed/rdf/", "application/rdf+xml", "RSS 1.0")
            + link("/feed/json", "application/feed+json", "JSON Feed")
            + link("/feed/atom/", "application/atom+xml", "Atom 1.0"),
        {u"https://coast.example/feed/atom/"_s});
    row("one by a parameter",
        link("/feeds/posts/default", "application/atom+xml", "Coast - Atom")
            + link("/feeds/posts/default?alt=rss", "application/rss+xml", "Coast - RSS"),
        {u"https://coast.example/feeds/posts/default"_s});
    row("two feeds",
        link("/news.rss", "application/rss+xml", "News")
            + link("/tides.atom", "application/atom+xml", "Tides"),
        {u"https://coast.example/news.rss"_s, u"https://coast.example/tides.atom"_s});
    row("two of one name",
        link("/de/rss", "application/rss+xml", "Coast")
            + link("/en/atom", "application/atom+xml", "Coast"),
        {u"https://coast.example/de/rss"_s, u"https://coast.example/en/atom"_s});
    row("links",
        "<p><a href=/about>About</a> <a href=/rss>RSS</a> <a href=/news.xml>x</a>"
        "<a href='/?feed=rss2'>y</a><a href='/sitemap_index.xml'>z</a>"
        "<a href=https://feeds.far.example/coast>w</a><a href=mailto:a@b.example>m</a>",
        {u"https://coast.example/rss"_s, u"https://coast.example/news.xml"_s,
         u"https://coast.example/?feed=rss2"_s, u"https://feeds.far.example/coast"_s});
    row("links after names", "<a href=/tides/rss>Tides</a>" + link("/feed"),
        {feed, u"https://coast.example/tides/rss"_s});
    row("its other address", "<link rel=canonical href='https://www.youtube.com/channel/UC1'>",
        {u"https://www.youtube.com/feeds/videos.xml?channel_id=UC1"_s});
    row("in a comment", "<!-- " + link("/feed") + " -->", {});
    row("nothing", "", {});
    row("words", "No markup at all", {});
    row("other JSON", R"({"results": 4})", {});
}

void TestDiscovery::readsWhatPagesName()
{
    QFETCH(QByteArray, html);

    QTEST(addresses(named(html)), "urls");
}

void TestDiscovery::namesTitles()
{
    const auto found = named("<link rel=alternate type=application/rss+xml href=/feed "
                             "title=' Tides &amp;\n winds '><a href=/rss><b>All</b> news</a>");

    const QList<Candidate> expected{
        {.url = QUrl(u"https://coast.example/feed"_s), .title = u"Tides & winds"_s, .named = true},
        {.url = QUrl(u"https://coast.example/rss"_s), .title = u"All news"_s, .named = true}};
    QCOMPARE(found, expected);
}

void TestDiscovery::readsADirectorysAnswer()
{
    const auto found = feeds::namedFeeds(
        R"(
{"resultCount": 2, "results": [
{"kind": "podcast", "collectionName": "Tides", "feedUrl": "https://coast.example/tides.xml"},
{"kind": "podcast-episode", "feedUrl": "file:///etc/passwd"}]})"_ba,
        "text/javascript", QUrl(u"https://itunes.apple.com/lookup?id=1"_s));

    const QList<Candidate> expected{
        {.url = QUrl(u"https://coast.example/tides.xml"_s), .title = u"Tides"_s, .named = true}};
    QCOMPARE(found, expected);
}

void TestDiscovery::namesNothingOnThisMachine_data()
{
    QTest::addColumn<QByteArray>("host");

    for (const auto *host :
         {"localhost", "feeds.localhost", "LOCALHOST.", "127.0.0.1:8080", "127.1.2.3", "0.0.0.0",
          "2130706433", "[::1]", "[::]", "[::ffff:127.0.0.1]"})
        QTest::newRow(host) << QByteArray(host);
}

void TestDiscovery::namesNothingOnThisMachine()
{
    QFETCH(QByteArray, host);
    const auto page = "<link rel=alternate type=application/rss+xml href='http://" + host
        + "/feed'><a href='http://" + host + "/rss'>RSS</a><link rel=canonical href='http://" + host
        + "/@ada'>";

    const auto elsewhere = named(page);
    const auto here = feeds::namedFeeds(page, {}, QUrl(u"http://127.0.0.1/"_s));

    QCOMPARE(addresses(elsewhere), QStringList());
    QCOMPARE(here.size(), 2);
}

void TestDiscovery::readsEncodings()
{
    const auto page = u"<link rel=alternate type=application/rss+xml href=/feed title='Übersee'>"_s;
    const QUrl url(u"https://coast.example/"_s);

    const auto declared = feeds::namedFeeds("<meta charset=iso-8859-1>" + page.toLatin1(), {}, url);
    const auto stated
        = feeds::namedFeeds(page.toLatin1(), "text/html; charset=\"ISO-8859-1\"", url);
    const auto mislabelled = feeds::namedFeeds(page.toUtf8(), "text/html;charset=latin1", url);

    for (const auto &found : {declared, stated, mislabelled}) {
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().title, u"Übersee"_s);
    }
}

void TestDiscovery::survivesHostilePages_data()
{
    QTest::addColumn<QByteArray>("page");

    const QByteArray link = "<link rel=alternate type=application/rss+xml href=/f%1 title=x>";
    QByteArray links;
    for (int i = 0; i < 50'000; ++i)
        links += QByteArray(link).replace("%1", QByteArray::number(i));
    QTest::newRow("many") << links;
    QTest::newRow("deep") << QByteArray("<div>").repeated(200'000) + link;
    QTest::newRow("long address") << QByteArray(link).replace("%1", QByteArray(500'000, 'a'));
    QTest::newRow("long title") << QByteArray(link).replace("=x", '=' + QByteArray(500'000, '('));
    QTest::newRow("large") << QByteArray(feeds::limits::pageBytes + 1, ' ');
    QTest::newRow("noise") << QByteArray("\0\xff<\x01link \x80>", 12).repeated(10'000);
    QTest::newRow("deep JSON") << QByteArray("{\"results\":").repeated(100'000);
}

void TestDiscovery::survivesHostilePages()
{
    QFETCH(QByteArray, page);
    QElapsedTimer timer;
    timer.start();

    const auto found = named(page);

    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(found.size() <= feeds::limits::namedFeeds);
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
