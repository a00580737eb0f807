#include "feeds/opml.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

// Lists of feeds in other forms than OPML, and telling them apart.
class TestSubscriptionLists : public QObject
{
    Q_OBJECT

private slots:
    void readsBookmarks();
    void readsLines();
    void tellsListsApart_data();
    void tellsListsApart();
};

void TestSubscriptionLists::readsBookmarks()
{
    const auto found = feeds::readSubscriptions(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META CONTENT=\"text/html; charset=UTF-8\">\n"
        "<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks Menu</H1>\n<DL><p>\n"
        "<DT><H3 FOLDED>Sea</H3>\n<DL><p>\n"
        "<DT><A HREF=\"https://a.example/\" FEED=\"true\" FEEDURL=\"https://a.example/feed\">Tides "
        "&amp; Winds</A>\n<DT><A HREF=\"https://page.example/\">A page</A>\n"
        "<DT><H3>Ships</H3><DL><p><DT><A FEEDURL=\"https://a.example/2\">Ships</A></DL><p>\n"
        "</DL><p>\n<DT><A feedurl=\"https://a.example/3\">Land</A>\n</DL>"_ba);

    QVERIFY(found);
    const QList<NewFeed> expected{{.url = QUrl(u"https://a.example/feed"_s),
                                   .title = u"Tides & Winds"_s,
                                   .site = QUrl(u"https://a.example/"_s),
                                   .folder = {u"Sea"_s}},
                                  {.url = QUrl(u"https://a.example/2"_s),
                                   .title = u"Ships"_s,
                                   .folder = {u"Sea"_s, u"Ships"_s}},
                                  {.url = QUrl(u"https://a.example/3"_s), .title = u"Land"_s}};
    QCOMPARE(found->feeds, expected);
    QCOMPARE(found->leftOut, 1);
}

void TestSubscriptionLists::readsLines()
{
    const auto found = feeds::readSubscriptions("# My feeds\r\n\r\nhttps://a.example/1\r\n"
                                                "a.example/2 sea ships \"~Tides & winds\"\r\n"
                                                "feed:https://a.example/1\n"
                                                "\"exec:~/bin/feed\" sea\n"_ba);

    QVERIFY(found);
    const QList<NewFeed> expected{
        {.url = QUrl(u"https://a.example/1"_s)},
        {.url = QUrl(u"https://a.example/2"_s), .title = u"Tides & winds"_s, .folder = {u"sea"_s}}};
    QCOMPARE(found->feeds, expected);
    QCOMPARE(found->duplicates, 1);
    QCOMPARE(found->leftOut, 1);
}

void TestSubscriptionLists::tellsListsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<Error::Kind>>("error");

    using Kind = std::optional<Error::Kind>;
    QTest::newRow("OPML")
        << "<opml version=\"2.0\"><body><outline xmlUrl='https://a.example/'/></body></opml>"_ba
        << Kind();
    QTest::newRow("addresses") << "https://a.example/"_ba << Kind();
    QTest::newRow("nothing") << "\n"_ba << Kind(Error::Kind::Empty);
    QTest::newRow("only a comment") << "# nothing"_ba << Kind(Error::Kind::Empty);
    QTest::newRow("words") << "A text\nof words\nand https://a.example/"_ba
                           << Kind(Error::Kind::Malformed);
    QTest::newRow("a page") << "<html><body>https://a.example/"_ba << Kind(Error::Kind::Malformed);
    QTest::newRow("a feed") << "<?xml version='1.0'?><rss><channel/></rss>"_ba
                            << Kind(Error::Kind::Malformed);
    QTest::newRow("noise") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\xff", 12)
                           << Kind(Error::Kind::Malformed);
    QTest::newRow("bookmarks without feeds")
        << "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://a.example/'>x</A></DL>"_ba
        << Kind(Error::Kind::Empty);
}

void TestSubscriptionLists::tellsListsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(std::optional<Error::Kind>, error);

    const auto found = feeds::readSubscriptions(bytes);

    QCOMPARE(found ? std::nullopt : std::optional(found.error().kind), error);
}

QTEST_GUILESS_MAIN(TestSubscriptionLists)
#include "tst_subscriptionlists.moc"
