#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "window/desk.h"
#include "window/resident.h"

#include <QApplication>

using namespace Qt::StringLiterals;

// The program that keeps running when its window is closed.
class TestResident : public QObject
{
    Q_OBJECT

private slots:
    void endsWithTheWindowUnlessAsked();
    void hidesTheWindowWhenAsked();
    void remembersTheChoice();
    void opensWhileHidden();
    void givesTheWebViewBack();
    void goesOnKeepingTheLibrary();
    void quitsWhenToldTo();
    void endsWithTheSession();
};

void TestResident::endsWithTheWindowUnlessAsked()
{
    const Desk desk;

    QVERIFY(!desk.window->actions()[Command::KeepRunning]->isChecked());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    QVERIFY(desk.window->close());
}

void TestResident::hidesTheWindowWhenAsked()
{
    const Desk desk;
    desk.trigger(Command::KeepRunning);

    QVERIFY(!desk.window->close());

    QVERIFY(!desk.window->isVisible());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    desk.trigger(Command::KeepRunning);
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestResident::remembersTheChoice()
{
    Desk desk;
    desk.trigger(Command::KeepRunning);

    desk.start();

    QVERIFY(desk.window->actions()[Command::KeepRunning]->isChecked());
    QVERIFY(!desk.window->close());
}

void TestResident::opensWhileHidden()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    desk.trigger(Command::KeepRunning);
    desk.window->close();

    desk.window->comeForward({});
    QVERIFY(desk.open({desk.file(2)}));

    QVERIFY(desk.window->isVisible());
    QTRY_COMPARE(desk.title(), u"Harbour Story Number 2"_s);
}

void TestResident::givesTheWebViewBack()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
#ifdef BROADSHEET_WEBENGINE
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->pane().webViewInCharge(), 30'000);
#endif
    desk.trigger(Command::KeepRunning);
    desk.window->resident().setPatience(1);

    desk.window->close();

    QTRY_VERIFY(!desk.window->pane().webViewInCharge());
    desk.window->comeForward({});
#ifdef BROADSHEET_WEBENGINE
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->pane().webViewInCharge(), 30'000);
#endif
    QCOMPARE(desk.title(), u"Harbour Story Number 1"_s);
}

void TestResident::goesOnKeepingTheLibrary()
{
    const Desk desk;
    desk.trigger(Command::KeepRunning);
    desk.window->close();

    QVERIFY(desk.open({desk.file(1)}));

    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QVERIFY(desk.library->isWritable());
}

void TestResident::quitsWhenToldTo()
{
    const Desk desk;
    desk.trigger(Command::KeepRunning);

    desk.trigger(Command::Quit);

    QVERIFY(!desk.window->isVisible());
    QVERIFY(!desk.window->resident().keepsRunning());
}

// The last test: the application believes that it ends.
void TestResident::endsWithTheSession()
{
    const Desk desk;
    desk.trigger(Command::KeepRunning);
    QVERIFY(desk.window->resident().keepsRunning());

    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &quit);

    QVERIFY(!desk.window->isVisible());
    QVERIFY(desk.window->close());
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestResident test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_resident.moc"
