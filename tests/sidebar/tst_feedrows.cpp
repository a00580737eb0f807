#include "sidebar/feedtrees.h"
#include "sidebar/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using feedtrees::tree;
using Mode = QAbstractItemModelTester::FailureReportingMode;
using Scope = StoryQuery::Scope;

// Feeds and folders as rows of the sidebar.
class TestFeedRows : public QObject
{
    Q_OBJECT

private slots:
    void offersToSubscribeWithoutFeeds();
    void becomesTheTreeItIsGiven_data();
    void becomesTheTreeItIsGiven();
    void keepsRowsWhereverTheyGo();
    void tellsOnlyWhatChanged();
    void followsTreesAtRandom();
    void staysQuickWithTenThousandFeeds();
    void saysWhatIsWrong();
    void renames();
    void carriesFeeds_data();
    void carriesFeeds();
    void movesByKey();
    void goesOnToTheNextFeedWithUnreadStories();
};

namespace {

// The rows of feeds and folders, written as feedtrees::tree() takes them.
QStringList written(const SidebarModel &model, const QModelIndex &parent = {},
                    const QString &indent = {})
{
    QStringList lines;
    for (auto row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        const auto id = model.feedNode(index);
        if (id == FeedNode())
            continue;
        const auto isFolder = id.feed == FeedId::None;
        lines << indent + (isFolder ? u"+"_s : QString())
                + QString::number(isFolder ? qint64(id.folder) : qint64(id.feed)) + u' '
                + index.data().toString();
        lines << written(model, index, indent + u"  "_s);
    }
    return lines;
}

const QStringList newspapers{u"1 Times"_s,      u"+1 Science"_s, u"  2 Notes"_s, u"  +2 Physics"_s,
                             u"    3 Quanta"_s, u"  4 Stars"_s,  u"5 Wire"_s};

FeedTree withUnread(FeedTree tree, QList<int> unread)
{
    for (qsizetype at = 0; at < unread.size(); ++at)
        tree.feeds[at].unread = unread.at(at);
    return tree;
}

} // namespace

void TestFeedRows::offersToSubscribeWithoutFeeds()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);

    model.setTree({});
    QCOMPARE(model.index(8).data().toString(), u"Subscribe to a feed…"_s);
    QVERIFY(!model.index(8).flags().testFlag(Qt::ItemIsSelectable));

    model.setTree(tree(newspapers));
    QCOMPARE(model.index(8).data().toString(), u"Times"_s);
    QCOMPARE(model.query(model.index(8)), (StoryQuery{.scope = Scope::Feed, .feed = FeedId(1)}));

    model.setTree({});
    QCOMPARE(model.index(8).data().toString(), u"Subscribe to a feed…"_s);
}

void TestFeedRows::becomesTheTreeItIsGiven_data()
{
    QTest::addColumn<QStringList>("wanted");

    QTest::newRow("the same") << newspapers;
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("one more at the end of a folder")
        << QStringList{u"1 Times"_s,      u"+1 Science"_s, u"  2 Notes"_s, u"  +2 Physics"_s,
                       u"    3 Quanta"_s, u"  4 Stars"_s,  u"  6 New"_s,   u"5 Wire"_s};
    QTest::newRow("a folder taken away, what was in it stays") << QStringList{
        u"1 Times"_s, u"2 Notes"_s, u"+2 Physics"_s, u"  3 Quanta"_s, u"4 Stars"_s, u"5 Wire"_s};
    QTest::newRow("a folder taken away with what was in it")
        << QStringList{u"1 Times"_s, u"5 Wire"_s};
    QTest::newRow("inside out") << QStringList{
        u"5 Wire"_s,      u"+2 Physics"_s, u"  +1 Science"_s, u"    4 Stars"_s,
        u"    2 Notes"_s, u"  3 Quanta"_s, u"  1 Times"_s};
    QTest::newRow("renamed") << QStringList{u"1 The Times"_s,  u"+1 Sciences"_s,  u"  2 Notes"_s,
                                            u"  +2 Physics"_s, u"    3 Quanta"_s, u"  4 Stars"_s,
                                            u"5 Wire"_s};
}

void TestFeedRows::becomesTheTreeItIsGiven()
{
    QFETCH(QStringList, wanted);
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setTree(tree(newspapers));
    QCOMPARE(written(model), newspapers);

    model.setTree(tree(wanted));

    QCOMPARE(written(model), wanted);
}

void TestFeedRows::keepsRowsWhereverTheyGo()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setTree(tree(newspapers));
    const QPersistentModelIndex stars = model.indexOf(FeedNode{.feed = FeedId(4)});
    const QPersistentModelIndex physics = model.indexOf(FeedNode{.folder = FeedFolderId(2)});

    model.setTree(tree({u"4 Stars"_s, u"+2 Physics"_s, u"  3 Quanta"_s, u"  +1 Science"_s}));

    QVERIFY(stars.isValid());
    QCOMPARE(stars.data().toString(), u"Stars"_s);
    QCOMPARE(stars.row(), 8);
    QCOMPARE(physics.row(), 9);
    QCOMPARE(model.rowCount(physics), 2);
}

void TestFeedRows::tellsOnlyWhatChanged()
{
    SidebarModel model;
    model.setTree(tree(newspapers));
    QSignalSpy changes(&model, &SidebarModel::dataChanged);
    QSignalSpy insertions(&model, &SidebarModel::rowsInserted);
    QSignalSpy moves(&model, &SidebarModel::rowsMoved);

    model.setTree(withUnread(tree(newspapers), {3}));

    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), model.index(8));
    QCOMPARE(changes.first().at(1).toModelIndex(), model.index(8));
    QCOMPARE(model.index(8).data(SidebarModel::CountRole).toInt(), 3);
    QCOMPARE(insertions.count() + moves.count(), 0);
}

void TestFeedRows::followsTreesAtRandom()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QRandomGenerator random(7);
    for (auto round = 0; round < 60; ++round) {
        QStringList lines;
        QList<int> ids;
        for (auto id = 1; id <= 14; ++id)
            ids << id;
        std::shuffle(ids.begin(), ids.end(), random);
        auto depth = 0;
        for (const auto id : ids.first(random.bounded(15))) {
            const auto isFolder = id <= 5;
            lines << QString(2 * depth, u' ') + (isFolder ? u"+%1 x"_s : u"%1 x"_s).arg(id);
            depth = random.bounded(depth + (isFolder ? 2 : 1));
        }

        model.setTree(tree(lines));

        QCOMPARE(written(model), lines);
    }
}

void TestFeedRows::staysQuickWithTenThousandFeeds()
{
    QStringList lines;
    for (auto id = 1; id <= 10'000; ++id)
        lines << u"%1 Feed %1"_s.arg(id);
    SidebarModel model;
    model.setTree(tree(lines));
    QSignalSpy moves(&model, &SidebarModel::rowsMoved);
    lines.swapItemsAt(0, 9'999);
    lines.move(20, 9'000);
    lines.move(8'000, 3);
    lines.removeAt(100);
    const auto after = tree(lines);
    QElapsedTimer timer;

    timer.start();
    model.setTree(after);

    QCOMPARE(written(model), lines);
    QCOMPARE(moves.count(), 4);
    // Some milliseconds; what grows with the square would take seconds.
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

void TestFeedRows::saysWhatIsWrong()
{
    SidebarModel model;
    model.setFailureWords(
        [](const FeedFailure &failure) { return u"Not found (%1)."_s.arg(failure.error.status); });
    auto failing = tree({u"1 Times"_s, u"2 Wire"_s});
    failing.feeds[0].unread = 2;
    failing.feeds[0].failure
        = FeedFailure{.error = {.kind = Error::Kind::NotFound, .detail = {}, .status = 404}};
    failing.feeds[1].settings.paused = true;

    model.setTree(failing);

    const auto times = model.index(8);
    QVERIFY(times.data(SidebarModel::FailedRole).toBool());
    QCOMPARE(times.data(Qt::ToolTipRole).toString(), u"Times\nNot found (404)."_s);
    QCOMPARE(times.data(Qt::AccessibleTextRole).toString(), u"Times, 2 unread. Not found (404)."_s);
    QVERIFY(model.index(9).data(SidebarModel::PausedRole).toBool());
    QVERIFY(model.index(9).data(Qt::AccessibleTextRole).toString().contains(u"Paused"_s));
}

void TestFeedRows::renames()
{
    SidebarModel model;
    model.setTree(tree({u"1 Times"_s, u"+1 Science"_s}));
    QSignalSpy asked(&model, &SidebarModel::renameAsked);

    QVERIFY(model.setData(model.index(8), u" The  Times "_s, Qt::EditRole));
    QCOMPARE(model.index(8).data().toString(), u"The Times"_s);
    QCOMPARE(asked.takeFirst().at(1).toString(), u"The Times"_s);

    // A feed without a name is called what it calls itself; a folder keeps its name.
    QVERIFY(model.setData(model.index(8), QString(), Qt::EditRole));
    QCOMPARE(model.index(8).data().toString(), u"Times"_s);
    QCOMPARE(asked.takeFirst().at(1).toString(), QString());
    QVERIFY(!model.setData(model.index(9), QString(), Qt::EditRole));
    QVERIFY(!model.setData(model.index(9), u"Science"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.everything(), u"Mine"_s, Qt::EditRole));
    QCOMPARE(asked.count(), 0);
}

void TestFeedRows::carriesFeeds_data()
{
    QTest::addColumn<FeedNode>("carried");
    QTest::addColumn<FeedNode>("onto"); // None: the top.
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<int>("position");

    const FeedNode times{.feed = FeedId(1)};
    const FeedNode science{.folder = FeedFolderId(1)};
    const FeedNode physics{.folder = FeedFolderId(2)};
    QTest::newRow("onto a folder") << times << science << -1 << true << 3;
    QTest::newRow("between two in a folder") << times << science << 1 << true << 1;
    QTest::newRow("to the top") << science << FeedNode() << 8 << true << 0;
    QTest::newRow("to the end") << times << FeedNode() << 11 << true << 3;
    QTest::newRow("among the places") << times << FeedNode() << 2 << false << -1;
    QTest::newRow("behind the watched folders") << times << FeedNode() << 12 << false << -1;
    QTest::newRow("a folder into itself") << science << science << 0 << false << -1;
    QTest::newRow("a folder into one in it") << science << physics << -1 << false << -1;
    QTest::newRow("a folder out of another") << physics << FeedNode() << 9 << true << 1;
    QTest::newRow("onto a feed") << times << FeedNode{.feed = FeedId(5)} << -1 << false << -1;
}

void TestFeedRows::carriesFeeds()
{
    QFETCH(FeedNode, carried);
    QFETCH(FeedNode, onto);
    QFETCH(int, row);
    QFETCH(bool, accepted);
    QFETCH(int, position);
    SidebarModel model;
    model.setTree(tree(newspapers));
    QSignalSpy asked(&model, &SidebarModel::moveAsked);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.indexOf(carried)}));
    const auto parent = model.indexOf(onto);

    QCOMPARE(model.canDropMimeData(data.get(), Qt::MoveAction, row, 0, parent), accepted);
    // The view must take no rows out by itself.
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, row, 0, parent));

    QCOMPARE(asked.count(), accepted ? 1 : 0);
    if (!accepted)
        return;
    QCOMPARE(asked.first().at(0).value<QList<FeedNode>>(), QList<FeedNode>{carried});
    QCOMPARE(asked.first().at(1).value<FeedFolderId>(), onto.folder);
    QCOMPARE(asked.first().at(2).toInt(), position);
}

void TestFeedRows::movesByKey()
{
    SidebarModel model;
    model.setTree(tree(newspapers));
    QSignalSpy asked(&model, &SidebarModel::moveAsked);
    const auto ask = [&](const FeedNode &node, int by) {
        model.askToMove(model.indexOf(node), by);
        return asked.isEmpty() ? -1 : asked.takeFirst().at(2).toInt();
    };

    QCOMPARE(ask({.feed = FeedId(1)}, -1), -1);
    QCOMPARE(ask({.feed = FeedId(1)}, 1), 2);
    QCOMPARE(ask({.feed = FeedId(5)}, -1), 1);
    QCOMPARE(ask({.feed = FeedId(5)}, 1), -1);
    QCOMPARE(ask({.folder = FeedFolderId(2)}, -1), 0);
    QCOMPARE(ask({.folder = FeedFolderId(2)}, 1), 3);
    model.askToMove(model.everything(), 1);
    QVERIFY(asked.isEmpty());
}

void TestFeedRows::goesOnToTheNextFeedWithUnreadStories()
{
    SidebarModel model;
    model.setTree(withUnread(tree(newspapers), {0, 0, 2, 0, 5}));
    const auto quanta = model.indexOf(FeedNode{.feed = FeedId(3)});
    const auto wire = model.indexOf(FeedNode{.feed = FeedId(5)});

    QCOMPARE(model.nextUnread(model.index(0)), quanta);
    QCOMPARE(model.nextUnread(model.indexOf(FeedNode{.folder = FeedFolderId(1)})), quanta);
    QCOMPARE(model.nextUnread(quanta), wire);
    QCOMPARE(model.nextUnread(wire), quanta);

    model.setTree(withUnread(tree(newspapers), {0, 0, 0, 0, 5}));
    QVERIFY(!model.nextUnread(wire).isValid());
}

QTEST_GUILESS_MAIN(TestFeedRows)
#include "tst_feedrows.moc"
