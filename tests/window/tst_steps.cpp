#include "dialogs/importresult.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "sidebar/sidebar.h"
#include "window/importflow.h"
#include "window/leftoutdesk.h"

#include <QPushButton>

#include <optional>

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
    void asksBeforeItTakesBackWhatWasReadSince_data();
    void asksBeforeItTakesBackWhatWasReadSince();
    void saysWhatIsTakenBackOfAnImport();
    void takesAnImportBackFromItsReport();
    void watchesAFolderAgain();
    void mixesWithPartsThatWereLeftOut();
    void forgetsItsStepsWithTheWindow();
};

namespace {

struct Place
{
    bool isLarger = false;
    bool isRead = true;
    bool isBookmarked = false;

    bool operator==(const Place &) const = default;
};

Place placeOf(const Desk &desk)
{
    const auto headline = desk.rows().headline(0);
    return {.isLarger = desk.window->pane().look().textSize > page::Look().textSize,
            .isRead = headline.read,
            .isBookmarked = headline.bookmarked()};
}

// A story, and as soon as it is there what is done to it, one after the other.
Place after(const Desk &desk, const QList<Command> &commands)
{
    for (const auto command : commands) {
        const auto before = placeOf(desk);
        desk.trigger(command);
        if (!QTest::qWaitFor([&] { return placeOf(desk) != before; }))
            qWarning("a command does nothing");
    }
    return placeOf(desk);
}

bool openOne(const Desk &desk)
{
    return desk.open({desk.file(1)})
        && QTest::qWaitFor([&] { return desk.rows().rowCount() == 1 && placeOf(desk).isRead; });
}

QString undoText(const Desk &desk)
{
    return desk.window->actions()[Command::Undo]->text().remove(u'&');
}

} // namespace

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

void TestSteps::asksBeforeItTakesBackWhatWasReadSince_data()
{
    QTest::addColumn<bool>("byButton");

    QTest::newRow("the key again") << false;
    QTest::newRow("the banner's button") << true;
}

// Reading is no step: whoever has read since does not think of the stories' coming in.
void TestSteps::asksBeforeItTakesBackWhatWasReadSince()
{
    QFETCH(const bool, byButton);
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QSignalSpy settled(&desk.window->flow(), &StoryFlow::settled);
    desk.trigger(desk.window->list().current() == desk.rows().headline(0).id ? Command::Next
                                                                             : Command::Previous);
    QVERIFY(settled.wait());
    QTRY_VERIFY(desk.rows().headline(0).read && desk.rows().headline(1).read);
    auto &banner = desk.window->banner();
    const auto question
        = u"The last step brought 2 stories into the library. Undo again takes them out."_s;

    desk.trigger(Command::Undo);
    QTRY_COMPARE(banner.text(), question);
    QCOMPARE(desk.rows().rowCount(), 2);
    if (byButton)
        banner.findChild<QPushButton *>()->click();
    else
        desk.trigger(Command::Undo);

    QTRY_COMPARE(desk.rows().rowCount(), 0);
    QCOMPARE(banner.text(), u"2 stories out of the library again"_s);
    banner.findChild<QPushButton *>()->click();
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    // What was done to stories is not asked about.
    const auto first = desk.rows().headline(0).id;
    desk.window->list().select(first);
    QTRY_COMPARE(desk.window->flow().id(), first);
    QVERIFY(after(desk, {Command::Bookmark}).isBookmarked);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!placeOf(desk).isBookmarked);
}

void TestSteps::saysWhatIsTakenBackOfAnImport()
{
    Desk desk;
    desk.makeFiles(3);
    desk.window->imports().import({desk.files.path()});
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QTRY_COMPARE(undoText(desk), u"Undo import of 3 stories"_s);

    // Whenever that was.
    desk.start();
    QTRY_COMPARE(undoText(desk), u"Undo import of 3 stories"_s);
    desk.trigger(Command::Undo);
    auto &banner = desk.window->banner();
    QTRY_COMPARE(banner.text(),
                 u"Import taken back: 3 stories are out of the library, their files stay"_s);
    QTRY_COMPARE(desk.rows().rowCount(), 0);

    QCOMPARE(banner.findChild<QPushButton *>()->text(), u"Redo"_s);
    banner.findChild<QPushButton *>()->click();
    QTRY_COMPARE(desk.rows().rowCount(), 3);
}

// Its words say that the key does it, so it does it there.
void TestSteps::takesAnImportBackFromItsReport()
{
    const Desk desk;
    desk.makeFiles(2);
    support::writeFile(desk.files.path(), u"nothing.txt"_s, {});
    desk.window->imports().import({desk.files.path()});
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QTRY_VERIFY(desk.window->findChild<ImportResult *>());
    auto *report = desk.window->findChild<ImportResult *>();
    QVERIFY(QTest::qWaitForWindowActive(report));

    QTest::keySequence(report, QKeySequence::Undo);

    QTRY_COMPARE(desk.rows().rowCount(), 0);
    QVERIFY(!desk.window->findChild<ImportResult *>() || !report->isVisible());
}

void TestSteps::watchesAFolderAgain()
{
    const Desk desk;
    const auto folder = desk.files.path();
    const auto watched = [&] {
        std::optional<QStringList> folders;
        desk.library->read(
            [](Library &library) { return library.watchedFolders(); }, desk.window.get(),
            [&](const Result<QStringList> &read) { folders = read ? *read : QStringList(); });
        (void)QTest::qWaitFor([&] { return folders.has_value(); });
        return folders.value_or(QStringList());
    };
    desk.library->write([folder](Library &library) {
        return library.watch(folder, QDateTime::currentDateTimeUtc());
    });
    QTRY_COMPARE(watched(), QStringList{folder});

    emit desk.window->sidebar().stopWatchingAsked(folder);

    QTRY_COMPARE(watched(), QStringList());
    auto &banner = desk.window->banner();
    QVERIFY(banner.text().contains(u"is watched no longer"_s));
    banner.findChild<QPushButton *>()->click();
    QTRY_COMPARE(watched(), QStringList{folder});
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
