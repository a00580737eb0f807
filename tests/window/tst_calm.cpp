#include "desk.h"
#include "desk/readingdesk.h"
#include "reading/readingpane.h"
#include "shell/toolbar.h"

#include <QMenuBar>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

// The story alone on the whole screen.
class TestCalm : public QObject
{
    Q_OBJECT

private slots:
    void showsNothingButTheStory();
    void hidesThePointerUntilItMoves();
    void bringsTheToolsAtTheUpperEdge();
    void leavesTheFullScreenWithEscape_data();
    void leavesTheFullScreenWithEscape();
};

namespace {

CalmReading *calm(const Desk &desk)
{
    return &desk.window->reading().calm();
}

// As the desktop tells it: to the window, with the place on the screen.
void movePointer(const Desk &desk, const QPoint &where)
{
    const auto global = desk.window->mapToGlobal(where);
    QMouseEvent event(QEvent::MouseMove, where, global, Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(desk.window.get(), &event);
}

bool anyBarIsSeen(const Desk &desk)
{
    const auto bars = desk.window->findChildren<ToolBar *>();
    return desk.window->menuBar()->isVisible()
        || std::ranges::any_of(bars, [](const auto *bar) { return bar->isVisible(); });
}

void enter(const Desk &desk)
{
    desk.trigger(Command::FocusMode);
    desk.trigger(Command::FullScreen);
}

} // namespace

void TestCalm::showsNothingButTheStory()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QVERIFY(anyBarIsSeen(desk));

    enter(desk);

    QTRY_VERIFY(calm(desk)->isActive());
    QVERIFY(!anyBarIsSeen(desk));
    QVERIFY(!desk.window->list().isVisible());
    QTest::keyClick(desk.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!calm(desk)->isActive());
    QVERIFY(!desk.window->isFullScreen());
    QTest::keyClick(desk.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(anyBarIsSeen(desk));
    QVERIFY(desk.window->list().isVisible());
}

void TestCalm::hidesThePointerUntilItMoves()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    enter(desk);
    QTRY_VERIFY(calm(desk)->isActive());
    movePointer(desk, {300, 300});
    QVERIFY(!calm(desk)->hidesPointer());

    QTRY_VERIFY(calm(desk)->hidesPointer());
    QVERIFY(QApplication::overrideCursor());
    QCOMPARE(QApplication::overrideCursor()->shape(), Qt::BlankCursor);
    // What scrolls below it is no movement.
    movePointer(desk, {300, 300});
    QVERIFY(calm(desk)->hidesPointer());
    movePointer(desk, {310, 300});
    QVERIFY(!QApplication::overrideCursor());

    QTRY_VERIFY(calm(desk)->hidesPointer());
    desk.trigger(Command::FullScreen);
    QTRY_VERIFY(!QApplication::overrideCursor());
}

void TestCalm::bringsTheToolsAtTheUpperEdge()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    enter(desk);
    QTRY_VERIFY(calm(desk)->isActive());
    movePointer(desk, {300, 300});
    QVERIFY(!anyBarIsSeen(desk));

    movePointer(desk, {300, 0});
    QVERIFY(calm(desk)->showsTools());
    QVERIFY(anyBarIsSeen(desk));
    // It does not push the story down.
    QCOMPARE(desk.window->pane().mapTo(desk.window.get(), QPoint()).y(), 0);
    movePointer(desk, {300, 400});
    QVERIFY(!calm(desk)->showsTools());
}

void TestCalm::leavesTheFullScreenWithEscape_data()
{
    QTest::addColumn<bool>("inList");
    QTest::addColumn<bool>("told"); // Of something, in a message that stands there for a while.

    QTest::newRow("from the story") << false << false;
    QTest::newRow("from the list") << true << false;
    QTest::newRow("while a message is shown") << false << true;
}

// Beside the sidebar and the list.
void TestCalm::leavesTheFullScreenWithEscape()
{
    QFETCH(bool, inList);
    QFETCH(bool, told);
    const Desk desk;
    QVERIFY(desk.open({desk.file(1), desk.file(2)}));
    desk.trigger(Command::FullScreen);
    QTRY_VERIFY(desk.window->isFullScreen());
    if (inList)
        desk.window->list().focusList();
    else
        desk.window->pane().setFocus();
    if (told)
        desk.trigger(Command::Photos);

    QTest::keyClick(desk.window.get(), Qt::Key_Escape);

    QTRY_VERIFY(!desk.window->isFullScreen());
}

QTEST_MAIN(TestCalm)
#include "tst_calm.moc"
