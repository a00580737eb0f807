#include "dialogs/importresult.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "sidebar/sidebar.h"
#include "window/importflow.h"
#include "window/stepdesk.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

#include <optional>

// Undo and Redo of what brought stories in, or is to.
class TestStepsOfMany : public QObject
{
    Q_OBJECT

private slots:
    void asksBeforeItTakesBackWhatWasReadSince_data();
    void asksBeforeItTakesBackWhatWasReadSince();
    void saysWhatIsTakenBackOfAnImport();
    void takesAnImportBackFromItsReport();
    void watchesAFolderAgain();
};

void TestStepsOfMany::asksBeforeItTakesBackWhatWasReadSince_data()
{
    QTest::addColumn<bool>("byButton");

    QTest::newRow("the key again") << false;
    QTest::newRow("the banner's button") << true;
}

// Reading is no step: whoever has read since does not think of the stories' coming in.
void TestStepsOfMany::asksBeforeItTakesBackWhatWasReadSince()
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

void TestStepsOfMany::saysWhatIsTakenBackOfAnImport()
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
void TestStepsOfMany::takesAnImportBackFromItsReport()
{
    const Desk desk;
    desk.makeFiles(2);
    support::writeFile(desk.files.path(), u"nothing.txt"_s, {});
    desk.window->imports().import({desk.files.path()});
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QTRY_VERIFY(desk.window->findChild<ImportResult *>());
    auto *report = desk.window->findChild<ImportResult *>();
    QVERIFY(QTest::qWaitForWindowActive(report));

    QTRY_COMPARE(undoText(desk), u"Undo import of 2 stories"_s);
    QTRY_VERIFY(desk.library->isResting());

    QTest::keySequence(report, QKeySequence::Undo);

    QTRY_COMPARE(desk.rows().rowCount(), 0);
    QVERIFY(!desk.window->findChild<ImportResult *>() || !report->isVisible());
}

void TestStepsOfMany::watchesAFolderAgain()
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

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestStepsOfMany test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stepsofmany.moc"
