#include "feeds/feedtext.h"

using namespace Qt::StringLiterals;
using feedtext::entryOf;
using feedtext::rss;

// Pictures, episodes and files of entries.
class TestFeedMedia : public QObject
{
    Q_OBJECT

private slots:
    void readsEpisodes();
    void readsPicturesWithTheirWords();
    void takesOneOfSeveralRenditions();
    void leavesCountersOut();
};

void TestFeedMedia::readsEpisodes()
{
    const auto entry = entryOf(
        rss("<item><title>One</title><enclosure url=\"https://a.example/1.mp3\" length=\"123\" "
            "type=\"audio/mpeg\"/><enclosure url=\"https://a.example/1.pdf\"/>"
            "<itunes:duration>1:02:03</itunes:duration><itunes:image href=\"/c.jpg\"/>"
            "<itunes:explicit>no</itunes:explicit><podcast:chapters url=\"/c.json\" "
            "type=\"application/json+chapters\"/></item>"));

    QCOMPARE(entry.enclosures,
             (QList<Enclosure>{
                 {.url = QUrl(u"https://a.example/1.mp3"_s),
                  .mimeType = u"audio/mpeg"_s,
                  .bytes = 123,
                  .seconds = 3723,
                  .chapters = QUrl(u"https://gazette.example/c.json"_s)},
                 {.url = QUrl(u"https://a.example/1.pdf"_s), .mimeType = u"application/pdf"_s}}));
    QCOMPARE(entry.lead.src, u"https://gazette.example/c.jpg"_s);
}

void TestFeedMedia::readsPicturesWithTheirWords()
{
    const auto entry = entryOf(
        rss("<item><title>One</title><description>Words.</description>"
            "<media:thumbnail url=\"/small.jpg\"/><media:content url=\"/large.jpg\" "
            "medium=\"image\"><media:description>Terns at &amp;amp; over the quay"
            "</media:description><media:credit>Bo Finch</media:credit></media:content></item>"));

    QCOMPARE(entry.lead,
             (Figure{.src = u"https://gazette.example/large.jpg"_s,
                     .caption = u"Terns at & over the quay"_s,
                     .credit = u"Bo Finch"_s}));
    QCOMPARE(entry.summary, u"Words."_s);
    QVERIFY(entry.enclosures.isEmpty());
}

void TestFeedMedia::takesOneOfSeveralRenditions()
{
    const auto entry
        = entryOf(rss("<item><media:group><media:content url=\"/low.mp4\" type=\"video/mp4\"/>"
                      "<media:content url=\"/high.mp4\" type=\"video/mp4\" isDefault=\"true\" "
                      "duration=\"61\"/><media:thumbnail url=\"/t.jpg\"/></media:group></item>"));

    QCOMPARE(entry.enclosures.size(), 1);
    QCOMPARE(entry.enclosures.first().url, QUrl(u"https://gazette.example/high.mp4"_s));
    QCOMPARE(entry.enclosures.first().seconds, 61);
    QCOMPARE(entry.lead.src, u"https://gazette.example/t.jpg"_s);
}

void TestFeedMedia::leavesCountersOut()
{
    const auto entry = entryOf(
        rss("<item><title>One</title><media:thumbnail url=\"/p.gif\" width=\"1\" height=\"1\"/>"
            "<media:content url=\"/q.gif\" type=\"image/gif\" width=\"1\"/></item>"));

    QVERIFY(entry.lead.isEmpty());
    QVERIFY(entry.enclosures.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeedMedia)
#include "tst_feedmedia.moc"
