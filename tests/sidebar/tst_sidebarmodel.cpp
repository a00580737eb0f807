#include "sidebar/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

class TestSidebarModel : public QObject
{
    Q_OBJECT

private slots:
    void listsPlacesFoldersAndTheWayToMore();
    void countsUnreadAndBookmarksOnly();
    void findsTheRowOfAPlace_data();
    void findsTheRowOfAPlace();
    void keepsFoldersThatStay();
    void saysCountsAloud();
};

namespace {

QStringList texts(const SidebarModel &model)
{
    QStringList rows;
    for (auto row = 0; row < model.rowCount(); ++row)
        rows << model.index(row).data().toString();
    return rows;
}

} // namespace

void TestSidebarModel::listsPlacesFoldersAndTheWayToMore()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);

    model.setFolders({u"/home/ada/Clips"_s, u"/home/ada/Saved pages"_s});

    QCOMPARE(
        texts(model),
        (QStringList{u"Front page"_s, u"All stories"_s, u"Today"_s, u"Unread"_s, u"Bookmarks"_s,
                     u"Continue reading"_s, u"Recently opened"_s, u"Feeds"_s, u"Watched folders"_s,
                     u"Clips"_s, u"Saved pages"_s, u"Watch a folder…"_s}));
    QVERIFY(!model.index(7).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(!model.index(8).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(!model.index(11).flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(model.query(model.index(10)),
             (StoryQuery{.scope = Scope::Folder, .folder = u"/home/ada/Saved pages"_s}));
}

void TestSidebarModel::countsUnreadAndBookmarksOnly()
{
    SidebarModel model;
    QSignalSpy changes(&model, &SidebarModel::dataChanged);

    model.setCounts({.all = 9, .unread = 4, .bookmarks = 2});
    model.setCounts({.all = 9, .unread = 4, .bookmarks = 2});

    QList<int> counts;
    for (auto row = 0; row < model.rowCount(); ++row)
        counts << model.index(row).data(SidebarModel::CountRole).toInt();
    QCOMPARE(counts, (QList<int>{0, 0, 0, 4, 2, 0, 0, 0, 0, 0}));
    QCOMPARE(changes.count(), 1);
}

void TestSidebarModel::findsTheRowOfAPlace_data()
{
    QTest::addColumn<StoryQuery>("query");
    QTest::addColumn<int>("row");

    QTest::newRow("everything") << StoryQuery{} << 1;
    QTest::newRow("bookmarks, searched")
        << StoryQuery{.scope = Scope::Bookmarks, .words = u"tide"_s} << 4;
    QTest::newRow("today, the oldest first")
        << StoryQuery{.filter = u"new:today"_s, .order = StoryQuery::Order::Oldest} << 2;
    QTest::newRow("another search") << StoryQuery{.filter = u"after:yesterday"_s} << -1;
    QTest::newRow("a folder") << StoryQuery{.scope = Scope::Folder, .folder = u"/a/b"_s} << 9;
    QTest::newRow("a folder not watched")
        << StoryQuery{.scope = Scope::Folder, .folder = u"/a/c"_s} << -1;
}

void TestSidebarModel::findsTheRowOfAPlace()
{
    QFETCH(StoryQuery, query);
    SidebarModel model;
    model.setFolders({u"/a/b"_s});

    QTEST(model.indexOf(query).row(), "row");
}

void TestSidebarModel::keepsFoldersThatStay()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFolders({u"/a"_s, u"/b"_s, u"/c"_s});
    const QPersistentModelIndex kept = model.index(11);

    model.setFolders({u"/c"_s, u"/d"_s});

    QCOMPARE(kept.data().toString(), u"c"_s);
    QCOMPARE(kept.row(), 9);
    QCOMPARE(model.index(10).data().toString(), u"d"_s);
}

void TestSidebarModel::saysCountsAloud()
{
    SidebarModel model;
    model.setCounts({.all = 9, .unread = 4, .bookmarks = 0});

    QVERIFY(model.index(3).data(Qt::AccessibleTextRole).toString().contains(u"4"_s));
    QCOMPARE(model.index(4).data(Qt::AccessibleTextRole).toString(), u"Bookmarks"_s);
}

QTEST_GUILESS_MAIN(TestSidebarModel)
#include "tst_sidebarmodel.moc"
