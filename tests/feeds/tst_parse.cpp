#include "feeds/feedtext.h"

using namespace Qt::StringLiterals;
using feedtext::atom;
using feedtext::entryOf;
using feedtext::parsed;
using feedtext::rss;

// What the formats say, and where they say it.
class TestParse : public QObject
{
    Q_OBJECT

private slots:
    void understandsTheFormats_data();
    void understandsTheFormats();
    void readsTheFeedItself();
    void readsAnRssItem();
    void readsAnAtomEntry();
    void readsTitles_data();
    void readsTitles();
    void readsContents_data();
    void readsContents();
    void findsTheAddress_data();
    void findsTheAddress();
    void namesAuthors_data();
    void namesAuthors();
    void inheritsBaseAndLanguage();
    void ordersDates();
    void readsJsonFeed();
};

void TestParse::understandsTheFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");

    QTest::newRow("RSS 2.0") << rss("<item><title>One</title></item>", "<title>News</title>")
                             << u"rss"_s;
    QTest::newRow("RSS 0.91")
        << "<rss version=\"0.91\"><channel><title>News</title><item><title>One</title></item>"
           "</channel></rss>"_ba
        << u"rss"_s;
    QTest::newRow("RSS 1.0")
        << "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
           "xmlns=\"http://purl.org/rss/1.0/\"><channel><title>News</title></channel>"
           "<item><title>One</title></item></rdf:RDF>"_ba
        << u"rdf"_s;
    QTest::newRow("prefixes everywhere")
        << "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
           "xmlns:r=\"http://purl.org/rss/1.0/\"><r:channel><r:title>News</r:title></r:channel>"
           "<r:item><r:title>One</r:title></r:item></rdf:RDF>"_ba
        << u"rdf"_s;
    QTest::newRow("Atom 1.0") << atom("<title>News</title><entry><title>One</title></entry>")
                              << u"atom"_s;
    QTest::newRow("Atom 0.3")
        << "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>News</title>"
           "<entry><title>One</title></entry></feed>"_ba
        << u"atom"_s;
    QTest::newRow("CDF") << "<CHANNEL HREF=\"https://gazette.example/\"><TITLE>News</TITLE>"
                            "<ITEM HREF=\"/1\"><TITLE>One</TITLE></ITEM></CHANNEL>"_ba
                         << u"cdf"_s;
    QTest::newRow("JSON Feed") << "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":"
                                  "\"News\",\"items\":[{\"id\":1,\"title\":\"One\"}]}"_ba
                               << u"json"_s;
}

void TestParse::understandsTheFormats()
{
    QFETCH(QByteArray, bytes);

    const auto feed = parsed(bytes);

    QTEST(feed.format, "format");
    QCOMPARE(feed.title, u"News"_s);
    QCOMPARE(feed.entries.size(), 1);
    QCOMPARE(feed.entries.first().title, u"One"_s);
    QCOMPARE(feed.warnings, QStringList());
}

void TestParse::readsTheFeedItself()
{
    const auto feed = parsed(
        rss({},
            "<title>News &amp; views</title><link>https://gazette.example/</link>"
            "<atom:link rel=\"self\" href=\"news.xml\"/><atom:link rel=\"hub\" "
            "href=\"https://hub.example/\"/><atom:link rel=\"next\" href=\"?page=2\"/>"
            "<description>&lt;b&gt;All&lt;/b&gt; the news</description>"
            "<language>en_GB</language><managingEditor>ed@gazette.example (Ada Quill)"
            "</managingEditor><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour>"
            "<hour>5</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
            "<image><url>/logo.png</url><title>Logo</title><link>https://x.example/</link></image>"
            "<textInput><title>Search</title><link>https://y.example/</link></textInput>"
            "<itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>"));

    QCOMPARE(feed.title, u"News & views"_s);
    QCOMPARE(feed.description, u"All the news"_s);
    QCOMPARE(feed.descriptionHtml, u"<b>All</b> the news"_s);
    QCOMPARE(feed.site, QUrl(u"https://gazette.example/"_s));
    QCOMPARE(feed.self, feedtext::url);
    QCOMPARE(feed.next, QUrl(u"https://gazette.example/feeds/news.xml?page=2"_s));
    QCOMPARE(feed.movedTo, QUrl(u"https://new.example/feed"_s));
    QCOMPARE(feed.language, u"en-GB"_s);
    QCOMPARE(feed.authors, QList<Author>{{.name = u"Ada Quill"_s}});
    QCOMPARE(feed.ttlMinutes, 90);
    QCOMPARE(feed.skipHours, (QList<int>{0, 5}));
    QCOMPARE(feed.skipDays, QList<int>{7});
    QCOMPARE(feed.image, QUrl(u"https://gazette.example/logo.png"_s));
    QCOMPARE(parsed(rss({},
                        "<sy:updatePeriod>daily</sy:updatePeriod>"
                        "<sy:updateFrequency>4</sy:updateFrequency>"))
                 .ttlMinutes,
             360);
}

void TestParse::readsAnRssItem()
{
    const auto entry
        = entryOf(rss("<item><title>One</title><link>https://gazette.example/1</link>"
                      "<guid isPermaLink=\"false\">n-1</guid><description>Short.</description>"
                      "<content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>"
                      "<dc:creator>Ada Quill</dc:creator><author>desk@gazette.example</author>"
                      "<pubDate>Tue, 04 Mar 2025 10:14:55 +0100</pubDate><category>Birds</category>"
                      "<category>Birds</category><category><![CDATA[R&D]]></category>"
                      "<comments>https://gazette.example/1#comments</comments></item>"));

    QCOMPARE(entry.guid, u"n-1"_s);
    QCOMPARE(entry.url, QUrl(u"https://gazette.example/1"_s));
    QCOMPARE(entry.summary, u"Short."_s);
    QCOMPARE(entry.content, u"<p>Long.</p>"_s);
    QCOMPARE(entry.base, feedtext::url);
    QCOMPARE(entry.authors, QList<Author>{{.name = u"Ada Quill"_s}});
    QCOMPARE(entry.published.toIso(), u"2025-03-04T10:14:55+01:00"_s);
    QCOMPARE(entry.tags, (QStringList{u"Birds"_s, u"R&D"_s}));
    QCOMPARE(entry.comments, QUrl(u"https://gazette.example/1#comments"_s));
}

void TestParse::readsAnAtomEntry()
{
    const auto entry = entryOf(
        atom("<entry><id>tag:gazette.example,2025:1</id><title>One</title>"
             "<link rel=\"self\" href=\"1.atom\"/><link rel=\"alternate\" type=\"text/html\" "
             "href=\"/1\"/><link rel=\"alternate\" href=\"/other\"/>"
             "<link rel=\"enclosure\" href=\"/1.mp3\" type=\"audio/mpeg\" length=\"9\"/>"
             "<link rel=\"replies\" href=\"/1/replies\"/><summary>Short.</summary>"
             "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &amp; "
             "<b>b</b></p></div></content><author><name>Ada</name><uri>/ada</uri></author>"
             "<author><email>bo@gazette.example</email></author><contributor><name>Cy</name>"
             "</contributor><published>2025-03-04T10:14:55Z</published>"
             "<updated>2025-03-05T10:14:55Z</updated><category term=\"b\" label=\"Birds\"/>"
             "<source><title>Elsewhere</title><id>x</id></source></entry>"));

    QCOMPARE(entry.guid, u"tag:gazette.example,2025:1"_s);
    QCOMPARE(entry.title, u"One"_s);
    QCOMPARE(entry.url, QUrl(u"https://gazette.example/1"_s));
    QCOMPARE(entry.content, u"<p>a &amp; <b>b</b></p>"_s);
    const QList<Author> authors{{.name = u"Ada"_s, .url = QUrl(u"https://gazette.example/ada"_s)}};
    QCOMPARE(entry.authors, authors);
    const QList<Enclosure> enclosures{
        {.url = QUrl(u"https://gazette.example/1.mp3"_s), .mimeType = u"audio/mpeg"_s, .bytes = 9}};
    QCOMPARE(entry.enclosures, enclosures);
    QCOMPARE(entry.comments, QUrl(u"https://gazette.example/1/replies"_s));
    QCOMPARE(entry.published.toIso(), u"2025-03-04T10:14:55Z"_s);
    QCOMPARE(entry.modified.toIso(), u"2025-03-05T10:14:55Z"_s);
    QCOMPARE(entry.tags, QStringList{u"Birds"_s});
}

void TestParse::readsTitles_data()
{
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<QString>("title");
    const auto item = [](const char *name, const QByteArray &inner, const QString &title) {
        QTest::newRow(name) << rss("<item>" + inner + "</item>") << title;
    };
    const auto entry = [](const char *name, const QByteArray &inner, const QString &title) {
        QTest::newRow(name) << atom("<entry>" + inner + "</entry>") << title;
    };

    item("once escaped", "<title>R&amp;D &lt; all</title>", u"R&D < all"_s);
    item("twice escaped", "<title>R&amp;amp;D &amp;#8211; all</title>", u"R&D \u2013 all"_s);
    item("markup", "<title>&lt;b&gt;One&lt;/b&gt; two</title>", u"One two"_s);
    item("unknown tags stay", "<title>Map&lt;Key&gt;</title>", u"Map<Key>"_s);
    item("elements", "<title>One <em>two</em></title>", u"One two"_s);
    item("spaces", "<title>\n  One\n  two </title>", u"One two"_s);
    item("of media only", "<media:title>Other</media:title>", u"Other"_s);
    item("of media too", "<title>One</title><media:title>Other</media:title>", u"One"_s);
    item("of Dublin Core", "<dc:title>One</dc:title>", u"One"_s);
    entry("text is text", "<title>a &amp;amp; b</title>", u"a &amp; b"_s);
    entry("text with brackets", "<title>The &lt;b&gt; tag</title>", u"The <b> tag"_s);
    entry("HTML", "<title type=\"html\">a &amp;amp; &lt;b&gt;b&lt;/b&gt;</title>", u"a & b"_s);
    entry("XHTML",
          "<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">a &lt; "
          "<b>b</b></div></title>",
          u"a < b"_s);
    entry("base64", "<title type=\"application/octet-stream\">T25lIHR3bw==</title>", u"One two"_s);
}

void TestParse::readsTitles()
{
    QFETCH(QByteArray, feed);

    QTEST(entryOf(feed).title, "title");
}

void TestParse::readsContents_data()
{
    QTest::addColumn<QByteArray>("feed");
    QTest::addColumn<QString>("html");
    const auto item = [](const char *name, const QByteArray &inner, const QString &html) {
        QTest::newRow(name) << rss("<item>" + inner + "</item>") << html;
    };
    const auto entry = [](const char *name, const QByteArray &inner, const QString &html) {
        QTest::newRow(name) << atom("<entry>" + inner + "</entry>") << html;
    };

    item("escaped", "<description>&lt;p&gt;a&lt;/p&gt;</description>", u"<p>a</p>"_s);
    item("plain", "<description>1 &lt; 2 &amp; 3</description>", u"1 &lt; 2 &amp; 3"_s);
    item("elements", "<description><p>a<br/>b</p></description>", u"<p>a<br>b</p>"_s);
    item("mixed", "<description>a <![CDATA[<b>b</b>]]> c</description>", u"a <b>b</b> c"_s);
    item("of media", "<media:group><media:description>a</media:description></media:group>", u"a"_s);
    item("of podcasts", "<itunes:subtitle>a</itunes:subtitle><itunes:summary>b</itunes:summary>",
         u"b"_s);
    item("the item's own first", "<description>a</description><itunes:summary>b</itunes:summary>",
         u"a"_s);
    item("XHTML body", "<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; b</p></body>",
         u"<p>a &lt; b</p>"_s);
    entry("text", "<content>a &lt;b&gt;</content>", u"a &lt;b&gt;"_s);
    entry("HTML", "<content type=\"html\">&lt;p&gt;a</content>", u"<p>a"_s);
    entry("prefixed XHTML",
          "<content type=\"xhtml\" xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:div><x:p>a</x:p>"
          "</x:div></content>",
          u"<p>a</p>"_s);
    entry("base64 text", "<content type=\"application/x\">PGI+YTwvYj4=</content>",
          u"&lt;b&gt;a&lt;/b&gt;"_s);
    entry("base64 of a picture", "<content type=\"image/png\">iVBORw0KGgo=</content>", QString());
    QTest::newRow("mended") << rss("<item><description>don&#146;t</description></item>")
                            << u"don\u2019t"_s;
    QTest::newRow("mended twice") << rss(
        "<item><description>&acirc;&#128;&brvbar;</description></item>")
                                  << u"\u2026"_s;
}

void TestParse::readsContents()
{
    QFETCH(QByteArray, feed);

    const auto entry = entryOf(feed);

    QTEST(entry.content.isEmpty() ? entry.summary : entry.content, "html");
}

void TestParse::findsTheAddress_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("url");

    QTest::newRow("link") << "<link>https://a.example/1</link><guid>https://a.example/2</guid>"_ba
                          << u"https://a.example/1"_s;
    QTest::newRow("relative") << "<link> ../1?a=b&amp;c </link>"_ba
                              << u"https://gazette.example/1?a=b&c"_s;
    QTest::newRow("guid") << "<guid>https://a.example/2</guid>"_ba << u"https://a.example/2"_s;
    QTest::newRow("guid is none") << "<guid isPermaLink=\"false\">https://a.example/2</guid>"_ba
                                  << QString();
    QTest::newRow("link of Atom") << "<atom:link href=\"https://a.example/3\"/>"_ba
                                  << u"https://a.example/3"_s;
    QTest::newRow("own link first")
        << "<link>https://a.example/1</link><atom:link href=\"https://a.example/3\"/>"_ba
        << u"https://a.example/1"_s;
    QTest::newRow("before it was counted")
        << "<link>https://count.example/1</link><feedburner:origLink>https://a.example/1"
           "</feedburner:origLink>"_ba
        << u"https://a.example/1"_s;
    QTest::newRow("script") << "<link>javascript:alert(1)</link>"_ba << QString();
    QTest::newRow("file") << "<link>file:///etc/passwd</link>"_ba << QString();
    QTest::newRow("picture's link")
        << "<image><link>https://a.example/4</link></image>"_ba << QString();
    QTest::newRow("dots in it") << "<link>https://a.example/b/../1</link>"_ba
                                << u"https://a.example/1"_s;
}

void TestParse::findsTheAddress()
{
    QFETCH(QByteArray, item);

    const auto entry = entryOf(rss("<item>" + item + "</item>"));

    QTEST(QString::fromLatin1(entry.url.toEncoded()), "url");
}

void TestParse::namesAuthors_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("byline");

    QTest::newRow("mail and name")
        << "<author>a@b.example (Ada Quill)</author>"_ba << u"Ada Quill"_s;
    QTest::newRow("name and mail")
        << "<author>Ada Quill &lt;a@b.example&gt;</author>"_ba << u"Ada Quill"_s;
    QTest::newRow("name in front")
        << "<author>Ada Quill (a@b.example)</author>"_ba << u"Ada Quill"_s;
    QTest::newRow("name") << "<author>Ada Quill</author>"_ba << u"Ada Quill"_s;
    QTest::newRow("mail alone") << "<author>a@b.example</author>"_ba << u"a@b.example"_s;
    QTest::newRow("podcast") << "<itunes:author>Ada Quill</itunes:author>"_ba << u"Ada Quill"_s;
    QTest::newRow("several") << "<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator>"
                                "<dc:creator>Ada</dc:creator>"_ba
                             << u"Ada, Bo"_s;
    QTest::newRow("of Atom") << "<atom:author><atom:name>Ada</atom:name></atom:author>"_ba
                             << u"Ada"_s;
    QTest::newRow("of its source")
        << "<source url=\"https://x.example/\">Bo</source>"_ba << QString();
}

void TestParse::namesAuthors()
{
    QFETCH(QByteArray, item);

    QTEST(byline(entryOf(rss("<item>" + item + "</item>")).authors), "byline");
}

void TestParse::inheritsBaseAndLanguage()
{
    const auto feed = parsed(
        atom("<link href=\"/\"/><entry xml:base=\"b/\"><link href=\"c\"/><content type=\"html\" "
             "xml:base=\"d/\" xml:lang=\"fr\">x</content></entry><entry><link href=\"c\"/>"
             "<summary>x</summary></entry>",
             "xml:base=\"https://a.example/\" xml:lang=\"en\""));

    QCOMPARE(feed.language, u"en"_s);
    QCOMPARE(feed.site, QUrl(u"https://a.example/"_s));
    QCOMPARE(feed.entries.size(), 2);
    QCOMPARE(feed.entries.first().url, QUrl(u"https://a.example/b/c"_s));
    QCOMPARE(feed.entries.first().base, QUrl(u"https://a.example/b/d/"_s));
    QCOMPARE(feed.entries.first().language, u"fr"_s);
    QCOMPARE(feed.entries.last().url, QUrl(u"https://a.example/c"_s));
    QCOMPARE(feed.entries.last().language, QString());
}

void TestParse::ordersDates()
{
    const auto entry = entryOf(rss("<item><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate>"
                                   "<dc:date>2024-01-01</dc:date><atom:updated>"
                                   "2025-03-06T00:00:00Z</atom:updated></item>"));

    QCOMPARE(entry.published.toIso(), u"2025-03-04T10:00:00Z"_s);
    QCOMPARE(entry.modified.toIso(), u"2025-03-06T00:00:00Z"_s);
    QVERIFY(!entryOf(rss("<item><pubDate>soon</pubDate></item>")).published.isValid());
}

void TestParse::readsJsonFeed()
{
    const auto feed = parsed(
        R"({"version": "https://jsonfeed.org/version/1.1", "title": "News", "language": "en",
            "home_page_url": "https://gazette.example/", "feed_url": "news.json", "expired": true,
            "icon": "/i.png", "favicon": "/f.png", "authors": [{"name": "Ada", "url": "/ada"}],
            "items": [{"id": 7, "url": "/7", "external_url": "https://x.example/", "title": "A & B",
              "content_text": "a < b", "summary": "S", "image": "/7.png", "tags": ["x", 5, "x"],
              "date_published": "2025-03-04T10:14:55-01:00", "author": {"name": "Bo"},
              "attachments": [{"url": "/7.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5,
                               "duration_in_seconds": 6.5}, "nonsense"]},
             null, "nonsense", {"title": null, "url": 5, "tags": "x", "content_html": "<p>b</p>"}]})"_ba);

    QCOMPARE(feed.self, QUrl(u"https://gazette.example/feeds/news.json"_s));
    QVERIFY(feed.expired);
    QCOMPARE(feed.icon, QUrl(u"https://gazette.example/f.png"_s));
    QCOMPARE(feed.entries.size(), 2);
    const auto &first = feed.entries.first();
    QCOMPARE(first.guid, u"7"_s);
    QCOMPARE(first.url, QUrl(u"https://gazette.example/7"_s));
    QCOMPARE(first.externalUrl, QUrl(u"https://x.example/"_s));
    QCOMPARE(first.title, u"A & B"_s);
    QCOMPARE(first.text, u"a < b"_s);
    QCOMPARE(first.content, u"a &lt; b"_s);
    QCOMPARE(first.lead.src, u"https://gazette.example/7.png"_s);
    QCOMPARE(first.tags, QStringList{u"x"_s});
    QCOMPARE(first.authors, QList<Author>{{.name = u"Bo"_s}});
    QCOMPARE(first.enclosures.size(), 1);
    QCOMPARE(first.enclosures.first().seconds, 6);
    QCOMPARE(feed.entries.last().content, u"<p>b</p>"_s);
}

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
