#include "sidebar/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;
using BuiltIn = SmartFolder::BuiltIn;

// Smart folders in the sidebar's model.
class TestSmartRows : public QObject
{
    Q_OBJECT

private slots:
    void followsTheLibrary_data();
    void followsTheLibrary();
    void keepsTheSelectedRow();
    void listsWhatIsSearchedFor();
    void saysHowManyThereAre_data();
    void saysHowManyThereAre();
    void forgetsWhatWasCountedForAnotherSearch();
    void renames();
    void movesByKey_data();
    void movesByKey();
    void movesByDragging_data();
    void movesByDragging();
    void takesNoFeedsAmongThem();
};

namespace {

const QList<SmartFolder> usual{
    {.id = SmartFolderId(1), .search = u"new:today"_s, .builtIn = BuiltIn::Today},
    {.id = SmartFolderId(2), .search = u"is:unread"_s, .builtIn = BuiltIn::Unread},
    {.id = SmartFolderId(3), .search = u"is:bookmarked"_s, .builtIn = BuiltIn::Bookmarks},
    {.id = SmartFolderId(4), .search = u"is:started"_s, .builtIn = BuiltIn::Started},
    {.id = SmartFolderId(5), .search = u"is:opened"_s, .builtIn = BuiltIn::Opened}};

const SmartFolder tides{
    .id = SmartFolderId(6), .title = u"Tides"_s, .search = u"tide"_s, .icon = u"flag"_s};

// Those with these numbers, in this order.
QList<SmartFolder> folders(const QList<int> &numbers)
{
    QList<SmartFolder> chosen;
    for (const auto number : numbers)
        chosen << (usual + QList{tides}).at(number - 1);
    return chosen;
}

QList<int> numbers(const SidebarModel &model)
{
    QList<int> found;
    for (auto row = 0; row < model.rowCount(); ++row) {
        if (const auto id = model.smartFolder(model.index(row)); id != SmartFolderId::None)
            found << int(id);
    }
    return found;
}

} // namespace

void TestSmartRows::followsTheLibrary_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");

    QTest::newRow("as assumed") << QList<int>() << QList{1, 2, 3, 4, 5};
    QTest::newRow("another order at first") << QList<int>() << QList{5, 1, 4, 2, 3};
    QTest::newRow("fewer at first") << QList<int>() << QList{2, 5};
    QTest::newRow("one more") << QList{1, 2, 3, 4, 5} << QList{1, 2, 3, 4, 5, 6};
    QTest::newRow("one more between") << QList{1, 2, 3} << QList{1, 6, 2, 3};
    QTest::newRow("moved up") << QList{1, 2, 3, 4, 5, 6} << QList{6, 1, 2, 3, 4, 5};
    QTest::newRow("moved down") << QList{1, 2, 3, 4, 5} << QList{2, 3, 4, 1, 5};
    QTest::newRow("gone and back") << QList{2, 5, 6} << QList{1, 2, 3, 5, 6};
    QTest::newRow("none") << QList{1, 2} << QList<int>();
}

void TestSmartRows::followsTheLibrary()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    SidebarModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    if (!before.isEmpty())
        model.setSmartFolders(folders(before));

    model.setSmartFolders(folders(after));

    QCOMPARE(numbers(model), after);
    QCOMPARE(model.index(1).data().toString(), u"All stories"_s);
    QCOMPARE(model.index(int(after.size()) + 2).data().toString(), u"Feeds"_s);
}

void TestSmartRows::keepsTheSelectedRow()
{
    SidebarModel model;
    const QPersistentModelIndex assumed = model.index(5);
    QCOMPARE(assumed.data().toString(), u"Continue reading"_s);

    model.setSmartFolders(folders({4, 6, 1}));

    QCOMPARE(assumed.row(), 2);
    QCOMPARE(model.smartFolder(assumed), SmartFolderId(4));
}

void TestSmartRows::listsWhatIsSearchedFor()
{
    SidebarModel model;
    model.setSmartFolders(folders({2, 6}));

    QCOMPARE(model.query(model.index(1)), StoryQuery());
    QCOMPARE(model.query(model.index(2)), StoryQuery{.scope = Scope::Unread});
    QCOMPARE(model.query(model.index(3)), StoryQuery{.filter = u"tide"_s});
    QCOMPARE(model.index(3).data(SidebarModel::IconRole).toString(), u"flag"_s);
    QCOMPARE(model.index(3).data(Qt::ToolTipRole).toString(), u"tide"_s);
    QCOMPARE(model.indexOf(StoryQuery{.filter = u"tide"_s, .words = u"ferry"_s}), model.index(3));
    QVERIFY(!model.indexOf(StoryQuery{.scope = Scope::Bookmarks}).isValid());
}

void TestSmartRows::saysHowManyThereAre_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<QString>("words");

    QTest::newRow("none") << 0 << QString();
    QTest::newRow("some") << 9'999 << u"9,999"_s;
    QTest::newRow("more than are counted") << 10'000 << u"9,999+"_s;
}

void TestSmartRows::saysHowManyThereAre()
{
    QFETCH(int, stories);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    SidebarModel model;
    model.setSmartFolders(folders({2, 6}));
    model.setCounts({.all = 99'999, .unread = 12'345, .bookmarks = 7});

    model.setStories(tides.id, stories);
    model.setStories(SmartFolderId(99), 5);

    QTEST(model.index(3).data(SidebarModel::CountWordsRole).toString(), "words");
    QCOMPARE(model.index(2).data(SidebarModel::CountWordsRole).toString(), u"12,345"_s);
}

void TestSmartRows::forgetsWhatWasCountedForAnotherSearch()
{
    SidebarModel model;
    model.setSmartFolders({tides});
    model.setStories(tides.id, 5);
    auto renamed = tides;
    renamed.title = u"Ebb and flow"_s;

    model.setSmartFolders({renamed});
    QCOMPARE(model.index(2).data(SidebarModel::CountRole).toInt(), 5);
    renamed.search = u"ebb"_s;
    model.setSmartFolders({renamed});

    QCOMPARE(model.index(2).data(SidebarModel::CountRole).toInt(), 0);
}

void TestSmartRows::renames()
{
    SidebarModel model;
    model.setSmartFolders(folders({2, 6}));
    QSignalSpy asked(&model, &SidebarModel::smartRenameAsked);

    QVERIFY(model.setData(model.index(2), u" My  inbox "_s, Qt::EditRole));
    QCOMPARE(model.index(2).data().toString(), u"My inbox"_s);
    // A built-in one has a name to go back to, others have not.
    QVERIFY(model.setData(model.index(2), QString(), Qt::EditRole));
    QCOMPARE(model.index(2).data().toString(), u"Unread"_s);
    QVERIFY(!model.setData(model.index(3), QString(), Qt::EditRole));
    QVERIFY(!model.setData(model.index(3), u"Tides"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(1), u"Mine"_s, Qt::EditRole));

    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.first().at(0).value<SmartFolderId>(), SmartFolderId(2));
    QCOMPARE(asked.first().at(1).toString(), u"My inbox"_s);
}

void TestSmartRows::movesByKey_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("position"); // -1: nothing is asked.

    QTest::newRow("up") << 3 << -1 << 0;
    QTest::newRow("down") << 2 << 1 << 2;
    QTest::newRow("above the first") << 2 << -1 << -1;
    QTest::newRow("below the last") << 4 << 1 << -1;
    QTest::newRow("all stories") << 1 << 1 << -1;
}

void TestSmartRows::movesByKey()
{
    QFETCH(int, row);
    QFETCH(int, by);
    QFETCH(int, position);
    SidebarModel model;
    model.setSmartFolders(folders({1, 2, 3}));
    QSignalSpy asked(&model, &SidebarModel::smartMoveAsked);

    model.askToMove(model.index(row), by);

    QCOMPARE(asked.isEmpty() ? -1 : asked.first().at(1).toInt(), position);
}

void TestSmartRows::movesByDragging_data()
{
    QTest::addColumn<int>("row"); // Before which it is dropped.
    QTest::addColumn<int>("position");

    QTest::newRow("above all stories") << 1 << -1;
    QTest::newRow("to the top") << 2 << 0;
    QTest::newRow("between") << 4 << 2;
    QTest::newRow("to the end") << 5 << 3;
    QTest::newRow("among the feeds") << 6 << -1;
}

void TestSmartRows::movesByDragging()
{
    QFETCH(int, row);
    QFETCH(int, position);
    SidebarModel model;
    model.setSmartFolders(folders({1, 2, 3}));
    QSignalSpy asked(&model, &SidebarModel::smartMoveAsked);
    QVERIFY(model.index(3).flags().testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(3)}));
    QVERIFY(data);

    QCOMPARE(model.canDropMimeData(data.get(), Qt::MoveAction, row, 0, {}), position >= 0);
    model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {});

    QCOMPARE(asked.isEmpty() ? -1 : asked.first().at(1).toInt(), position);
    if (!asked.isEmpty())
        QCOMPARE(asked.first().at(0).value<SmartFolderId>(), SmartFolderId(2));
}

void TestSmartRows::takesNoFeedsAmongThem()
{
    SidebarModel model;
    model.setTree(
        {.feeds = {{.id = FeedId(1), .title = u"Times"_s}}, .order = {{.feed = FeedId(1)}}});
    const auto times = model.indexOf(FeedNode{.feed = FeedId(1)});
    const std::unique_ptr<QMimeData> data(model.mimeData({times}));

    QVERIFY(!model.canDropMimeData(data.get(), Qt::MoveAction, 3, 0, {}));
    QVERIFY(model.canDropMimeData(data.get(), Qt::MoveAction, times.row(), 0, {}));
}

QTEST_GUILESS_MAIN(TestSmartRows)
#include "tst_smartrows.moc"
