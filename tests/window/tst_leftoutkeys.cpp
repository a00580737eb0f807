#include "reading/webengine.h"
#include "shell/banner.h"
#include "window/leftoutdesk.h"

// Choices about what was left out of a story, by the keyboard: done again, one after the other.
class TestLeftOutKeys : public QObject
{
    Q_OBJECT

private slots:
    void makesAChoiceAgain();
    void makesAChoiceAgainUnderTheStory();
    void makesNothingAgainAfterANewChoice();
};

void TestLeftOutKeys::makesAChoiceAgain()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    const auto rules = desk.rules();
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QCOMPARE(desk.rules(), rules);
    QTRY_VERIFY(desk.storedText().contains(u"High water"_s));
    QVERIFY(desk.shows(u"Kept by your rule"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.window->banner().text().contains(u"Nothing more to do again"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    QCOMPARE(desk.rows().rowCount(), 1);
}

void TestLeftOutKeys::makesAChoiceAgainUnderTheStory()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Back);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QVERIFY(desk.shows(u"High water"_s));
    QVERIFY(!desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOutKeys::makesNothingAgainAfterANewChoice()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    desk.click(desk.linkOf(u"ferry number 2"_s, u"drop"_s));
    QTRY_VERIFY(!desk.storyHas(u"number 2"_s));

    desk.trigger(Command::Redo);

    QTRY_VERIFY(desk.window->banner().text().contains(u"Nothing more to do again"_s));
    QVERIFY(!desk.storyHas(u"High water"_s));
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestLeftOutKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leftoutkeys.moc"
