#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "window/leftoutdesk.h"
#include "window/stepdesk.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

// Undo and Redo over all kinds of steps: what was done last comes first.
class TestSteps : public QObject
{
    Q_OBJECT

private slots:
    void takesTheNewestBackFirst_data();
    void takesTheNewestBackFirst();
    void answersFastKeysInTheirOrder();
    void namesWhatComesNext();
    void takesADragForOneStep();
    void takesColoursBack();
    void doesNothingAgainAfterAnotherStep_data();
    void doesNothingAgainAfterAnotherStep();
    void takesBackWhatTheBannerSays();
    void takesBackNothingNewerThanTheBanner();
    void mixesWithPartsThatWereLeftOut();
    void forgetsItsStepsWithTheWindow();
};

void TestSteps::takesTheNewestBackFirst_data()
{
    QTest::addColumn<QList<Command>>("commands");

    using enum Command;
    QTest::newRow("the look, then a mark") << QList{TextLarger, ToggleRead};
    QTest::newRow("a mark, then the look") << QList{ToggleRead, TextLarger};
    QTest::newRow("three") << QList{Bookmark, TextLarger, ToggleRead};
    QTest::newRow("three, the look last") << QList{Bookmark, ToggleRead, TextLarger};
}

void TestSteps::takesTheNewestBackFirst()
{
    QFETCH(const QList<Command>, commands);
    const Desk desk;
    QVERIFY(openOne(desk));
    QList<Place> places{placeOf(desk)};
    for (const auto command : commands)
        places.append(after(desk, {command}));

    for (auto at = commands.size() - 1; at >= 0; --at) {
        desk.trigger(Command::Undo);
        QTRY_COMPARE(placeOf(desk), places.at(at));
    }
    for (auto at = 1; at < places.size(); ++at) {
        desk.trigger(Command::Redo);
        QTRY_COMPARE(placeOf(desk), places.at(at));
    }
    QCOMPARE(desk.rows().rowCount(), 1);
    // And so on.
    desk.trigger(Command::Undo);
    QTRY_COMPARE(placeOf(desk), places.at(commands.size() - 1));
}

void TestSteps::answersFastKeysInTheirOrder()
{
    const Desk desk;
    QVERIFY(openOne(desk));
    const auto before = placeOf(desk);

    for (const auto command : {Command::Bookmark, Command::TextLarger, Command::ToggleRead})
        desk.trigger(command);
    for (auto times = 0; times < 3; ++times)
        desk.trigger(Command::Undo);

    QTest::qWait(500); // Nothing is to come beyond that: there is no signal for it.
    QCOMPARE(placeOf(desk), before);
    QCOMPARE(desk.rows().rowCount(), 1);
}

void TestSteps::namesWhatComesNext()
{
    const Desk desk;
    QVERIFY(openOne(desk));

    after(desk, {Command::TextLarger});
    QTRY_COMPARE(undoText(desk), u"Undo changing text and lines"_s);
    after(desk, {Command::ToggleRead});
    QTRY_COMPARE(undoText(desk), u"Undo marking"_s);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(undoText(desk), u"Undo changing text and lines"_s);
    desk.trigger(Command::ThemeSepia);
    QTRY_COMPARE(undoText(desk), u"Undo choosing colours"_s);
}

void TestSteps::takesADragForOneStep()
{
    const Desk desk;
    QVERIFY(openOne(desk));
    const auto usual = desk.window->pane().look();

    for (auto step = 0; step < 5; ++step)
        desk.trigger(Command::TextLarger);
    desk.trigger(Command::Undo);

    QTRY_COMPARE(desk.window->pane().look(), usual);
}

void TestSteps::takesColoursBack()
{
    const Desk desk;
    QVERIFY(openOne(desk));
    desk.trigger(Command::ThemeDark);
    desk.trigger(Command::ThemeSepia);

    desk.trigger(Command::Undo);

    QTRY_COMPARE(desk.window->pane().look().theme, page::Theme::Dark);
    QVERIFY(desk.window->actions()[Command::ThemeDark]->isChecked());
    desk.trigger(Command::Redo);
    QTRY_COMPARE(desk.window->pane().look().theme, page::Theme::Sepia);
}

void TestSteps::doesNothingAgainAfterAnotherStep_data()
{
    QTest::addColumn<Command>("undone");
    QTest::addColumn<Command>("then");

    QTest::newRow("the window, then the library") << Command::TextLarger << Command::Bookmark;
    QTest::newRow("the library, then the window") << Command::Bookmark << Command::TextLarger;
    QTest::newRow("both the window") << Command::TextLarger << Command::TextSmaller;
    QTest::newRow("both the library") << Command::ToggleRead << Command::Bookmark;
}

void TestSteps::doesNothingAgainAfterAnotherStep()
{
    QFETCH(const Command, undone);
    QFETCH(const Command, then);
    const Desk desk;
    QVERIFY(openOne(desk));
    const auto before = placeOf(desk);
    after(desk, {undone});
    desk.trigger(Command::Undo);
    QTRY_COMPARE(placeOf(desk), before);
    desk.trigger(then);
    QTRY_VERIFY(desk.window->banner().text() != u"Text and colours are as before"_s);
    QTest::qWait(200);
    const auto now = placeOf(desk);

    desk.trigger(Command::Redo);

    QTRY_COMPARE(desk.window->banner().text(), u"Nothing to redo"_s);
    QCOMPARE(placeOf(desk), now);
}

void TestSteps::takesBackWhatTheBannerSays()
{
    const Desk desk;
    QVERIFY(openOne(desk));
    after(desk, {Command::Bookmark});
    QTRY_COMPARE(desk.window->banner().text(), u"Bookmarked"_s);
    desk.trigger(Command::ThemeSepia);

    desk.window->banner().findChild<QPushButton *>()->click();

    QTRY_VERIFY(!placeOf(desk).isBookmarked);
    QCOMPARE(desk.window->pane().look().theme, page::Theme::Sepia);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.window->pane().look().theme, page::Theme::Light);
}

void TestSteps::takesBackNothingNewerThanTheBanner()
{
    const Desk desk;
    QVERIFY(openOne(desk));
    after(desk, {Command::Bookmark});
    QTRY_COMPARE(desk.window->banner().text(), u"Bookmarked"_s);
    const auto id = desk.window->flow().id();
    desk.library->write([id](Library &library) {
        return library.setRead({id}, false, QDateTime::currentDateTimeUtc());
    });
    QTRY_VERIFY(!placeOf(desk).isRead);

    desk.window->banner().findChild<QPushButton *>()->click();

    QTRY_VERIFY(desk.window->banner().text().startsWith(u"Something else was done since."_s));
    QVERIFY(placeOf(desk).isBookmarked);
    QVERIFY(!placeOf(desk).isRead);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(placeOf(desk).isRead);
    QVERIFY(placeOf(desk).isBookmarked);
}

void TestSteps::mixesWithPartsThatWereLeftOut()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QTRY_VERIFY(desk.library->isResting()); // The story's new text is a step there, too.
    desk.trigger(Command::Back);
    after(desk, {Command::TextLarger, Command::ToggleRead});

    desk.trigger(Command::Undo);
    QTRY_VERIFY(placeOf(desk).isRead);
    QVERIFY(placeOf(desk).isLarger);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!placeOf(desk).isLarger);
    QVERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));

    desk.trigger(Command::Redo);
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Redo);
    QTRY_VERIFY(placeOf(desk).isLarger);
    QCOMPARE(desk.rows().rowCount(), 1);
}

void TestSteps::forgetsItsStepsWithTheWindow()
{
    Desk desk;
    QVERIFY(openOne(desk));
    after(desk, {Command::ToggleRead, Command::TextLarger});

    desk.start();
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    const auto before = placeOf(desk);
    desk.trigger(Command::Undo);

    QTRY_VERIFY(placeOf(desk).isRead != before.isRead);
    QVERIFY(placeOf(desk).isLarger);
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestSteps test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_steps.moc"
