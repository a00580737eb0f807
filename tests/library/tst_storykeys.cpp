#include "feedcase.h"
#include "library/database.h"
#include "library/identity.h"
#include "library/limits.h"
#include "library/migrations.h"
#include "library/storykeys.h"

// By what stories are known again, however many there are.
class TestStoryKeys : public FeedCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void findsWhatItWasGiven_data();
    void findsWhatItWasGiven();
    void tellsStoriesOfOneHeadlineApart();
    void isMadeAnewFromTheStories();
    void forgetsWhatAStoryWas();
    void followsAStoryThatIsCorrected();
    void forgetsStoriesThatAreNotKept();
};

namespace {

identity::Keys keysOf(int number)
{
    return identity::keysOf(story(u"Story %1"_s.arg(number), u"Told by %1."_s.arg(number)));
}

// A library's file without a library.
class Tables
{
public:
    Tables() { migrations::run(database); }

    [[nodiscard]] qint64 count(const std::string &table)
    {
        auto query = database.query("SELECT count(*) FROM " + table);
        return query.next() ? query.number(0) : -1;
    }

private:
    QTemporaryDir m_folder;

public:
    Database database{m_folder.filePath(u"library.sqlite"_s), Database::Access::ReadWrite};
};

} // namespace

void TestStoryKeys::findsWhatItWasGiven_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<int>("sortedIn"); // Of two numbers each.

    constexpr auto apart = limits::newStoryKeys / 2;
    QTest::newRow("one") << 1 << 0;
    QTest::newRow("all of them new") << apart - 1 << 0;
    QTest::newRow("as many as are sorted in") << apart << apart;
    QTest::newRow("some of them new") << 2 * apart + 500 << 2 * apart;
}

void TestStoryKeys::findsWhatItWasGiven()
{
    QFETCH(int, stories);
    QFETCH(int, sortedIn);
    Tables tables;
    auto &database = tables.database;

    Transaction transaction(database);
    for (int number = 1; number <= stories; ++number) {
        storykeys::add(database, ArticleId(number), keysOf(number));
        storykeys::keepUp(database);
    }
    transaction.commit();

    QCOMPARE(tables.count("storyKeys"), 2 * sortedIn);
    QCOMPARE(tables.count("newStoryKeys"), 2 * (stories - sortedIn));
    for (int number = 1; number <= stories; ++number) {
        const auto keys = keysOf(number);
        const QList expected{ArticleId(number)};
        QCOMPARE(storykeys::withAddress(database, keys.url), expected);
        QCOMPARE(storykeys::withText(database, keys), expected);
        QVERIFY(storykeys::withTitle(database, keys.title).contains(ArticleId(number)));
    }
    const auto other = keysOf(stories + 1);
    QCOMPARE(storykeys::withAddress(database, other.url), QList<ArticleId>());
    QCOMPARE(storykeys::withText(database, other), QList<ArticleId>());
    QCOMPARE(storykeys::withAddress(database, {}), QList<ArticleId>());
}

void TestStoryKeys::tellsStoriesOfOneHeadlineApart()
{
    constexpr int days = 300;
    Tables tables;
    const auto weather = [](int day) {
        return identity::keysOf(
            {.title = u"Weather"_s, .text = u"Like yesterday, for the %1th time."_s.arg(day)});
    };
    Transaction transaction(tables.database);
    for (int day = 1; day <= days; ++day)
        storykeys::add(tables.database, ArticleId(day), weather(day));

    QCOMPARE(storykeys::withTitle(tables.database, identity::titleKey(u"WEATHER"_s)).size(), days);
    QVERIFY(storykeys::withText(tables.database, weather(7)).contains(ArticleId(7)));
    QVERIFY(storykeys::withText(tables.database, weather(7)).size() < 3);
}

void TestStoryKeys::isMadeAnewFromTheStories()
{
    for (int number = 0; number < 50; ++number)
        add(story(u"Story %1"_s.arg(number)));
    end();
    Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadWrite);
    QCOMPARE(storykeys::countMissing(database), 0);
    database.execute("DELETE FROM newStoryKeys WHERE article % 2 = 0");
    QCOMPARE(storykeys::countMissing(database), 25);

    Transaction transaction(database);
    storykeys::rebuild(database);
    transaction.commit();

    QCOMPARE(storykeys::countMissing(database), 0);
    const auto keys = identity::keysOf(story(u"Story 31"_s));
    QCOMPARE(storykeys::withAddress(database, keys.url), QList{ArticleId(32)});
}

void TestStoryKeys::forgetsWhatAStoryWas()
{
    Tables tables;
    auto &database = tables.database;
    const auto before = keysOf(1);
    auto after = keysOf(2);
    after.url = before.url;
    Transaction transaction(database);
    storykeys::add(database, ArticleId(1), before);
    storykeys::add(database, ArticleId(2), before);

    storykeys::change(database, ArticleId(1), before, after);

    QCOMPARE(storykeys::withText(database, before), QList{ArticleId(2)});
    QCOMPARE(storykeys::withText(database, after), QList{ArticleId(1)});
    QCOMPARE(storykeys::withAddress(database, before.url), (QList{ArticleId(1), ArticleId(2)}));

    storykeys::remove(database, ArticleId(1), after);

    QCOMPARE(storykeys::withText(database, after), QList<ArticleId>());
    QCOMPARE(storykeys::withAddress(database, before.url), QList{ArticleId(2)});
}

void TestStoryKeys::followsAStoryThatIsCorrected()
{
    const auto id = add(story(u"Ferry"_s, u"The boat was late, says its captain."_s));
    auto corrected = story(u"Ferry"_s, u"The boat was late, says its captain. He is sorry."_s);
    QCOMPARE(add(corrected), id);

    corrected.url.clear();
    QCOMPARE(add(corrected), id);
    auto old = story(u"Ferry"_s, u"The boat was late, says its captain."_s);
    old.url.clear();
    QVERIFY(add(old) != id);
    end();
    Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadOnly);
    QCOMPARE(storykeys::countMissing(database), 0);
}

void TestStoryKeys::forgetsStoriesThatAreNotKept()
{
    constexpr int day = 24 * 60;
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    QVERIFY(feeds().setSettings({feed}, {.keptDays = 7}, start));
    update(feed, {entry(u"Old"_s, 1), entry(u"Older"_s, 0)}, day);
    update(feed, {entry(u"New"_s, 1)}, 4 * day);

    QCOMPARE(feeds().tidy(minute(9 * day))->removed.size(), 2);

    end();
    Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadOnly);
    auto left = database.query("SELECT count(*) FROM newStoryKeys");
    QVERIFY(left.next());
    QCOMPARE(left.number(0), 2);
    QCOMPARE(storykeys::countMissing(database), 0);
}

QTEST_GUILESS_MAIN(TestStoryKeys)
#include "tst_storykeys.moc"
