#include "twofeeds.h"

// What several feeds tell, taken in one transaction.
class TestFeedsTogether : public TwoFeedsCase
{
    Q_OBJECT

private slots:
    void init() { beginFeeds(); }
    void cleanup() { end(); }

    void takesAll();
    void goesOnWithoutAFeedThatLeft();
    void makesOneOfAStoryOfTwo();
    void changesAStoryThatCameWithIt();
    void tellsManyByOneWord();

private:
    [[nodiscard]] static FeedStore::Update told(FeedId feed, const QList<FeedStory> &stories)
    {
        return {.feed = feed, .stories = FeedStore::prepare(stories)};
    }
    [[nodiscard]] QStringList found(const QString &words) const
    {
        return titles(*m_library->headlines({.words = words}, 100));
    }
};

void TestFeedsTogether::takesAll()
{
    const auto stored = feeds().update({told(m_a, {entry(u"Ferry"_s, 1), entry(u"Harbour"_s, 2)}),
                                        told(m_b, {entry(u"Tide"_s, 3)})},
                                       minute(10));

    QVERIFY(stored);
    QCOMPARE(stored->feeds.size(), 2);
    QCOMPARE(stored->feeds.at(0)->fresh.size(), 2);
    QCOMPARE(stored->feeds.at(1)->fresh.size(), 1);
    QCOMPARE(stored->change.added.size(), 3);
    QVERIFY(stored->change.feeds);
    QCOMPARE(FeedCase::told(m_a), (QStringList{u"Harbour"_s, u"Ferry"_s}));
    QCOMPARE(FeedCase::told(m_b), QStringList{u"Tide"_s});
    QCOMPARE(found(u"tide"_s), QStringList{u"Tide"_s});
}

void TestFeedsTogether::goesOnWithoutAFeedThatLeft()
{
    QVERIFY(feeds().unsubscribe({m_a}, minute(5)));
    constexpr FeedId never{9'999};

    const auto stored = feeds().update(
        {told(never, {entry(u"Ferry"_s, 1)}), told(m_b, {entry(u"Tide"_s, 3)})}, minute(10));

    QVERIFY(stored);
    QVERIFY(!stored->feeds.at(0));
    QCOMPARE(stored->feeds.at(0).error().kind, Error::Kind::NotFound);
    QVERIFY(stored->feeds.at(1));
    QCOMPARE(FeedCase::told(m_b), QStringList{u"Tide"_s});
    QCOMPARE(found(u"ferry"_s), QStringList());
}

void TestFeedsTogether::makesOneOfAStoryOfTwo()
{
    auto ferry = entry(u"Ferry"_s, 1);
    ferry.article.url = QUrl(u"https://times.example/ferry"_s);

    const auto stored = feeds().update({told(m_a, {ferry}), told(m_b, {ferry})}, minute(10));

    QVERIFY(stored);
    QCOMPARE(stored->feeds.at(0)->fresh.size() + stored->feeds.at(1)->fresh.size(), 1);
    QCOMPARE(*feeds().feedsOf(idOf(u"Ferry"_s)), (QList<FeedId>{m_a, m_b}));
    QCOMPARE(found(u"ferry"_s).size(), 1);
}

// The index is told of a story and of its change within one transaction.
void TestFeedsTogether::changesAStoryThatCameWithIt()
{
    const auto before = entry(u"Ferry"_s, 1, u"It leaves at dawn"_s);
    const auto after = entry(u"Ferry"_s, 1, u"It leaves at dusk"_s);

    const auto stored = feeds().update({told(m_a, {before}), told(m_a, {after})}, minute(10));

    QVERIFY(stored);
    QCOMPARE(stored->feeds.at(1)->versions, 1);
    QCOMPARE(found(u"dusk"_s), QStringList{u"Ferry"_s});
    QCOMPARE(found(u"dawn"_s), QStringList());
}

void TestFeedsTogether::tellsManyByOneWord()
{
    QList<FeedStory> many;
    for (int number = 1'000; number < 1'600; ++number)
        many << entry(u"Story %1"_s.arg(number), number);
    const auto stored
        = feeds().update({told(m_a, many.first(300)), told(m_b, many.sliced(300))}, minute(2'000));
    QVERIFY(stored);
    QVERIFY(stored->change.everything);
    QVERIFY(stored->change.added.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeedsTogether)
#include "tst_feedstogether.moc"
