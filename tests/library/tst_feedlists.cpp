#include "twofeeds.h"

// Where the stories of feeds are listed, and how many of them nobody read.
class TestFeedLists : public TwoFeedsCase
{
    Q_OBJECT

private slots:
    void init() { beginFeeds(); }
    void cleanup() { end(); }

    void listsByPublication();
    void pagesAFolder_data();
    void pagesAFolder();
    void countsUnread();
    void marksAllRead_data();
    void marksAllRead();
    void announcesAHugeUpdateAsOne();
};

void TestFeedLists::listsByPublication()
{
    auto undated = entry(u"Undated"_s, 0);
    undated.article.published = {};
    auto dayOnly = entry(u"Day before"_s, 0);
    dayOnly.article.published = Timestamp::fromIso(u"2024-05-05"_s);
    update(m_a,
           {entry(u"Old"_s, 10), undated, entry(u"New"_s, 20), entry(u"Tomorrow"_s, 9999), dayOnly,
            entry(u"Also new"_s, 20)},
           100);
    add(story(u"File"_s)); // In minute 0.

    // Of equal ones the feed's first is the newest.
    const QStringList expected{u"Undated"_s, u"Tomorrow"_s, u"New"_s,       u"Also new"_s,
                               u"Old"_s,     u"File"_s,     u"Day before"_s};
    QCOMPARE(listed(StoryQuery::Scope::All), expected);
    QCOMPARE(listed(StoryQuery::Scope::Unread), expected);
    auto ofFeed = expected;
    ofFeed.removeOne(u"File"_s);
    QCOMPARE(told(m_a), ofFeed);
    QCOMPARE(m_library->headline(idOf(u"Tomorrow"_s))->listed, minute(100));
}

void TestFeedLists::pagesAFolder_data()
{
    QTest::addColumn<bool>("everywhere");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("count");

    QTest::newRow("folder") << false << u""_s << 65;
    QTest::newRow("all feeds") << true << u""_s << 95;
    QTest::newRow("words") << false << u"story"_s << 65;
    QTest::newRow("unwanted words") << false << u"-nothing"_s << 65;
    QTest::newRow("all feeds, words") << true << u"story"_s << 95;
}

void TestFeedLists::pagesAFolder()
{
    QFETCH(bool, everywhere);
    QFETCH(QString, words);
    QFETCH(int, count);
    QList<NewFeed> wanted;
    for (int i = 0; i < 7; ++i)
        wanted.append(
            newFeed(u"f%1"_s.arg(i), i % 2 ? QStringList{u"F"_s} : QStringList{u"F"_s, u"G"_s}));
    const auto inside = subscribe(wanted);
    for (int feed = 0; feed < 7; ++feed) {
        QList<FeedStory> stories;
        for (int i = 0; i < 10; ++i)
            stories.append(entry(u"Story %1 of %2"_s.arg(i).arg(feed), (i * 7 + feed) % 20));
        // All of them tell this one.
        stories.append(entry(u"Shared story"_s, 5));
        update(inside[feed], stories);
    }
    QList<FeedStory> outside;
    for (int i = 0; i < 30; ++i)
        outside.append(entry(u"Outside story %1"_s.arg(i), i));
    update(m_a, outside);
    add(story(u"A story of no feed"_s));
    for (int i = 0; i < 6; ++i)
        QVERIFY(m_library->remove({idOf(u"Story %1 of 3"_s.arg(i))}, start));
    const StoryQuery query{.scope = StoryQuery::Scope::FeedFolder,
                           .feedFolder = everywhere ? FeedFolderId::None : folder(u"F"_s),
                           .words = words};

    const auto whole = *m_library->headlines(query, 1000);
    QList<Headline> paged;
    for (bool more = true; more;) {
        const auto page = *m_library->headlines(
            query, 7, paged.isEmpty() ? std::nullopt : std::optional(paged.last()));
        paged += page;
        more = page.size() == 7;
    }

    QCOMPARE(whole.size(), count);
    QCOMPARE(titles(paged), titles(whole));
    const auto inOrder
        = [&](const Headline &left, const Headline &right) { return left.listed > right.listed; };
    QVERIFY(std::is_sorted(whole.cbegin(), whole.cend(), inOrder));
}

void TestFeedLists::countsUnread()
{
    QVERIFY(feeds().addFolder(u"F"_s, FeedFolderId::None, start));
    QVERIFY(feeds().addFolder(u"G"_s, folder(u"F"_s), start));
    QVERIFY(feeds().move({{.feed = m_a}}, folder(u"F"_s), 0, start));
    QVERIFY(feeds().move({{.feed = m_b}}, folder(u"G"_s), 0, start));
    update(m_a, {entry(u"One"_s, 1), entry(u"Two"_s, 2), entry(u"Both"_s, 3)});
    update(m_b, {entry(u"Both"_s, 3)});
    const auto counted = [&] { return tree().join(u','); };
    QCOMPARE(counted(), u"F/ (4), a (3), G/ (1),  b (1)"_s);

    QVERIFY(m_library->setOpened(idOf(u"Both"_s), start)->feeds);
    QCOMPARE(counted(), u"F/ (2), a (2), G/,  b"_s);
    QVERIFY(m_library->setRead({idOf(u"Both"_s)}, false, start)->feeds);
    QVERIFY(m_library->remove({idOf(u"Both"_s), idOf(u"One"_s)}, start)->feeds);
    QCOMPARE(counted(), u"F/ (1), a (1), G/,  b"_s);
    QVERIFY(m_library->undo(start)->change.feeds);
    QVERIFY(m_library->undo(start)->change.feeds);
    QCOMPARE(counted(), u"F/ (2), a (2), G/,  b"_s);
    QCOMPARE(feeds().feed(m_b)->stories, 1);
    reopen();
    QCOMPARE(counted(), u"F/ (2), a (2), G/,  b"_s);
}

void TestFeedLists::marksAllRead_data()
{
    QTest::addColumn<StoryQuery::Scope>("scope");
    QTest::addColumn<int>("left");

    using Scope = StoryQuery::Scope;
    QTest::newRow("all") << Scope::All << 0;
    QTest::newRow("unread") << Scope::Unread << 0;
    QTest::newRow("bookmarks") << Scope::Bookmarks << 5;
    QTest::newRow("opened") << Scope::RecentlyOpened << 5;
    QTest::newRow("folder") << Scope::Folder << 5;
    QTest::newRow("feed") << Scope::Feed << 4;
    QTest::newRow("feeds in a folder") << Scope::FeedFolder << 3;
}

void TestFeedLists::marksAllRead()
{
    QFETCH(StoryQuery::Scope, scope);
    update(m_a, {entry(u"One"_s, 1), entry(u"Both"_s, 2)});
    update(m_b, {entry(u"Both"_s, 2), entry(u"Three"_s, 3)});
    QVERIFY(m_library->add(story(u"Filed"_s), Library::Occasion::Found, start, u"/f"_s));
    add(story(u"Marked"_s));
    add(story(u"Opened"_s));
    QVERIFY(m_library->setBookmarked({idOf(u"Marked"_s)}, true, start));
    QVERIFY(m_library->setOpened(idOf(u"Opened"_s), start));
    QVERIFY(m_library->setRead({idOf(u"Opened"_s)}, false, start));
    const auto before = tree();
    QCOMPARE(m_library->counts()->unread, 6);

    const auto change = m_library->setAllRead(
        {.scope = scope, .folder = u"/f"_s, .feed = m_a, .words = u"nothing"_s}, start);

    QVERIFY(change && change->everything);
    QTEST(m_library->counts()->unread, "left");
    const auto after = tree();
    reopen();
    const auto undone = m_library->undo(start);
    QCOMPARE(undone->action, Undone::Action::Read);
    QCOMPARE(m_library->counts()->unread, 6);
    QCOMPARE(tree(), before);
    QVERIFY(m_library->redo(start));
    QCOMPARE(tree(), after);
    QVERIFY(
        m_library->setAllRead({.scope = scope, .folder = u"/f"_s, .feed = m_a}, start)->isEmpty());
}

void TestFeedLists::announcesAHugeUpdateAsOne()
{
    QList<FeedStory> stories;
    for (int i = 0; i < 501; ++i)
        stories.append(entry(QString::number(i), i));

    const auto stored = update(m_a, stories);

    QCOMPARE(stored.fresh.size(), 501);
    QCOMPARE(stored.change, (LibraryChange{.feeds = true, .everything = true}));
}

QTEST_GUILESS_MAIN(TestFeedLists)
#include "tst_feedlists.moc"
