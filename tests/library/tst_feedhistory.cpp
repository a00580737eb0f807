#include "feedcase.h"
#include "library/history.h"

using Outcome = Restored::Outcome;

// Changes to subscriptions, brought back out of their order.
class TestFeedHistory : public FeedCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void subscribesAgain();
    void refusesAnAddressThatIsTaken();
    void bringsAFeedBackWhoseFolderIsGone();
    void takesAwayAFolderThatIsUsed();
    void refusesAFolderInItself();
    void givesNamesAndSettingsBack();
    void subscriptionsCanBeImported();

private:
    [[nodiscard]] qint64 newest() const
    {
        return m_library->history().page({}, 1)->entries.first().id;
    }
    [[nodiscard]] Outcome restore(qint64 entry) const
    {
        return m_library->history().restore(entry, minute(500))->outcome;
    }
};

void TestFeedHistory::subscribesAgain()
{
    const auto feed = subscribe({newFeed(u"a"_s), newFeed(u"b"_s)}).first();
    update(feed, {entry(u"A"_s, 1)});
    QVERIFY(feeds().unsubscribe({feed}, minute(1)));
    const auto entry = newest();
    QVERIFY(feeds().addFolder(u"later"_s, FeedFolderId::None, minute(2)));
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());

    QCOMPARE(restore(entry), Outcome::Done);

    QCOMPARE(tree(), (QStringList{u"a (1)"_s, u"b"_s, u"later/"_s}));
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"A"_s});
    QCOMPARE(m_library->history().page({}, 1)->entries.first().deed, Deed::Subscribed);
    QCOMPARE(restore(entry), Outcome::AlreadySo);
    QVERIFY(m_library->undo(start));
    QCOMPARE(tree(), (QStringList{u"b"_s, u"later/"_s}));
}

void TestFeedHistory::refusesAnAddressThatIsTaken()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    QVERIFY(feeds().setUrl(feed, QUrl(u"https://new.example/feed.xml"_s), minute(1)));
    const auto readdressed = newest();
    subscribe({newFeed(u"a"_s)}); // At the old address.
    const auto before = tree();

    QCOMPARE(restore(readdressed), Outcome::AddressTaken);

    QCOMPARE(tree(), before);
}

void TestFeedHistory::bringsAFeedBackWhoseFolderIsGone()
{
    const auto feed = subscribe({newFeed(u"a"_s, {u"in"_s})}).first();
    QVERIFY(feeds().unsubscribe({feed}, minute(1)));
    const auto entry = newest();
    QVERIFY(feeds().removeFolder(folder(u"in"_s), minute(2)));

    QCOMPARE(restore(entry), Outcome::Done);

    QCOMPARE(tree(), QStringList{u"a"_s});
}

void TestFeedHistory::takesAwayAFolderThatIsUsed()
{
    QVERIFY(feeds().addFolder(u"in"_s, FeedFolderId::None, minute(1)));
    const auto entry = newest();
    subscribe({newFeed(u"a"_s, {u"in"_s})});
    QCOMPARE(tree(), (QStringList{u"in/"_s, u" a"_s}));

    QCOMPARE(restore(entry), Outcome::Done);

    QCOMPARE(tree(), QStringList{u"a"_s});
    QVERIFY(m_library->undo(start));
    QCOMPARE(tree(), (QStringList{u"in/"_s, u" a"_s}));
}

void TestFeedHistory::refusesAFolderInItself()
{
    QVERIFY(feeds().addFolder(u"a"_s, FeedFolderId::None, minute(1)));
    QVERIFY(feeds().addFolder(u"b"_s, folder(u"a"_s), minute(1)));
    // b comes out of a, and a into b: putting b back into a would close the ring.
    QVERIFY(feeds().move({{.folder = folder(u"b"_s)}}, FeedFolderId::None, 0, minute(2)));
    const auto moved = newest();
    QVERIFY(feeds().move({{.folder = folder(u"a"_s)}}, folder(u"b"_s), 0, minute(3)));
    const auto before = tree();

    QCOMPARE(restore(moved), Outcome::Impossible);

    QCOMPARE(tree(), before);
}

void TestFeedHistory::givesNamesAndSettingsBack()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    QVERIFY(feeds().rename(feed, u"renamed"_s, minute(1)));
    const auto renamed = newest();
    QVERIFY(feeds().setSettings({feed}, {.everyMinutes = 5}, minute(2)));
    const auto setUp = newest();

    QCOMPARE(restore(renamed), Outcome::Done);
    QCOMPARE(tree(), QStringList{u"a"_s});
    QCOMPARE(feeds().feed(feed)->settings.everyMinutes, 5);
    QCOMPARE(restore(setUp), Outcome::Done);
    QCOMPARE(feeds().feed(feed)->settings.everyMinutes, 0);
}

void TestFeedHistory::subscriptionsCanBeImported()
{
    QVERIFY(feeds().subscribe({newFeed(u"a"_s), newFeed(u"b"_s)}, minute(1), Actor::Import));

    const auto entry = m_library->history().page({}, 1)->entries.first();

    QCOMPARE(entry.by, Actor::Import);
    QCOMPARE(entry.feeds, 2);
    QCOMPARE(entry.titles, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(m_library->undo(start)->action, Deed::Subscribed);
    QCOMPARE(tree(), QStringList());
}

QTEST_GUILESS_MAIN(TestFeedHistory)
#include "tst_feedhistory.moc"
