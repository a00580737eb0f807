#include "articles/articlelist.h"
#include "articles/datepopover.h"
#include "articles/limits.h"
#include "articles/storylistview.h"
#include "support/manystories.h"
#include "support/stallwatch.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;
using Step = ArticleList::Step;

// The list over a library of many stories, on the screen.
class TestLongList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void spansAllOfAPlaceSoon();
    void readsHeadlinesOfTheScreenOnly();
    void staysFluidWhileItIsDragged();
    void keepsWhatIsOnTheScreenWhenStoriesArrive();
    void keepsWhatIsOnTheScreenWhenStoriesGo();
    void listsNoStoryTwiceThatArrivesMeanwhile();
    void keepsSelectionAndPlaceWhenMuchChanges();
    void findsUnreadStoriesFarAway_data();
    void findsUnreadStoriesFarAway();
    void saysThatNothingIsUnread();
    void goesToADay_data();
    void goesToADay();
    void selectsAllAndRanges();
    void keepsTheFirstRowWhenGroupsComeAndGo();
    void asksForADayFromItsHeading();

private:
    ArticleList &list() { return *m_list; }
    ArticleListModel &model() { return m_list->model(); }
    StoryListView &view() { return static_cast<StoryListView &>(m_list->view()); }
    QScrollBar &bar() { return *m_list->view().verticalScrollBar(); }
    void open(const support::Shelved &shelved);
    template<typename Job>
    void change(Job job);
    // The stories on the screen, from the top, and where the first stands.
    std::pair<QList<ArticleId>, int> screen();

    std::map<int, std::unique_ptr<QTemporaryDir>> m_shelves; // Made once, by their unread stories.
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<ArticleList> m_list;
};

namespace {

constexpr auto stories = 60'000;
const QDateTime later(QDate(2024, 6, 1), QTime(9, 0), Qt::UTC);

Article freshStory(int number)
{
    return {.url = QUrl(u"https://coast.example/%1"_s.arg(number)),
            .title = u"Fresh story %1"_s.arg(number),
            .text = u"Fresh words number %1."_s.arg(number)};
}

} // namespace

void TestLongList::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestLongList::init()
{
    open({.stories = stories});
}

void TestLongList::cleanup()
{
    m_list.reset();
    m_library.reset();
}

void TestLongList::open(const support::Shelved &shelved)
{
    cleanup();
    auto &shelf = m_shelves[shelved.unreadEvery];
    if (!shelf) {
        shelf = std::make_unique<QTemporaryDir>();
        support::shelve(shelf->path(), shelved);
    }
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(
        QFile::copy(shelf->filePath(u"library.sqlite"_s), m_folder->filePath(u"library.sqlite"_s)));
    m_library = std::make_unique<SharedLibrary>(m_folder->path());
    m_list = std::make_unique<ArticleList>(*m_library);
    m_list->resize(400, 700);
    m_list->QWidget::show();
    m_list->show({});
    QTRY_VERIFY_WITH_TIMEOUT(model().complete(), 30'000);
    QCOMPARE(model().rowCount(), shelved.stories);
}

template<typename Job>
void TestLongList::change(Job job)
{
    auto done = false;
    m_library->write(job, m_library.get(), [&](const auto &result) { done = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
}

std::pair<QList<ArticleId>, int> TestLongList::screen()
{
    QList<ArticleId> ids;
    const auto &geometry = view().geometryOfRows();
    const auto first = geometry.nearestRow(bar().value());
    const auto last = geometry.nearestRow(bar().value() + view().viewport()->height() - 1);
    for (auto row = first; row <= last; ++row)
        ids << model().id(row);
    return {ids, geometry.top(first) - bar().value()};
}

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

void TestLongList::findsUnreadStoriesFarAway_data()
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

void TestLongList::findsUnreadStoriesFarAway()
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

void TestLongList::saysThatNothingIsUnread()
{
    open({.stories = stories, .unreadEvery = stories + 1});
    list().select(ArticleId(stories - 3));
    QSignalSpy nothing(&list(), &ArticleList::nothingThere);

    if (list().step(Step::NextUnread))
        QTRY_COMPARE(nothing.count(), 1);

    QCOMPARE(list().current(), ArticleId(stories - 3));
}

void TestLongList::goesToADay_data()
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

void TestLongList::goesToADay()
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

void TestLongList::selectsAllAndRanges()
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

void TestLongList::asksForADayFromItsHeading()
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

QTEST_MAIN(TestLongList)
#include "tst_longlist.moc"
