#include "articles/limits.h"
#include "articles/longlistcase.h"
#include "support/stallwatch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// The list over a library of many stories, on the screen.
class TestLongList : public LongListCase
{
    Q_OBJECT

private slots:
    void initTestCase() { beginAll(); }
    void init() { open({.stories = stories}); }
    void cleanup() { end(); }

    void spansAllOfAPlaceSoon();
    void readsHeadlinesOfTheScreenOnly();
    void staysFluidWhileItIsDragged();
    void keepsWhatIsOnTheScreenWhenStoriesArrive();
    void keepsWhatIsOnTheScreenWhenStoriesGo();
    void listsNoStoryTwiceThatArrivesMeanwhile();
    void keepsSelectionAndPlaceWhenMuchChanges();
    void keepsTheFirstRowWhenGroupsComeAndGo();
};

namespace {

const QDateTime later(QDate(2024, 6, 1), QTime(9, 0), Qt::UTC);

Article freshStory(int number)
{
    return {.url = QUrl(u"https://coast.example/%1"_s.arg(number)),
            .title = u"Fresh story %1"_s.arg(number),
            .text = u"Fresh words number %1."_s.arg(number)};
}

} // namespace

void TestLongList::spansAllOfAPlaceSoon()
{
    list().show({.scope = Scope::Bookmarks});
    QTRY_VERIFY(model().complete());
    QCOMPARE(model().rowCount(), 0);
    QSignalSpy loaded(&list(), &ArticleList::loaded);
    const support::StallWatch watch(16);

    list().show({});

    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(model().rowCount(), limits::firstRows);
    QVERIFY(model().find(0));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), stories, 30'000);
    qInfo("longest stall while the rows come: %.1f ms of its own", watch.longestBusy());
    QVERIFY2(watch.longestBusy() < 50, "the window stands still while rows come");
}

void TestLongList::readsHeadlinesOfTheScreenOnly()
{
    bar().setValue(bar().maximum() / 2);
    const auto middle = view().indexAt(view().viewport()->rect().center()).row();
    QVERIFY(!model().find(middle));

    QTRY_VERIFY(model().find(middle));

    QCOMPARE(model().headline(middle).title,
             u"Story %1 about harbours"_s.arg(qint64(model().id(middle))));
    QVERIFY(!model().find(middle + 1000));
}

void TestLongList::staysFluidWhileItIsDragged()
{
    const support::StallWatch watch(16);
    QList<double> frames;
    for (auto step = 0; step <= 100; ++step) {
        QElapsedTimer clock;
        clock.start();
        bar().setValue(int(qint64(bar().maximum()) * step / 100));
        view().grab();
        frames << double(clock.nsecsElapsed()) / 1e6;
        QTest::qWait(1);
    }
    std::ranges::sort(frames);

    qInfo("a frame: %.1f ms, at most %.1f ms", frames.at(50), frames.last());
    QVERIFY2(frames.at(50) < 50, "dragging through the list is not fluid");
    QTRY_VERIFY(model().find(stories - 1));
}

void TestLongList::keepsWhatIsOnTheScreenWhenStoriesArrive()
{
    bar().setValue(bar().maximum() / 3 + 17);
    const auto before = screen();

    for (auto number = 0; number < 3; ++number)
        change([&](Library &library) {
            return library.add(freshStory(number), Library::Occasion::Found, later);
        });

    QTRY_COMPARE(model().rowCount(), stories + 3);
    QCOMPARE(screen(), before);
    // At the top one sees them come.
    bar().setValue(0);
    change([&](Library &library) {
        return library.add(freshStory(9), Library::Occasion::Found, later.addDays(1));
    });
    QTRY_COMPARE(model().rowCount(), stories + 4);
    QCOMPARE(bar().value(), 0);
}

void TestLongList::keepsWhatIsOnTheScreenWhenStoriesGo()
{
    bar().setValue(bar().maximum() / 3 + 17);
    const auto before = screen();
    QList<ArticleId> gone;
    for (auto row = 5; row < 2'000; row += 7)
        gone << model().id(row);

    const support::StallWatch watch(16);
    change([&](Library &library) { return library.remove(gone, later); });

    QTRY_COMPARE(model().rowCount(), stories - gone.size());
    qInfo("%lld rows go: %.1f ms at a time", gone.size(), watch.longestBusy());
    QCOMPARE(screen(), before);
    QCOMPARE(view().geometryOfRows().headings(),
             model().rows().firstOfDays(0, model().rowCount() - 1));
    change([&](Library &library) { return library.undo(later); });
    QTRY_COMPARE(model().rowCount(), stories);
    QCOMPARE(screen(), before);
}

void TestLongList::listsNoStoryTwiceThatArrivesMeanwhile()
{
    list().show({.scope = Scope::Bookmarks});
    QTRY_VERIFY(model().complete());
    list().show({});
    for (auto number = 0; number < 5; ++number)
        m_library->write([number](Library &library) {
            return library.add(freshStory(number), Library::Occasion::Found, later);
        });
    m_library->write([](Library &library) {
        return library.remove({ArticleId(5), ArticleId(6)}, later);
    });

    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), stories + 3, 30'000);
    QTest::qWait(200);
    QCOMPARE(model().rowCount(), stories + 3);
    QSet<ArticleId> ids;
    for (auto row = 0; row < model().rowCount(); ++row)
        ids.insert(model().id(row));
    QCOMPARE(ids.size(), stories + 3);
    QVERIFY(!ids.contains(ArticleId(5)));
}

void TestLongList::keepsSelectionAndPlaceWhenMuchChanges()
{
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto chosen = model().id(30'000);
    list().select(chosen);
    bar().setValue(bar().value() + 40);
    const auto before = screen();
    // So many, here and there, that they are not told one by one.
    QList<ArticleId> gone;
    for (auto row = 100; row < 25'000; row += 20)
        gone << model().id(row);

    change([&](Library &library) { return library.remove(gone, later); });

    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), stories - gone.size(), 30'000);
    QCOMPARE(list().current(), chosen);
    QCOMPARE(list().selected(), QList<ArticleId>{chosen});
    QCOMPARE(screen(), before);
}

void TestLongList::keepsTheFirstRowWhenGroupsComeAndGo()
{
    bar().setValue(bar().maximum() / 2 + 31);
    const auto &geometry = view().geometryOfRows();
    const auto firstWhole
        = [&] { return geometry.nearestRow(bar().value() + geometry.headingHeight()); };
    const auto row = firstWhole();
    QVERIFY(geometry.headings().size() > 200);

    list().setGroupedByDay(false);
    QVERIFY(geometry.headings().isEmpty());
    QCOMPARE(firstWhole(), row);
    list().setGroupedByDay(true);
    QVERIFY(geometry.headings().size() > 200);
    QCOMPARE(firstWhole(), row);

    // By outlet, no day has its stories together.
    list().setOrder(StoryQuery::Order::Outlet);
    QTRY_VERIFY(geometry.headings().isEmpty());
}

QTEST_MAIN(TestLongList)
#include "tst_longlist.moc"
