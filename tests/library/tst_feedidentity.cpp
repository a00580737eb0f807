#include "twofeeds.h"

// Which entries are one story: of one feed from time to time, of two, and of a file.
class TestFeedIdentity : public TwoFeedsCase
{
    Q_OBJECT

private slots:
    void init() { beginFeeds(); }
    void cleanup() { end(); }

    void knowsAnEntryAgain_data();
    void knowsAnEntryAgain();
    void tellsEntriesApart_data();
    void tellsEntriesApart();
    void removedStaysRemoved();
    void entryThatLeftStays();
    void sameStoryOfTwoFeedsIsOne();
    void openedFileAndEntryAreOne();
    void movesWithItsFeed();
};

void TestFeedIdentity::knowsAnEntryAgain_data()
{
    QTest::addColumn<FeedStory>("first");
    QTest::addColumn<FeedStory>("second");

    const auto plain = entry(u"Harbour opens"_s, 1, u"The harbour opened today at noon."_s);
    auto other = plain;
    other.article.title = u"Harbour opened"_s;
    other.article.url = QUrl(u"https://times.example/moved"_s);
    other.article.text = other.html = u"Nothing is as it was."_s;
    QTest::newRow("guid") << plain << other;

    const auto withGuid = [](FeedStory story, const QString &guid) {
        story.guid = guid;
        return story;
    };
    QTest::newRow("guid changed") << plain << withGuid(plain, u"other"_s);
    QTest::newRow("guid lost") << plain << withGuid(plain, {});
    QTest::newRow("guid found") << withGuid(plain, {}) << plain;

    auto corrected = withGuid(plain, {});
    corrected.article.text = corrected.html = u"The harbour opened today at one."_s;
    QTest::newRow("address") << withGuid(plain, {}) << corrected;
    auto bare = withGuid(plain, {});
    bare.article.url = QUrl();
    QTest::newRow("words") << bare << bare;
    QTest::newRow("words, later with address") << bare << withGuid(plain, {});
}

void TestFeedIdentity::knowsAnEntryAgain()
{
    QFETCH(FeedStory, first);
    QFETCH(FeedStory, second);

    update(m_a, {first});
    const auto again = update(m_a, {second});

    QCOMPARE(again.fresh.size(), 0);
    QCOMPARE(told(m_a), QStringList{second.article.title});
    QCOMPARE(m_library->counts()->all, 1);
    QVERIFY(update(m_a, {second}).change.isEmpty());
}

void TestFeedIdentity::tellsEntriesApart_data()
{
    QTest::addColumn<QList<FeedStory>>("stories");

    const auto at
        = [](const QString &guid, const QString &url, const QString &title, const QString &text) {
              return FeedStory{.guid = guid,
                               .article = {.url = QUrl(url), .title = title, .text = text},
                               .html = text};
          };
    const auto front = u"https://times.example/"_s;
    const auto boats = u"The boats came in late because of fog over the northern bay."_s;
    const auto bread = u"Bakers will open at four in the morning from next week on."_s;
    QTest::newRow("all at the front page")
        << QList{at({}, front, u"Boats"_s, boats), at({}, front, u"Bread"_s, bread)};
    QTest::newRow("one guid for all")
        << QList{at(u"x"_s, {}, u"Boats"_s, boats), at(u"x"_s, {}, u"Bread"_s, bread)};
    QTest::newRow("one headline, two guids")
        << QList{at(u"1"_s, front, u"Today"_s, boats), at(u"2"_s, front, u"Today"_s, bread)};
    QTest::newRow("same words at two addresses")
        << QList{at(u"1"_s, front + u"1"_s, u"Today"_s, boats),
                 at(u"2"_s, front + u"2"_s, u"Today"_s, boats)};
}

void TestFeedIdentity::tellsEntriesApart()
{
    QFETCH(QList<FeedStory>, stories);

    QCOMPARE(update(m_a, stories).fresh.size(), 2);

    QVERIFY(update(m_a, stories).change.isEmpty());
    QVERIFY(update(m_a, {stories[1], stories[0]}).change.isEmpty());
    QCOMPARE(told(m_a).size(), 2);
}

void TestFeedIdentity::removedStaysRemoved()
{
    update(m_a, {entry(u"Gone"_s, 1)});
    QVERIFY(m_library->remove({idOf(u"Gone"_s)}, start));

    for (const auto feed : {m_a, m_b}) {
        const auto again = update(feed, {entry(u"Gone"_s, 1, u"Told anew."_s)});
        QCOMPARE(again.fresh.size(), 0);
        QVERIFY(again.change.added.isEmpty() && again.change.changed.isEmpty());
    }

    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
    QCOMPARE(tree(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(m_library->undo(start));
    QCOMPARE(tree(), (QStringList{u"a (1)"_s, u"b (1)"_s}));
}

void TestFeedIdentity::entryThatLeftStays()
{
    update(m_a, {entry(u"One"_s, 1), entry(u"Two"_s, 2)});
    update(m_a, {entry(u"Two"_s, 2), entry(u"Three"_s, 3)});

    QCOMPARE(told(m_a), (QStringList{u"Three"_s, u"Two"_s, u"One"_s}));
    // And is known when it comes back.
    QCOMPARE(update(m_a, {entry(u"One"_s, 1)}).fresh.size(), 0);
}

void TestFeedIdentity::sameStoryOfTwoFeedsIsOne()
{
    update(m_a, {entry(u"Shared"_s, 1), entry(u"Only a"_s, 2)});
    const auto stored = update(m_b, {entry(u"Shared"_s, 1)});

    QCOMPARE(stored.fresh.size(), 0);
    QCOMPARE(stored.versions, 0);
    QCOMPARE(titles(stored.change.changed), QStringList{u"Shared"_s});
    QVERIFY(stored.change.feeds);
    const auto id = idOf(u"Shared"_s);
    QCOMPARE(m_library->article(id)->feeds, (QList{m_a, m_b}));
    QCOMPARE(*feeds().feedsOf(id), (QList{m_a, m_b}));
    QCOMPARE(told(m_b), QStringList{u"Shared"_s});
    QCOMPARE(tree(), (QStringList{u"a (2)"_s, u"b (1)"_s}));
    QCOMPARE(m_library->counts()->unread, 2);

    const auto change = m_library->setRead({id}, true, start);
    QVERIFY(change->feeds);
    QCOMPARE(tree(), (QStringList{u"a (1)"_s, u"b"_s}));
}

void TestFeedIdentity::openedFileAndEntryAreOne()
{
    const auto words = u"The ferry came in at dawn and people cheered on the pier. "_s;
    auto file = story(u"Ferry"_s, words.repeated(9));
    file.provenance = {.file = u"/ferry.html"_s, .fileHash = "hash"_ba};
    const auto id = add(file, Library::Occasion::Opened);

    const auto stored = update(m_a, {entry(u"Ferry"_s, 1, words)});

    QCOMPARE(stored.fresh.size(), 0);
    QCOMPARE(textOf(u"Ferry"_s), file.text);
    QCOMPARE(m_library->article(id)->feeds, QList{m_a});
    QVERIFY(m_library->headline(id)->read);
    // And the other way round.
    update(m_a, {entry(u"Bridge"_s, 2, words)});
    auto bridge = story(u"Bridge"_s, words.repeated(9));
    QCOMPARE(add(bridge, Library::Occasion::Opened), idOf(u"Bridge"_s));
    QCOMPARE(textOf(u"Bridge"_s), bridge.text);
    QCOMPARE(told(m_a), (QStringList{u"Bridge"_s, u"Ferry"_s}));
    QCOMPARE(tree(), (QStringList{u"a"_s, u"b"_s}));
}

void TestFeedIdentity::movesWithItsFeed()
{
    const QUrl moved(u"https://a.example/new"_s);
    const auto to = [&](const QUrl &url) {
        return feeds().update(m_a, {}, FeedStore::prepare({}), {.movedTo = url}, minute(1));
    };

    QVERIFY(to(moved)->change.feeds);

    QCOMPARE(feeds().feed(m_a)->url, moved);
    QCOMPARE(feeds().subscribe({{.url = moved}}, start)->added, 0);
    // Where somebody subscribed to the other one too, both stay.
    QVERIFY(to(newFeed(u"b"_s).url));
    QCOMPARE(feeds().feed(m_a)->url, moved);
}

QTEST_GUILESS_MAIN(TestFeedIdentity)
#include "tst_feedidentity.moc"
