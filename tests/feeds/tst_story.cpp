#include "feeds/excerpt.h"
#include "feeds/feedtext.h"
#include "feeds/story.h"

using namespace Qt::StringLiterals;
using feedtext::parsed;
using feedtext::rss;

// Entries made ready for a library.
class TestStory : public QObject
{
    Q_OBJECT

private slots:
    void tellsAStory();
    void findsTheLeadingPicture_data();
    void findsTheLeadingPicture();
    void knowsSummaries_data();
    void knowsSummaries();
    void knowsExcerpts_data();
    void knowsExcerpts();
    void sharesTheFeedsAuthors_data();
    void sharesTheFeedsAuthors();
};

namespace {

feeds::Story storyOf(const QByteArray &inner, const QByteArray &head = {})
{
    const auto feed = parsed(rss("<item>" + inner + "</item>", head));
    return feed.entries.size() == 1 ? feeds::story(feed, feed.entries.first()) : feeds::Story();
}

const QByteArray paragraph
    = "&lt;p&gt;" + QByteArray("The lights stay dark. ").repeated(40) + "&lt;/p&gt;";

} // namespace

void TestStory::tellsAStory()
{
    const auto story = storyOf(
        "<title>One</title><link>/1</link><guid isPermaLink=\"false\">n-1</guid>"
        "<description>About terns.</description><content:encoded><![CDATA[<p>a</p><ul><li>b &amp; "
        "c</ul><a href=\"d\">d</a>]]></content:encoded><dc:creator>Ada</dc:creator>"
        "<category>Birds</category>",
        "<title>The Gazette</title><language>en</language>");

    QCOMPARE(story.guid, u"n-1"_s);
    QCOMPARE(story.html,
             u"<p>a</p><ul><li>b &amp; c</ul><a "
             "href=\"https://gazette.example/feeds/d\">d</a>"_s);
    QCOMPARE(story.article,
             (Article{.url = QUrl(u"https://gazette.example/1"_s),
                      .title = u"One"_s,
                      .standfirst = u"About terns."_s,
                      .authors = {{.name = u"Ada"_s}},
                      .language = u"en"_s,
                      .site = u"The Gazette"_s,
                      .tags = {u"Birds"_s},
                      .text = u"a\n\nb & c\n\nd"_s,
                      .provenance = {.format = u"rss"_s}}));
    QVERIFY(!story.isSummary);
}

void TestStory::findsTheLeadingPicture_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("src");

    QTest::newRow("leads") << "<p><a href=x><img alt=\"a\" src=\"/p.png\"></a> words"_ba
                           << u"https://gazette.example/p.png"_s;
    QTest::newRow("after words") << "<p>words<img src=\"/p.png\">"_ba << QString();
    QTest::newRow("after a counter")
        << "<img src=\"/c.gif\" width=1 height=1><img src=\"/p.png\">"_ba
        << u"https://gazette.example/p.png"_s;
    QTest::newRow("none") << "<p>words"_ba << QString();
    QTest::newRow("not of the web")
        << "<img src=\"data:image/png;base64,x\"> words"_ba << QString();
}

void TestStory::findsTheLeadingPicture()
{
    QFETCH(QByteArray, html);

    const auto story
        = storyOf("<title>One</title><content:encoded><![CDATA[" + html + "]]></content:encoded>");

    QTEST(story.article.lead.src, "src");
}

void TestStory::knowsSummaries_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<bool>("isSummary");

    const auto content = "<content:encoded>" + paragraph + "</content:encoded>";
    QTest::newRow("nothing") << "<title>One</title>"_ba << true;
    QTest::newRow("short description")
        << "<title>One</title><description>In short.</description>"_ba << true;
    QTest::newRow("long description")
        << "<title>One</title><description>" + paragraph + "</description>" << false;
    QTest::newRow("content") << "<title>One</title><description>In short.</description>" + content
                             << false;
    QTest::newRow("content is the description again")
        << "<title>One</title><description>In short.</description><content:encoded>In short."
           "</content:encoded>"_ba
        << true;
    QTest::newRow("content breaks off")
        << "<title>One</title><content:encoded>&lt;p&gt;The lights [&amp;hellip;]&lt;/p&gt;"
           "</content:encoded>"_ba
        << true;
    QTest::newRow("note without a headline")
        << "<description>The lights are out again.</description>"_ba << false;
    QTest::newRow("episode") << "<title>One</title><description>In short.</description>"
                                "<enclosure url=\"/1.mp3\" type=\"audio/mpeg\"/>"_ba
                             << false;
}

void TestStory::knowsSummaries()
{
    QFETCH(QByteArray, inner);

    QTEST(storyOf(inner).isSummary, "isSummary");
}

void TestStory::knowsExcerpts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isExcerpt");

    const auto longText = u"The lights stay dark. "_s.repeated(100);
    QTest::newRow("dots in brackets") << u"The lights [\u2026]"_s << true;
    QTest::newRow("dots") << u"The lights..."_s << true;
    QTest::newRow("link") << u"The lights.\n\nRead more \u00bb"_s << true;
    QTest::newRow("link with the headline")
        << u"The lights.\n\nContinue reading Lights go dark \u2192"_s << true;
    QTest::newRow("signed")
        << u"The lights [\u2026]\n\nThe post Lights appeared first on Gazette."_s << true;
    QTest::newRow("German") << u"Die Lichter.\n\nWeiterlesen"_s << true;
    QTest::newRow("whole") << u"The lights stay dark."_s << false;
    QTest::newRow("whole and signed")
        << u"The lights stay dark.\n\nThe post Lights appeared first on Gazette."_s << false;
    QTest::newRow("long, for effect") << longText + u"And then\u2026"_s << false;
    QTest::newRow("long, cut") << longText + u"And [\u2026]"_s << true;
    QTest::newRow("a sentence about it")
        << u"Read more books, she said, and then read them again. "_s.repeated(6) << false;
}

void TestStory::knowsExcerpts()
{
    QFETCH(QString, text);

    QTEST(feeds::endsAsExcerpt(text), "isExcerpt");
}

void TestStory::sharesTheFeedsAuthors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("byline");

    QTest::newRow("Atom") << feedtext::atom("<author><name>Ada</name></author><entry><title>One"
                                            "</title></entry>")
                          << u"Ada"_s;
    QTest::newRow("an editor") << rss("<item><title>One</title></item>",
                                      "<managingEditor>Ada</managingEditor>")
                               << QString();
    QTest::newRow("podcast") << rss("<item><title>One</title><enclosure url=\"/1.mp3\"/></item>",
                                    "<itunes:author>Ada</itunes:author>")
                             << u"Ada"_s;
}

void TestStory::sharesTheFeedsAuthors()
{
    QFETCH(QByteArray, bytes);
    const auto feed = parsed(bytes);

    const auto story = feeds::story(feed, feed.entries.first());

    QTEST(byline(story.article.authors), "byline");
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
