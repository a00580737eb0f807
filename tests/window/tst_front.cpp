#include "articles/articlelist.h"
#include "desk/newstories.h"
#include "desk/readingdesk.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "sidebar/sidebar.h"
#include "window/frontdesk.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The front page in the window, and the way back to it.
class TestFront : public QObject
{
    Q_OBJECT

private slots:
    void takesTheRoomOfTheList();
    void opensAStoryAndComesBack();
    void keepsItsStoriesWhileTheyAreRead();
    void offersWhatHasComeSince();
    void marksWhatItShowsAsReadAndTakesItBack();
    void saysThatEverythingIsRead();
    void makesRoomForWhateverElseIsAsked_data();
    void makesRoomForWhateverElseIsAsked();
    void isThereAgainAfterARestart();
    void isTheOnePaneOfANarrowWindow();
    void offersWhatWasBegun();
    void saysHowFarAStoryIsRead();
};

namespace {

using Ask = std::function<void(const FrontDesk &)>;

} // namespace

Q_DECLARE_METATYPE(Ask)

void TestFront::takesTheRoomOfTheList()
{
    const FrontDesk desk;
    const auto before = desk.window->pane().width();

    QVERIFY(desk.opens());

    QCOMPARE(desk.stories().size(), 6);
    QVERIFY(desk.window->sidebar().isAtFrontPage());
    QVERIFY(desk.window->pane().isVisible());
    QTRY_VERIFY(desk.window->pane().width() > before + 200);
}

void TestFront::opensAStoryAndComesBack()
{
    const FrontDesk desk;
    QVERIFY(desk.opens());
    const auto story = desk.stories().at(3);

    desk.follow(story);

    QVERIFY(desk.reads(story));
    QVERIFY(!desk.window->sidebar().isAtFrontPage());
    QTRY_COMPARE(desk.window->list().current(), story);
    desk.trigger(Command::GoBack);
    QTRY_VERIFY(desk.showsFront());
    QVERIFY(desk.window->sidebar().isAtFrontPage());
    desk.trigger(Command::GoForward);
    QVERIFY(desk.reads(story));
}

void TestFront::keepsItsStoriesWhileTheyAreRead()
{
    const FrontDesk desk;
    QVERIFY(desk.opens());
    const auto stories = desk.stories();
    desk.follow(stories.first());
    QVERIFY(desk.reads(stories.first()));
    QTRY_VERIFY(desk.window->flow().headline().read);
    desk.add(7);
    QTRY_COMPARE(desk.rows().rowCount(), 7);

    desk.trigger(Command::GoBack);

    QTRY_VERIFY(desk.showsFront());
    QCOMPARE(desk.stories(), stories);
    QVERIFY(desk.front().shown().edition.lead->headline.read);
    // Asked for anew, it is a new one.
    desk.trigger(Command::FrontPage);
    QTRY_VERIFY(!desk.stories().contains(stories.first()));
    QCOMPARE(desk.stories().size(), 6);
}

// What is read stays; a button over it, and a key, bring what is new.
void TestFront::offersWhatHasComeSince()
{
    const FrontDesk desk;
    const auto &button = desk.front().newStories();
    auto *action = desk.window->actions()[Command::NewStories];
    QVERIFY(!action->isEnabled());
    QVERIFY(desk.opens());
    const auto stories = desk.stories();
    QVERIFY(button.isHidden());

    desk.add(7);
    QTRY_COMPARE(button.text(), u"One new story"_s);
    QVERIFY(button.isVisible());
    desk.add(8);
    QTRY_COMPARE(button.text(), u"2 new stories"_s);
    QCOMPARE(desk.stories(), stories);

    // Left and come back to, it is the same page with the same offer.
    desk.follow(stories.first());
    QVERIFY(desk.reads(stories.first()));
    QVERIFY(button.isHidden());
    QVERIFY(!action->isEnabled());
    desk.trigger(Command::GoBack);
    QTRY_VERIFY(desk.showsFront() && button.isVisible());
    QCOMPARE(desk.stories(), stories);

    action->trigger();
    QTRY_VERIFY(button.isHidden());
    QTRY_VERIFY(desk.stories().size() > stories.size()); // Whether one was read or not.
    const auto before = desk.stories().size();
    desk.add(9);
    QTRY_VERIFY(button.isVisible());
    QTest::mouseClick(const_cast<NewStories *>(&button), Qt::LeftButton);
    QTRY_VERIFY(desk.stories().size() > before);
}

void TestFront::marksWhatItShowsAsReadAndTakesItBack()
{
    const FrontDesk desk;
    QVERIFY(desk.opens());

    desk.trigger(Command::MarkAllRead);

    QTRY_VERIFY(!desk.front().shown().edition.lead);
    QCOMPARE(desk.window->banner().text(), u"6 stories marked as read"_s);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.stories().size(), 6);
    QVERIFY(desk.showsFront());
}

void TestFront::saysThatEverythingIsRead()
{
    const FrontDesk desk(1);
    desk.library->write([id = desk.idAt(0), now = QDateTime::currentDateTimeUtc()](Library &kept) {
        return kept.setRead({id}, true, now);
    });
    QTRY_VERIFY(desk.rows().headline(0).read);

    QVERIFY(desk.opens());

    QVERIFY(!desk.front().shown().edition.lead);
    desk.trigger(Command::MarkAllRead);
    QCOMPARE(desk.window->banner().text(), u"Nothing is unread here"_s);
    // What comes now is on it at once.
    desk.add(2);
    QTRY_COMPARE(desk.stories().size(), 1);
}

void TestFront::makesRoomForWhateverElseIsAsked_data()
{
    QTest::addColumn<Ask>("ask");

    const auto row = [](const char *name, const Ask &ask) { QTest::newRow(name) << ask; };
    row("a place", [](const FrontDesk &desk) {
        desk.window->sidebar().go(desk.window->sidebar().places().everything());
    });
    row("the next story", [](const FrontDesk &desk) { desk.trigger(Command::Next); });
    row("a search", [](const FrontDesk &desk) { desk.trigger(Command::Search); });
    row("all stories", [](const FrontDesk &desk) {
        emit desk.window->pane().linkActivated(QUrl(page::frontAddress("all"_L1)));
    });
}

void TestFront::makesRoomForWhateverElseIsAsked()
{
    QFETCH(Ask, ask);
    const FrontDesk desk;
    QVERIFY(desk.opens());

    ask(desk);

    QTRY_VERIFY(desk.showsList());
    QVERIFY(!desk.window->sidebar().isAtFrontPage());
}

void TestFront::isThereAgainAfterARestart()
{
    FrontDesk desk;
    QVERIFY(desk.opens());
    desk.window->close();

    desk.start();

    QTRY_VERIFY(desk.showsFront());
    QCOMPARE(desk.stories().size(), 6);
}

void TestFront::isTheOnePaneOfANarrowWindow()
{
    const FrontDesk desk;
    desk.window->resize(420, 700);

    QVERIFY(desk.opens());

    QVERIFY(desk.window->pane().isVisible());
    QVERIFY(!desk.window->sidebar().isVisible());
    desk.trigger(Command::Back);
    QTRY_VERIFY(desk.window->sidebar().isVisible());
}

void TestFront::offersWhatWasBegun()
{
    const FrontDesk desk;
    const auto id = desk.idAt(2);
    desk.library->write([id, now = QDateTime::currentDateTimeUtc()](Library &kept) {
        if (const auto opened = kept.setOpened(id, now); !opened)
            return opened;
        return kept.setPosition(id, {.block = 1, .quote = u"Line 1"_s, .fraction = 0.4}, now);
    });
    QTRY_VERIFY(desk.rows().headline(2).progress > 0);

    QVERIFY(desk.opens());
    QCOMPARE(desk.front().shown().begun.size(), 1);
    QCOMPARE(desk.front().shown().begun.first().id, id);

    // Finished, it goes.
    desk.library->write([id, now = QDateTime::currentDateTimeUtc()](Library &kept) {
        return kept.setPosition(id, {.block = 9, .fraction = 1}, now);
    });
    desk.trigger(Command::FrontPage);
    QTRY_VERIFY(desk.front().shown().begun.isEmpty());
}

void TestFront::saysHowFarAStoryIsRead()
{
    const FrontDesk desk;
    const auto id = desk.idAt(0);
    const auto read = [&](double fraction) {
        desk.library->write([id, fraction, now = QDateTime::currentDateTimeUtc()](Library &kept) {
            if (const auto opened = kept.setOpened(id, now); !opened)
                return opened;
            return kept.setPosition(id, {.block = 3, .fraction = fraction}, now);
        });
    };

    read(0.2);
    QTRY_COMPARE(desk.rows().headline(0).progress, 0.2);
    // Further on, the row follows.
    read(0.6);
    QTRY_COMPARE(desk.rows().headline(0).progress, 0.6);
    read(1);
    QTRY_COMPARE(desk.rows().headline(0).progress, 0.0);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestFront test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_front.moc"
