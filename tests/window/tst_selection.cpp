#include "shell/banner.h"
#include "window/desk.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Several stories at once, and the order they stand in.
class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void actsOnAllThatAreSelected_data();
    void actsOnAllThatAreSelected();
    void leavesWhatIsBroughtBackSelectedAlone_data();
    void leavesWhatIsBroughtBackSelectedAlone();
    void saysHowManyAreSelected();
    void marksWhatIsNotAllReadAsRead();
    void copiesTheLinksOfAll();
    void remembersOrderAndGroups();
    void offersOrdersBesideTheSearch();
};

namespace {

constexpr auto stories = 5;

// The first three of five are selected.
void selectThree(const Desk &desk)
{
    QVERIFY(desk.open(desk.makeFiles(stories)));
    QTRY_VERIFY(desk.window->list().current() != ArticleId::None);
    desk.window->list().show({.scope = StoryQuery::Scope::Unread});
    QTRY_VERIFY(desk.rows().answered());
    desk.window->list().show({});
    QTRY_COMPARE(desk.rows().rowCount(), stories);
    desk.window->list().select(desk.rows().id(0));
    auto &view = desk.window->list().view();
    for (auto more = 0; more < 2; ++more)
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(desk.window->list().selectedCount(), 3);
}

StoryStates states(const Desk &desk)
{
    QList<ArticleId> ids;
    for (auto row = 0; row < desk.rows().rowCount(); ++row)
        ids << desk.rows().id(row);
    auto library = Library::open(desk.folder.path(), Library::Access::ReadOnly);
    return *(*library)->states(ids);
}

} // namespace

void TestSelection::actsOnAllThatAreSelected_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("bookmarked");
    QTest::newRow("bookmark") << Command::Bookmark << stories << 3;
    QTest::newRow("remove") << Command::Remove << stories - 3 << 0;
}

void TestSelection::actsOnAllThatAreSelected()
{
    QFETCH(const Command, command);
    QFETCH(const int, rows);
    QFETCH(const int, bookmarked);
    Desk desk;
    selectThree(desk);

    desk.trigger(command);

    QTRY_COMPARE(desk.rows().rowCount(), rows);
    QTRY_COMPARE(states(desk).bookmarked, bookmarked);
    // One step takes all of it back.
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.rows().rowCount(), stories);
    QTRY_COMPARE(states(desk).bookmarked, 0);
}

void TestSelection::leavesWhatIsBroughtBackSelectedAlone_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("first") << 0;
    QTest::newRow("between") << 2;
    QTest::newRow("last") << stories - 1;
}

// Ctrl is held down when the story comes, which takes one more into the selection only where
// somebody clicks.
void TestSelection::leavesWhatIsBroughtBackSelectedAlone()
{
    QFETCH(const int, row);
    const Desk desk;
    selectThree(desk);
    auto &list = desk.window->list();
    auto *window = desk.window->windowHandle();
    const auto story = desk.rows().id(row);
    list.select(story);
    QTRY_COMPARE(desk.window->flow().id(), story);
    QTest::keyClick(window, Qt::Key_Delete);
    QTRY_COMPARE(desk.rows().rowCount(), stories - 1);
    QTRY_COMPARE(list.selectedCount(), 1);
    QTRY_COMPARE(desk.window->flow().id(), list.current());

    QTest::keyPress(window, Qt::Key_Z, Qt::ControlModifier);

    QTRY_COMPARE(desk.window->flow().id(), story);
    QCOMPARE(list.selected(), QList{story});
    QCOMPARE(list.current(), story);
    QTest::keyRelease(window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(window, Qt::Key_B);
    QTRY_VERIFY(desk.rows().headline(row).bookmarked());
    QCOMPARE(states(desk).bookmarked, 1);
    desk.trigger(row == 0 ? Command::Next : Command::Previous);
    QCOMPARE(list.selected(), QList{desk.rows().id(row == 0 ? 1 : row - 1)});
}

void TestSelection::saysHowManyAreSelected()
{
    Desk desk;
    selectThree(desk);
    auto &list = desk.window->list();
    const auto before = desk.title();
    QSignalSpy presented(&desk.window->flow(), &StoryFlow::presented);

    list.selectAll();
    QCOMPARE(list.selectedCount(), stories);
    QCOMPARE(desk.title(), before);
    QVERIFY(presented.isEmpty());

    // The story comes back when it alone is selected again.
    list.select(desk.window->flow().id());
    QTRY_VERIFY(!presented.isEmpty());
    QCOMPARE(desk.title(), before);
    list.selectAll();
    desk.trigger(Command::Back);
    QCOMPARE(list.selectedCount(), 1);
}

void TestSelection::marksWhatIsNotAllReadAsRead()
{
    Desk desk;
    selectThree(desk);
    const auto ids = desk.window->list().selected();
    desk.library->write([ids](Library &library) {
        return library.setRead({ids.first()}, true, QDateTime::currentDateTimeUtc());
    });
    desk.library->write([ids](Library &library) {
        return library.setRead(ids.mid(1), false, QDateTime::currentDateTimeUtc());
    });
    QTRY_VERIFY(!desk.rows().headline(2).read);

    desk.trigger(Command::ToggleRead);
    QTRY_VERIFY(desk.rows().headline(0).read && desk.rows().headline(1).read
                && desk.rows().headline(2).read);
    QTRY_VERIFY(desk.window->actions()[Command::ToggleRead]->text().contains(u"unread"_s));

    desk.trigger(Command::ToggleRead);
    QTRY_VERIFY(!desk.rows().headline(0).read && !desk.rows().headline(1).read
                && !desk.rows().headline(2).read);
}

void TestSelection::copiesTheLinksOfAll()
{
    Desk desk;
    selectThree(desk);
    QGuiApplication::clipboard()->clear();

    desk.trigger(Command::CopyLink);

    QTRY_COMPARE(QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts).size(), 3);
}

void TestSelection::remembersOrderAndGroups()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    desk.window->list().show({});
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QVERIFY(desk.window->actions()[Command::SortNewest]->isChecked());

    desk.trigger(Command::SortOldest);
    desk.trigger(Command::GroupByDay);
    desk.start();
    QTRY_COMPARE(desk.rows().rowCount(), 3);

    QCOMPARE(desk.window->list().order(), StoryQuery::Order::Oldest);
    QVERIFY(desk.window->actions()[Command::SortOldest]->isChecked());
    QVERIFY(!desk.window->list().groupedByDay());
    // Days part only what is in the order of time.
    QVERIFY(desk.window->actions()[Command::GoToDate]->isEnabled());
    desk.trigger(Command::SortOutlet);
    QTRY_VERIFY(!desk.window->actions()[Command::GoToDate]->isEnabled());
}

void TestSelection::offersOrdersBesideTheSearch()
{
    const Desk desk;
    const auto *button = desk.window->list().findChild<QToolButton *>();
    QVERIFY(button && button->menu());
    for (const auto command :
         {Command::SortNewest, Command::SortMatch, Command::GroupByDay, Command::GoToDate})
        QVERIFY(button->menu()->actions().contains(desk.window->actions()[command]));
    QVERIFY(!desk.window->actions()[Command::SortMatch]->isEnabled());
}

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
