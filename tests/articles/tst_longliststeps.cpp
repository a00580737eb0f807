#include "articles/datepopover.h"
#include "articles/longlistcase.h"

#include <QSignalSpy>

using Step = ArticleList::Step;

// Going about in a long list, and selecting in it.
class TestLongListSteps : public LongListCase
{
    Q_OBJECT

private slots:
    void initTestCase() { beginAll(); }
    void init() { open({.stories = stories}); }
    void cleanup() { end(); }

    void findsUnreadStoriesFarAway_data();
    void findsUnreadStoriesFarAway();
    void saysThatNothingIsUnread();
    void goesToADay_data();
    void goesToADay();
    void selectsAllAndRanges();
    void asksForADayFromItsHeading();
};

void TestLongListSteps::findsUnreadStoriesFarAway_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("from"); // The number of a story; the newest has the highest.
    QTest::addColumn<int>("found");
    QTest::newRow("down") << Step::NextUnread << 55'000 << 50'000;
    QTest::newRow("down, and on at the top") << Step::NextUnread << 5'000 << 50'000;
    QTest::newRow("up") << Step::PreviousUnread << 12'000 << 25'000;
    QTest::newRow("up, and on at the bottom") << Step::PreviousUnread << 55'000 << 25'000;
    QTest::newRow("from one to the next") << Step::NextUnread << 50'000 << 25'000;
}

void TestLongListSteps::findsUnreadStoriesFarAway()
{
    QFETCH(const Step, step);
    QFETCH(const int, from);
    QFETCH(const int, found);
    open({.stories = stories, .unreadEvery = 25'000});
    list().select(ArticleId(from));

    QVERIFY(list().step(step));

    QTRY_COMPARE(list().current(), ArticleId(found));
    QTRY_VERIFY(view().viewport()->rect().contains(view().visualRect(view().currentIndex())));
}

void TestLongListSteps::saysThatNothingIsUnread()
{
    open({.stories = stories, .unreadEvery = stories + 1});
    list().select(ArticleId(stories - 3));
    QSignalSpy nothing(&list(), &ArticleList::nothingThere);

    if (list().step(Step::NextUnread))
        QTRY_COMPARE(nothing.count(), 1);

    QCOMPARE(list().current(), ArticleId(stories - 3));
}

void TestLongListSteps::goesToADay_data()
{
    QTest::addColumn<StoryQuery::Order>("order");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("reached");
    using Order = StoryQuery::Order;
    const QDate newest(2024, 5, 4);
    const QDate oldest = newest.addDays(-208);
    QTest::newRow("a day with stories")
        << Order::Newest << newest.addDays(-100) << newest.addDays(-100);
    QTest::newRow("after the newest") << Order::Newest << newest.addDays(9) << newest;
    QTest::newRow("before the oldest") << Order::Newest << oldest.addDays(-9) << oldest;
    QTest::newRow("oldest first") << Order::Oldest << newest.addDays(-100) << newest.addDays(-100);
}

void TestLongListSteps::goesToADay()
{
    QFETCH(const StoryQuery::Order, order);
    QFETCH(const QDate, day);
    QFETCH(const QDate, reached);
    list().setOrder(order);
    QTRY_VERIFY(model().complete());
    const auto dayOf = [this](int row) {
        return QDateTime::fromMSecsSinceEpoch(model().rows().at(row).moment).date();
    };

    list().goToDay(day);

    const auto row = view().currentIndex().row();
    QCOMPARE(dayOf(row), reached);
    QVERIFY(view().viewport()->rect().contains(view().visualRect(view().currentIndex())));
    QVERIFY(row == 0 || row == stories - 1 || dayOf(row - 1) != reached);
    QVERIFY(list().selected().isEmpty());
}

void TestLongListSteps::selectsAllAndRanges()
{
    list().selectAll();
    QCOMPARE(list().selectedCount(), stories);
    QCOMPARE(list().selected().size(), stories);

    list().select(model().id(10));
    QTest::keyClick(&view(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(list().selectedCount(), stories - 10);
    list().select(model().id(10));
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(list().selected(), (QList{model().id(10), model().id(11), model().id(12)}));

    QSignalSpy current(&list(), &ArticleList::currentChanged);
    bar().setValue(0);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::NoModifier,
                      view().visualRect(model().index(1)).center());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      view().visualRect(model().index(3)).center());
    QCOMPARE(list().selected(), (QList{model().id(1), model().id(3)}));
    // Several are not read one by one.
    QCOMPARE(current.count(), 1);
}

void TestLongListSteps::asksForADayFromItsHeading()
{
    bar().setValue(bar().maximum() / 2);
    QSignalSpy current(&list(), &ArticleList::currentChanged);

    // One stands at the top, wherever the list is.
    QVERIFY(!view().indexAt(QPoint(60, 5)).isValid());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(60, 5));

    auto *popover = list().findChild<DatePopover *>();
    QVERIFY(popover && popover->isVisible());
    QVERIFY(current.isEmpty());
    emit popover->chosen(QDate(2024, 5, 4));
    QCOMPARE(bar().value(), 0);
    QCOMPARE(view().currentIndex().row(), 0);
    popover->close();
}

QTEST_MAIN(TestLongListSteps)
#include "tst_longliststeps.moc"
