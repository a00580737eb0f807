#include "candidates.h"
#include "feeds/limits.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Where sites keep their feeds, by the form of an address alone.
class TestKnownPlaces : public QObject
{
    Q_OBJECT

private slots:
    void knowsPlaces_data();
    void knowsPlaces();
    void guessesPlaces_data();
    void guessesPlaces();
};

void TestKnownPlaces::knowsPlaces_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("places");

    const auto row = [](const QString &url, const QStringList &places) {
        QTest::newRow(qPrintable(url)) << url << places;
    };
    const auto videos = u"https://www.youtube.com/feeds/videos.xml?"_s;
    row(u"https://www.youtube.com/channel/UCabc_-12"_s, {videos + u"channel_id=UCabc_-12"_s});
    row(u"http://m.youtube.com/channel/UCabc/videos?view=0"_s, {videos + u"channel_id=UCabc"_s});
    row(u"https://youtube.com/playlist?list=PLxy_1"_s, {videos + u"playlist_id=PLxy_1"_s});
    row(u"https://www.youtube.com/watch?v=a1&list=PLxy"_s, {videos + u"playlist_id=PLxy"_s});
    row(u"https://www.youtube.com/user/ada"_s, {videos + u"user=ada"_s});
    row(u"https://www.youtube.com/@ada"_s, {});
    row(u"https://www.youtube.com/c/ada"_s, {});
    row(u"https://vimeo.com/ada"_s, {u"https://vimeo.com/ada/videos/rss"_s});
    row(u"https://vimeo.com/channels/sea"_s, {u"https://vimeo.com/channels/sea/videos/rss"_s});
    row(u"https://old.reddit.com/r/tides"_s, {u"https://www.reddit.com/r/tides/.rss"_s});
    row(u"https://www.reddit.com/r/tides/top/?t=week"_s,
        {u"https://www.reddit.com/r/tides/top/.rss"_s});
    row(u"https://www.reddit.com/user/ada/"_s, {u"https://www.reddit.com/user/ada/.rss"_s});
    row(u"https://www.reddit.com/r/tides/comments/1ab/a_title/"_s,
        {u"https://www.reddit.com/r/tides/comments/1ab/.rss"_s});
    row(u"https://github.com/ada/tides"_s,
        {u"https://github.com/ada/tides/releases.atom"_s,
         u"https://github.com/ada/tides/commits.atom"_s,
         u"https://github.com/ada/tides/tags.atom"_s});
    row(u"https://github.com/ada/tides/commits/main/"_s,
        {u"https://github.com/ada/tides/commits/main.atom"_s});
    row(u"https://github.com/ada"_s, {u"https://github.com/ada.atom"_s});
    row(u"https://gitlab.com/sea/land/tides"_s,
        {u"https://gitlab.com/sea/land/tides/-/tags?format=atom"_s,
         u"https://gitlab.com/sea/land/tides.atom"_s});
    row(u"https://codeberg.org/ada/tides"_s,
        {u"https://codeberg.org/ada/tides/releases.rss"_s,
         u"https://codeberg.org/ada/tides.rss"_s});
    row(u"https://medium.com/@ada"_s, {u"https://medium.com/feed/@ada"_s});
    row(u"https://medium.com/sea-notes/a-title-12ab"_s, {u"https://medium.com/feed/sea-notes"_s});
    row(u"https://ada.medium.com/"_s, {u"https://ada.medium.com/feed"_s});
    row(u"https://ada.substack.com/p/tides"_s, {u"https://ada.substack.com/feed"_s});
    row(u"https://ada.tumblr.com/post/12/tides"_s, {u"https://ada.tumblr.com/rss"_s});
    row(u"https://ada.tumblr.com/tagged/sea"_s, {u"https://ada.tumblr.com/tagged/sea/rss"_s});
    row(u"https://www.tumblr.com/ada"_s, {u"https://ada.tumblr.com/rss"_s});
    row(u"https://ada.wordpress.com/2024/05/06/tides/"_s, {u"https://ada.wordpress.com/feed/"_s});
    row(u"https://ada.blogspot.co.uk/"_s, {u"https://ada.blogspot.co.uk/feeds/posts/default"_s});
    row(u"https://ada.ghost.io/tides/"_s, {u"https://ada.ghost.io/rss/"_s});
    row(u"https://bsky.app/profile/ada.example"_s, {u"https://bsky.app/profile/ada.example/rss"_s});
    row(u"https://podcasts.apple.com/us/podcast/tides/id123456?l=en"_s,
        {u"https://itunes.apple.com/lookup?id=123456&entity=podcast"_s});
    row(u"https://arxiv.org/list/cs.AI/recent"_s, {u"https://rss.arxiv.org/atom/cs.AI"_s});
    row(u"https://stackoverflow.com/questions/tagged/c%2b%2b?tab=Newest"_s,
        {u"https://stackoverflow.com/feeds/tag?tagnames=c%2B%2B&sort=newest"_s});
    row(u"https://boats.stackexchange.com/questions/12/tides"_s,
        {u"https://boats.stackexchange.com/feeds/question/12"_s});
    row(u"https://social.example/@ada"_s,
        {u"https://social.example/@ada.rss"_s, u"https://social.example/@ada/feed.rss"_s});
    row(u"http://127.0.0.1:8080/@ada/with_replies"_s,
        {u"http://127.0.0.1:8080/@ada.rss"_s, u"http://127.0.0.1:8080/@ada/feed.rss"_s});
    row(u"https://links.example/c/tides@far.example"_s,
        {u"https://links.example/feeds/c/tides@far.example.xml?sort=New"_s,
         u"https://links.example/feeds/videos.xml?videoChannelName=tides@far.example"_s});
    row(u"https://forum.example/t/high-water/12/3"_s,
        {u"https://forum.example/t/high-water/12.rss"_s});
    row(u"https://coast.example/"_s, {});
    row(u"https://coast.example/2024/tides"_s, {});
    row(u"https://notvimeo.com/ada"_s, {});
    row(u"file:///@ada"_s, {});
}

void TestKnownPlaces::knowsPlaces()
{
    QFETCH(QString, url);

    const auto places = feeds::knownPlaces(QUrl(url));

    QTEST(addresses(places), "places");
    for (const auto &place : places)
        QVERIFY(!place.named && place.url.isValid());
}

void TestKnownPlaces::guessesPlaces_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("first");

    const auto root = u"https://coast.example/"_s;
    QTest::newRow("root") << root
                          << QStringList{root + u"feed/"_s, root + u"rss.xml"_s,
                                         root + u"atom.xml"_s};
    QTest::newRow("a page") << root + u"page.html"_s << QStringList{root + u"feed/"_s};
    QTest::newRow("a folder") << root + u"blog"_s
                              << QStringList{root + u"blog/feed/"_s, root + u"blog/rss.xml"_s};
    QTest::newRow("in a folder") << root + u"blog/2024/05/tides"_s
                                 << QStringList{root + u"blog/feed/"_s};
    QTest::newRow("dates") << root + u"2024/05/06/tides/"_s << QStringList{root + u"feed/"_s};
    QTest::newRow("a query") << root + u"?p=12#x"_s << QStringList{root + u"feed/"_s};
    QTest::newRow("nearest first")
        << root + u"~ada/log/tides.html"_s << QStringList{root + u"~ada/log/feed/"_s};
}

void TestKnownPlaces::guessesPlaces()
{
    QFETCH(QString, url);
    QFETCH(QStringList, first);

    const auto places = addresses(feeds::commonPlaces(QUrl(url)));

    QCOMPARE(places.first(first.size()), first);
    QVERIFY(places.size() <= feeds::limits::guesses);
    QVERIFY(places.contains(u"https://coast.example/feed/"_s));
    QVERIFY(places.contains(u"https://coast.example/rss.xml"_s));
    QCOMPARE(QSet<QString>(places.begin(), places.end()).size(), places.size());
    QVERIFY(feeds::commonPlaces(QUrl(u"file:///home/ada/page.html"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestKnownPlaces)
#include "tst_knownplaces.moc"
