#include "reading/webengine.h"
#include "window/frontdesk.h"

#include <QApplication>

// Back and forward through what was read.
class TestBackAndForward : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForwardThroughStories();
    void goesTwoStopsOnTwoPresses();
    void goesBackByTheMouse();
    void passesStoriesThatAreGone();
    void cutsWhatLayAhead();
};

void TestBackAndForward::goesBackAndForwardThroughStories()
{
    const FrontDesk desk;
    const auto first = desk.idAt(0);
    const auto second = desk.idAt(1);
    QVERIFY(desk.dwellsOn(first));
    QVERIFY(desk.dwellsOn(second));
    QVERIFY(!desk.window->actions()[Command::GoForward]->isEnabled());

    desk.trigger(Command::GoBack);
    QVERIFY(desk.reads(first));
    QTRY_COMPARE(desk.window->list().current(), first);

    desk.trigger(Command::GoForward);
    QVERIFY(desk.reads(second));
}

void TestBackAndForward::goesTwoStopsOnTwoPresses()
{
    const FrontDesk desk;
    for (const auto row : {0, 1, 2})
        QVERIFY(desk.dwellsOn(desk.idAt(row)));

    desk.trigger(Command::GoBack);
    desk.trigger(Command::GoBack);
    QVERIFY(desk.reads(desk.idAt(0)));
    desk.trigger(Command::GoForward);
    desk.trigger(Command::GoForward);
    QVERIFY(desk.reads(desk.idAt(2)));

    // The second press comes when the library has answered, and the story is still on its way.
    desk.library->write([](Library & /*kept*/) {
        return Result<LibraryChange>(LibraryChange{.everything = true});
    });
    desk.trigger(Command::GoBack);
    QVERIFY(QTest::qWaitFor([&] { return desk.window->flow().wanted() == desk.idAt(1); }));
    desk.trigger(Command::GoBack);
    QVERIFY(desk.reads(desk.idAt(0)));

    // There and back is nowhere.
    QVERIFY(desk.dwellsOn(desk.idAt(3)));
    desk.trigger(Command::GoBack);
    desk.trigger(Command::GoForward);
    QTest::qWait(300);
    QCOMPARE(desk.window->flow().id(), desk.idAt(3));
}

void TestBackAndForward::goesBackByTheMouse()
{
    const FrontDesk desk;
    QVERIFY(desk.dwellsOn(desk.idAt(0)));
    QVERIFY(desk.dwellsOn(desk.idAt(1)));

    QTest::mouseClick(&desk.window->list(), Qt::BackButton);
    QVERIFY(desk.reads(desk.idAt(0)));
    QTest::mouseClick(&desk.window->pane(), Qt::ForwardButton);
    QVERIFY(desk.reads(desk.idAt(1)));
}

void TestBackAndForward::passesStoriesThatAreGone()
{
    const FrontDesk desk;
    const QList ids{desk.idAt(0), desk.idAt(1), desk.idAt(2)};
    for (const auto id : ids)
        QVERIFY(desk.dwellsOn(id));
    desk.library->write([ids, now = QDateTime::currentDateTimeUtc()](Library &kept) {
        return kept.remove({ids.at(1)}, now);
    });
    QTRY_COMPARE(desk.rows().rowCount(), 5);

    desk.trigger(Command::GoBack);

    QVERIFY(desk.reads(ids.at(0)));
}

void TestBackAndForward::cutsWhatLayAhead()
{
    const FrontDesk desk;
    QVERIFY(desk.dwellsOn(desk.idAt(0)));
    QVERIFY(desk.dwellsOn(desk.idAt(1)));
    desk.trigger(Command::GoBack);
    QVERIFY(desk.reads(desk.idAt(0)));

    QVERIFY(desk.dwellsOn(desk.idAt(2)));

    QVERIFY(!desk.window->actions()[Command::GoForward]->isEnabled());
}

int main(int argc, char **argv)
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestBackAndForward test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_backandforward.moc"
