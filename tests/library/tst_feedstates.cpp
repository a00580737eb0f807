#include "feedcase.h"

// Feeds as time goes by: fetched, failing, unsubscribed, and back again.
class TestFeedStates : public FeedCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void tellsWhatIsDue();
    void notesHowFetchingWent();
    void keepsTheIcon();
    void unsubscribedFeedComesBackWithItsStories();
    void unsubscribingKeepsWhatSomebodyWants();
};

void TestFeedStates::tellsWhatIsDue()
{
    const auto ids = subscribe(
        {newFeed(u"later"_s), newFeed(u"first"_s), newFeed(u"paused"_s), newFeed(u"new"_s)});
    QVERIFY(feeds().note(ids[0], {.due = minute(20)}, minute(0)));
    QVERIFY(feeds().note(ids[1], {.due = minute(10)}, minute(0)));
    QVERIFY(feeds().setSettings({ids[2]}, {.paused = true}, start));
    const auto due = [&](int now) {
        QStringList names;
        const auto list = *feeds().due(minute(now));
        for (const auto &feed : list)
            names.append(feed.title);
        return names;
    };

    QCOMPARE(due(0), QStringList{u"new"_s});
    QVERIFY(*feeds().nextDue() < minute(0));
    QVERIFY(feeds().note(ids[3], {.due = minute(30)}, minute(0)));
    QCOMPARE(due(9), QStringList());
    QCOMPARE(*feeds().nextDue(), minute(10));
    QCOMPARE(due(25), (QStringList{u"first"_s, u"later"_s}));
    QVERIFY(feeds().unsubscribe({ids[0], ids[1], ids[3]}, start));
    QVERIFY(!feeds().nextDue()->isValid());
}

void TestFeedStates::notesHowFetchingWent()
{
    const auto id = subscribe({newFeed(u"a"_s)}).first();
    const Freshness fresh{.etag = "\"1\""_ba, .lastModified = "Mon"_ba, .maxAgeSeconds = 60};

    // What nobody sees is not announced.
    QVERIFY(feeds()
                .note(id, {.freshness = fresh, .due = minute(5), .digest = "d"_ba}, minute(1))
                ->isEmpty());
    auto feed = *feeds().feed(id);
    QCOMPARE(feed.freshness, fresh);
    QCOMPARE(feed.tried, minute(1));
    QCOMPARE(feed.fetched, minute(1));
    QCOMPARE(feed.due, minute(5));
    QCOMPARE(feed.digest, "d"_ba);

    const Error error{Error::Kind::ServerTrouble, u"busy"_s, u"https://a.example/"_s, 503};
    QVERIFY(feeds().note(id, {.error = error, .intervalMinutes = 90}, minute(2))->feeds);
    QVERIFY(!feeds().note(id, {.error = error}, minute(3))->feeds);
    feed = *feeds().feed(id);
    QCOMPARE(feed.failure, (FeedFailure{.error = error, .since = minute(2), .times = 2}));
    QCOMPARE(feed.tried, minute(3));
    QCOMPARE(feed.fetched, minute(1));
    QCOMPARE(feed.freshness, fresh);
    QCOMPARE(feed.intervalMinutes, 90);

    QVERIFY(feeds().note(id, {}, minute(4))->feeds);
    feed = *feeds().feed(id);
    QVERIFY(!feed.failure);
    QCOMPARE(feed.freshness, fresh);
    QCOMPARE(feed.digest, "d"_ba);
    QCOMPARE(feed.intervalMinutes, 90);
    QVERIFY(!feed.changed.isValid());
    // None of this is anything to take back.
    QCOMPARE(m_library->undo(start)->action, Undone::Action::Subscribed);
}

void TestFeedStates::keepsTheIcon()
{
    const auto id = subscribe({newFeed(u"a"_s)}).first();
    const auto icon = pictureOf("a small picture"_ba);

    QVERIFY(feeds().setIcon(id, icon)->feeds);

    QVERIFY(feeds().setIcon(id, icon)->isEmpty());
    QCOMPARE(feeds().feed(id)->icon, icon.name);
    QCOMPARE(*m_library->picture(icon.name), icon);
}

void TestFeedStates::unsubscribedFeedComesBackWithItsStories()
{
    const auto id = subscribe({newFeed(u"a"_s)}).first();
    update(id, {entry(u"One"_s, 1), entry(u"Two"_s, 2), entry(u"Three"_s, 3)});
    QVERIFY(m_library->remove({idOf(u"Two"_s)}, start));
    QVERIFY(m_library->setRead({idOf(u"One"_s)}, true, start));

    const auto change = feeds().unsubscribe({id}, start);
    QVERIFY(change && change->feeds && change->everything);
    QCOMPARE(tree(), QStringList());
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
    QCOMPARE(*m_library->counts(), StoryCounts());

    // As somebody else's list of feeds has it.
    const auto again = feeds().subscribe({{.url = QUrl(u"http://a.example/feed.xml"_s)}}, start);
    QCOMPARE(again->feeds, QList{id});
    QCOMPARE(again->added, 1);
    QCOMPARE(told(id), (QStringList{u"Three"_s, u"One"_s}));
    QVERIFY(m_library->headline(idOf(u"One"_s))->read);
    QCOMPARE(feeds().feed(id)->unread, 1);
    QCOMPARE(feeds().feed(id)->stories, 2);
    // What it tells is known.
    QCOMPARE(update(id, {entry(u"One"_s, 1), entry(u"Two"_s, 2)}).fresh, QList<ArticleId>());
}

void TestFeedStates::unsubscribingKeepsWhatSomebodyWants()
{
    const auto ids = subscribe({newFeed(u"a"_s), newFeed(u"b"_s)});
    update(ids[0],
           {entry(u"Marked"_s, 1), entry(u"Opened"_s, 2), entry(u"Shared"_s, 3),
            entry(u"Filed"_s, 4), entry(u"Left"_s, 5)});
    update(ids[1], {entry(u"Shared"_s, 3)});
    QVERIFY(m_library->setBookmarked({idOf(u"Marked"_s)}, true, start));
    QVERIFY(m_library->setOpened(idOf(u"Opened"_s), start));
    auto filed = story(u"Filed"_s);
    filed.provenance = {.file = u"/filed.html"_s, .fileHash = "hash"_ba};
    QCOMPARE(add(filed), idOf(u"Filed"_s));

    QVERIFY(feeds().unsubscribe({ids[0]}, start));

    QCOMPARE(listed(StoryQuery::Scope::All),
             (QStringList{u"Filed"_s, u"Shared"_s, u"Opened"_s, u"Marked"_s}));
    QCOMPARE(*feeds().feedsOf(idOf(u"Shared"_s)), QList{ids[1]});
    // The other one told it alone then.
    QVERIFY(feeds().unsubscribe({ids[1]}, start));
    QCOMPARE(listed(StoryQuery::Scope::All), (QStringList{u"Filed"_s, u"Opened"_s, u"Marked"_s}));
    QVERIFY(m_library->undo(start));
    QVERIFY(m_library->undo(start));
    QCOMPARE(told(ids[0]).size(), 5);
    QCOMPARE(tree(), (QStringList{u"a (4)"_s, u"b (1)"_s}));
}

QTEST_GUILESS_MAIN(TestFeedStates)
#include "tst_feedstates.moc"
