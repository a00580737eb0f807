#include "search/places.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// Searches as places.
class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void listsASearch_data();
    void listsASearch();
    void countsASearch_data();
    void countsASearch();
    void searchesForAPlace_data();
    void searchesForAPlace();
};

void TestPlaces::listsASearch_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<StoryQuery>("place");

    const auto filtered = [](const QString &filter) { return StoryQuery{.filter = filter}; };
    QTest::newRow("nothing") << QString() << StoryQuery{};
    QTest::newRow("blank") << u"  "_s << StoryQuery{};
    QTest::newRow("unread") << u"is:unread"_s << StoryQuery{.scope = Scope::Unread};
    QTest::newRow("spaces and capitals") << u" IS:Unread "_s << StoryQuery{.scope = Scope::Unread};
    QTest::newRow("bookmarked") << u"is:bookmarked"_s << StoryQuery{.scope = Scope::Bookmarks};
    QTest::newRow("the same by another name")
        << u"is:starred"_s << StoryQuery{.scope = Scope::Bookmarks};
    QTest::newRow("in brackets") << u"(is:unread)"_s << StoryQuery{.scope = Scope::Unread};
    QTest::newRow("started") << u"is:started"_s << StoryQuery{.scope = Scope::Started};
    QTest::newRow("opened") << u"is:opened"_s << StoryQuery{.scope = Scope::RecentlyOpened};
    QTest::newRow("read") << u"is:read"_s << filtered(u"is:read"_s);
    QTest::newRow("the contrary") << u"-is:unread"_s << filtered(u"-is:unread"_s);
    QTest::newRow("two") << u"is:unread is:bookmarked"_s << filtered(u"is:unread is:bookmarked"_s);
    QTest::newRow("either") << u"is:unread OR tide"_s << filtered(u"is:unread OR tide"_s);
    QTest::newRow("words") << u" tide   table "_s << filtered(u"tide table"_s);
    QTest::newRow("the words alone") << u"\"is:unread\""_s << filtered(u"\"is:unread\""_s);
    QTest::newRow("with what is wrong") << u"is:unread is:odd"_s << filtered(u"is:unread is:odd"_s);
    QTest::newRow("today") << u"after:today"_s << filtered(u"after:today"_s);
}

void TestPlaces::listsASearch()
{
    QFETCH(QString, search);

    QTEST(search::placeOf(search), "place");
}

void TestPlaces::countsASearch_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<std::optional<StoryQuery>>("counted");

    const auto row
        = [](const char *name, const QString &search, const std::optional<StoryQuery> &counted) {
              QTest::newRow(name) << search << counted;
          };
    row("unread", u"is:unread"_s, StoryQuery{.scope = Scope::Unread});
    row("bookmarked", u"is:bookmarked"_s, StoryQuery{.scope = Scope::Bookmarks});
    row("started", u"is:started"_s, StoryQuery{.scope = Scope::Started});
    row("opened", u"is:opened"_s, std::nullopt);
    row("words", u"tide"_s, StoryQuery{.filter = u"tide"_s, .words = u"is:unread"_s});
    row("unread already", u"tide is:unread"_s, StoryQuery{.filter = u"tide is:unread"_s});
    row("kept", u"is:bookmarked from:Times"_s, StoryQuery{.filter = u"is:bookmarked from:Times"_s});
    row("read", u"is:read tide"_s, StoryQuery{.filter = u"is:read tide"_s});
    row("not kept", u"-is:bookmarked tide"_s,
        StoryQuery{.filter = u"-is:bookmarked tide"_s, .words = u"is:unread"_s});
    row("either kept", u"is:bookmarked OR tide"_s,
        StoryQuery{.filter = u"is:bookmarked OR tide"_s, .words = u"is:unread"_s});
}

void TestPlaces::countsASearch()
{
    QFETCH(QString, search);

    QTEST(search::countedIn(search), "counted");
}

void TestPlaces::searchesForAPlace_data()
{
    QTest::addColumn<StoryQuery>("place");
    QTest::addColumn<QString>("feed");
    QTest::addColumn<QString>("search");

    QTest::newRow("everything") << StoryQuery{} << QString() << QString();
    QTest::newRow("words") << StoryQuery{.words = u"tide OR ferry"_s} << QString()
                           << u"tide OR ferry"_s;
    QTest::newRow("among bookmarks") << StoryQuery{.scope = Scope::Bookmarks, .words = u"tide"_s}
                                     << QString() << u"is:bookmarked tide"_s;
    QTest::newRow("either among the unread")
        << StoryQuery{.scope = Scope::Unread, .words = u"tide OR ferry"_s} << QString()
        << u"is:unread (tide OR ferry)"_s;
    QTest::newRow("in a smart folder")
        << StoryQuery{.filter = u"tide OR ferry"_s, .words = u"by:Quill"_s} << QString()
        << u"(tide OR ferry) by:Quill"_s;
    QTest::newRow("in a feed") << StoryQuery{.scope = Scope::Feed, .words = u"tide"_s}
                               << u"The \"Bay\" Times"_s << u"from:\"The Bay Times\" tide"_s;
    QTest::newRow("in a folder") << StoryQuery{.scope = Scope::Folder, .words = u"tide"_s}
                                 << QString() << u"tide"_s;
}

void TestPlaces::searchesForAPlace()
{
    QFETCH(StoryQuery, place);
    QFETCH(QString, feed);

    QTEST(search::searchOf(place, feed), "search");
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
