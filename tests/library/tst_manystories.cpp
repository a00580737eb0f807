#include "support/manystories.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

// What is done to a hundred thousand stories at a time, as one step.
class TestManyStories : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void changesAllInOneStep_data();
    void changesAllInOneStep();
    void bringsEveryBookmarkBackToItsMoment();
    void countsStates();
    void findsTheFirstUnread_data();
    void findsTheFirstUnread();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Library> m_library;
    QList<ArticleId> m_ids;
};

namespace {

constexpr auto stories = 100'000;
const QDateTime now(QDate(2024, 5, 5), QTime(8, 0), Qt::UTC);

} // namespace

void TestManyStories::initTestCase()
{
    support::shelve(m_folder.path(), {.stories = stories});
    m_library = *Library::open(m_folder.path(), Library::Access::ReadWrite);
    for (auto id = stories; id > 0; --id)
        m_ids << ArticleId(id);
}

void TestManyStories::changesAllInOneStep_data()
{
    using Change = std::function<Result<LibraryChange>(Library &, const QList<ArticleId> &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<StoryStates>("after");
    QTest::newRow("read") << Change([](Library &library, const auto &ids) {
        return library.setRead(ids, true, now);
    }) << StoryStates{.present = stories, .read = stories};
    QTest::newRow("unread") << Change([](Library &library, const auto &ids) {
        return library.setRead(ids, false, now);
    }) << StoryStates{.present = stories};
    QTest::newRow("bookmarked") << Change([](Library &library, const auto &ids) {
        return library.setBookmarked(ids, true, now);
    }) << StoryStates{.present = stories, .read = stories / 2, .bookmarked = stories};
    QTest::newRow("removed") << Change([](Library &library, const auto &ids) {
        return library.remove(ids, now);
    }) << StoryStates{};
}

void TestManyStories::changesAllInOneStep()
{
    using Change = std::function<Result<LibraryChange>(Library &, const QList<ArticleId> &)>;
    QFETCH(const Change, change);
    QFETCH(const StoryStates, after);
    const auto before = *m_library->states(m_ids);

    QElapsedTimer clock;
    clock.start();
    const auto changed = change(*m_library, m_ids);
    const auto taken = clock.restart();

    QVERIFY(changed && changed->everything);
    QCOMPARE(*m_library->states(m_ids), after);
    clock.start();
    QVERIFY(m_library->undo(now));
    qInfo("100,000 stories: %lld ms, taken back: %lld ms", taken, clock.elapsed());
    QCOMPARE(*m_library->states(m_ids), before);
    // One statement each: a query for each story takes several times as long.
    QVERIFY2(taken < 5'000, "it takes far longer than a second");
}

void TestManyStories::bringsEveryBookmarkBackToItsMoment()
{
    const auto some = m_ids.mid(100, 3);
    for (auto at = 0; at < some.size(); ++at)
        QVERIFY(m_library->setBookmarked({some.at(at)}, true, now.addDays(at)));

    QVERIFY(m_library->setBookmarked(m_ids, false, now.addDays(10)));
    QCOMPARE(m_library->states(m_ids)->bookmarked, 0);
    QVERIFY(m_library->undo(now));

    for (auto at = 0; at < some.size(); ++at)
        QCOMPARE(m_library->headline(some.at(at))->bookmarkedAt, now.addDays(at));
    for (auto at = 0; at < some.size(); ++at)
        QVERIFY(m_library->undo(now));
}

void TestManyStories::countsStates()
{
    const QList<ArticleId> ids{ArticleId(1), ArticleId(2), ArticleId(3), ArticleId(stories + 1)};
    QCOMPARE(*m_library->states(ids), (StoryStates{.present = 3, .read = 2}));
    QCOMPARE(*m_library->states({}), StoryStates());
}

void TestManyStories::findsTheFirstUnread_data()
{
    QTest::addColumn<QList<int>>("ids");
    QTest::addColumn<int>("found");
    QTest::newRow("in the order given") << QList<int>{7, 5, 8, 2, 4} << 8;
    QTest::newRow("none") << QList<int>{7, 5, 1} << 0;
    QTest::newRow("not in the library") << QList<int>{stories + 2, 7} << 0;
    QTest::newRow("of nothing") << QList<int>{} << 0;
}

void TestManyStories::findsTheFirstUnread()
{
    QFETCH(const QList<int>, ids);
    QFETCH(const int, found);
    QList<ArticleId> stories;
    for (const auto id : ids)
        stories << ArticleId(id);

    QCOMPARE(*m_library->firstUnread(stories), ArticleId(found));
}

QTEST_GUILESS_MAIN(TestManyStories)
#include "tst_manystories.moc"
