#include "articles/articlelist.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "shell/progressline.h"
#include "sidebar/sidebar.h"
#include "support/stallwatch.h"
#include "support/storyfiles.h"
#include "window/desk.h"
#include "window/mainwindow.h"
#include "window/welcomepage.h"

#include <QAction>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// Whole ways through the window, with a real library in a temporary folder.
class TestJourneys : public QObject
{
    Q_OBJECT

private slots:
    void answersEveryCommand();
    void invitesWhenTheLibraryIsEmpty();
    void comesBackToTheInvitationFromTheSearch();
    void opensAFileAndBookmarksItAndTakesItBack();
    void showsTheFirstOfSeveralAndListsAll();
    void namesWhatCannotBeRead();
    void goesOnPastBadFiles();
    void walksThroughStoriesByKey();
    void typesIntoTheSearchField();
    void removesAndBringsBack();
    void goesOnWithTheNextWhenTheStoryIsRemoved();
    void saysWhenNothingIsBelow();
    void changesNoStoryBehindTheSidebar();
    void keepsPlaceAndStoryOverARestart();
    void takesDroppedFilesAndWords();
    void readsOnWhenTheLibraryCannotBeWritten();
    void foldsPanesInNarrowWindows();
    void staysAwakeWhileManyFilesAreOpened();
    void stopsWhenCancelled();
};

void TestJourneys::answersEveryCommand()
{
    const Desk desk;

    QVERIFY(desk.window->actions().unanswered().empty());
}

void TestJourneys::invitesWhenTheLibraryIsEmpty()
{
    const Desk desk;

    QTRY_VERIFY(desk.window->findChild<WelcomePage *>());
    QVERIFY(desk.window->findChild<WelcomePage *>()->isVisible());
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_VERIFY(!desk.window->findChild<WelcomePage *>()->isVisible());
}

void TestJourneys::comesBackToTheInvitationFromTheSearch()
{
    const Desk desk;
    QTRY_VERIFY(desk.window->findChild<WelcomePage *>());
    const auto *welcome = desk.window->findChild<WelcomePage *>();
    QTRY_VERIFY(welcome->isVisible());

    desk.trigger(Command::Search);
    QTRY_VERIFY(!welcome->isVisible());
    desk.trigger(Command::Back);

    QTRY_VERIFY(welcome->isVisible());
}

void TestJourneys::opensAFileAndBookmarksItAndTakesItBack()
{
    const Desk desk;
    QSignalSpy painted(desk.window.get(), &MainWindow::storyPainted);

    QVERIFY(desk.open({desk.file(7)}));

    QTRY_VERIFY(!painted.isEmpty());
    QCOMPARE(desk.title(), u"Harbour Story Number 7"_s);
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QTRY_VERIFY(desk.window->list().current() != ArticleId::None);
    QTRY_COMPARE(desk.window->flow().id(), desk.window->list().current());
    QVERIFY(desk.rows().headline(0).read);

    QTest::keyClick(desk.window.get(), Qt::Key_B);
    QTRY_VERIFY(desk.rows().headline(0).bookmarked());
    QCOMPARE(desk.window->banner().text(), u"Bookmarked"_s);
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.rows().headline(0).bookmarked());
}

void TestJourneys::showsTheFirstOfSeveralAndListsAll()
{
    const Desk desk;

    QVERIFY(desk.open(desk.makeFiles(5)));

    QTRY_COMPARE(desk.rows().rowCount(), 5);
    QCOMPARE(desk.title(), u"Harbour Story Number 1"_s);
    QTRY_COMPARE(desk.rows().headline(desk.window->list().view().currentIndex().row()).title,
                 u"Harbour Story Number 1"_s);
}

void TestJourneys::namesWhatCannotBeRead()
{
    const Desk desk;
    const auto empty = support::writeFile(desk.files.path(), u"nothing.txt"_s, "");

    QVERIFY(desk.open({empty}));

    QVERIFY2(desk.window->banner().text().contains(u"nothing.txt"_s),
             qPrintable(desk.window->banner().text()));
}

void TestJourneys::goesOnPastBadFiles()
{
    const Desk desk;
    auto paths = desk.makeFiles(3);
    paths.insert(1, support::writeFile(desk.files.path(), u"nothing.txt"_s, ""));
    paths << desk.files.filePath(u"missing.html"_s);

    QVERIFY(desk.open(paths));

    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QVERIFY2(desk.window->banner().text().startsWith(u"2 of 5"_s),
             qPrintable(desk.window->banner().text()));
    QCOMPARE(desk.window->files().errors().size(), 2);
}

void TestJourneys::walksThroughStoriesByKey()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(4)));
    QTRY_COMPARE(desk.rows().rowCount(), 4);
    desk.window->list().select(desk.rows().headline(0).id);
    QTRY_COMPARE(desk.title(), desk.rows().headline(0).title);

    QTest::keyClick(desk.window.get(), Qt::Key_J);
    QTRY_COMPARE(desk.title(), desk.rows().headline(1).title);
    QTest::keyClick(desk.window.get(), Qt::Key_J);
    QTRY_COMPARE(desk.title(), desk.rows().headline(2).title);
    QTest::keyClick(desk.window.get(), Qt::Key_K);

    QTRY_COMPARE(desk.title(), desk.rows().headline(1).title);
}

void TestJourneys::typesIntoTheSearchField()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(12)));
    QTRY_COMPARE(desk.rows().rowCount(), 12);

    QTest::keyClick(desk.window.get(), Qt::Key_Slash);
    auto *field = desk.window->list().findChild<QLineEdit *>();
    QTRY_VERIFY(field->hasFocus());
    // Letters that are shortcuts elsewhere.
    QTest::keyClicks(field, u"number 11"_s);

    QCOMPARE(field->text(), u"number 11"_s);
    QTRY_VERIFY(desk.rows().rowCount() < 12 && desk.rows().rowCount() > 0);
    QTest::keyClick(desk.window.get(), Qt::Key_Escape);
    QTRY_COMPARE(desk.rows().rowCount(), 12);
}

void TestJourneys::removesAndBringsBack()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QTRY_VERIFY(desk.window->flow().headline().id != ArticleId::None);

    desk.trigger(Command::Remove);
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    desk.trigger(Command::Undo);

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QVERIFY(QFile::exists(desk.files.filePath(u"story 1.txt"_s)));
}

void TestJourneys::goesOnWithTheNextWhenTheStoryIsRemoved()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    const auto removed = desk.rows().headline(1).id;
    const auto next = desk.rows().headline(2).id;
    desk.window->list().select(removed);
    QTRY_COMPARE(desk.window->flow().id(), removed);

    desk.trigger(Command::Remove);

    QTRY_COMPARE(desk.window->flow().id(), next);
    QCOMPARE(desk.window->list().current(), next);
    QCOMPARE(desk.window->list().selected().size(), 1);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.window->flow().id(), removed);
    QTRY_COMPARE(desk.window->list().current(), removed);
}

void TestJourneys::saysWhenNothingIsBelow()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    // The first of the files is what is read; it came first and stands last.
    QTRY_COMPARE(desk.window->list().view().currentIndex().row(), 2);

    desk.trigger(Command::Next);
    QVERIFY2(desk.window->banner().text().startsWith(u"No more stories below"_s),
             qPrintable(desk.window->banner().text()));
    desk.trigger(Command::NextUnread);

    QCOMPARE(desk.window->list().view().currentIndex().row(), 0);
}

void TestJourneys::changesNoStoryBehindTheSidebar()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    desk.window->resize(500, 700);
    desk.window->list().select(desk.rows().headline(0).id);
    desk.trigger(Command::OpenStory);
    desk.trigger(Command::Back);
    desk.trigger(Command::Back);
    QTRY_VERIFY(static_cast<QWidget *>(&desk.window->sidebar())->isVisible());

    desk.trigger(Command::Next);

    QVERIFY(desk.window->list().isVisible());
    QCOMPARE(desk.window->list().view().currentIndex().row(), 0);
}

void TestJourneys::keepsPlaceAndStoryOverARestart()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    const auto id = desk.rows().headline(2).id;
    desk.window->list().select(id);
    QTRY_COMPARE(desk.window->flow().id(), id);
    desk.window->resize(1111, 777);
    // The files may be gone: the library has the stories.
    for (auto number = 1; number <= 3; ++number)
        QVERIFY(QFile::remove(desk.files.filePath(u"story %1.txt"_s.arg(number))));
    desk.window->close();

    desk.window.reset();
    desk.library = std::make_unique<SharedLibrary>(desk.folder.path());
    desk.window = std::make_unique<MainWindow>(*desk.library, *desk.theme,
                                               Places::inside(desk.folder.path()));
    desk.window->show();

    QTRY_COMPARE(desk.window->flow().id(), id);
    QTRY_COMPARE(desk.window->list().current(), id);
    QVERIFY(!desk.title().isEmpty());
    QCOMPARE(desk.window->size(), QSize(1111, 777));
}

void TestJourneys::takesDroppedFilesAndWords()
{
    const Desk desk;
    const auto drop = [&](const QMimeData &data) {
        QDropEvent event(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        // Past QApplication, which would look for the drag that came before.
        static_cast<QObject *>(desk.window.get())->event(&event);
        return event.isAccepted();
    };
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(desk.file(1))});
    QMimeData words;
    words.setText(QString::fromUtf8(support::storyText(2)));

    QVERIFY(drop(file));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QVERIFY(drop(words));

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QCOMPARE(desk.title(), u"Harbour Story Number 2"_s);
}

void TestJourneys::readsOnWhenTheLibraryCannotBeWritten()
{
    const QTemporaryDir folder;
    const QTemporaryDir files;
    // A file where the library's folder should be.
    const auto blocked = support::writeFile(folder.path(), u"library"_s, "in the way");
    Theme theme(Theme::Choice::Light);
    SharedLibrary library(blocked);
    MainWindow window(library, theme, Places::inside(folder.path()));
    window.show();
    QSignalSpy painted(&window, &MainWindow::storyPainted);

    window.open({support::writeFile(files.path(), u"a.txt"_s, support::storyText(1))});

    QTRY_VERIFY(!painted.isEmpty());
    QCOMPARE(window.flow().article().title, u"Harbour Story Number 1"_s);
    const auto notKept = u"The story is shown but could not be kept."_s;
    QTRY_VERIFY2(window.banner().text().startsWith(notKept), qPrintable(window.banner().text()));
    QVERIFY(window.list().selected().isEmpty());
    // What cannot be done is not offered.
    QTRY_VERIFY(!window.actions()[Command::Bookmark]->isEnabled());
}

void TestJourneys::foldsPanesInNarrowWindows()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    auto *sidebar = static_cast<QWidget *>(&desk.window->sidebar());

    desk.window->resize(800, 700);
    QTRY_VERIFY(!sidebar->isVisible());
    QVERIFY(desk.window->list().isVisible() && desk.window->pane().isVisible());

    desk.window->resize(500, 700);
    QTRY_VERIFY(desk.window->list().isVisible() != desk.window->pane().isVisible());
    desk.trigger(Command::OpenStory);
    QTRY_VERIFY(desk.window->pane().isVisible());
    desk.trigger(Command::Back);
    QTRY_VERIFY(desk.window->list().isVisible());
    desk.trigger(Command::Back);
    QTRY_VERIFY(sidebar->isVisible() && !desk.window->list().isVisible());

    desk.window->resize(1200, 700);
    QTRY_VERIFY(sidebar->isVisible() && desk.window->list().isVisible()
                && desk.window->pane().isVisible());
    // Nothing keeps a wide window from becoming a telephone's at once.
    desk.window->resize(360, 640);
    QCOMPARE(desk.window->size(), QSize(360, 640));
    QTRY_VERIFY(!sidebar->isVisible());
}

void TestJourneys::staysAwakeWhileManyFilesAreOpened()
{
    const Desk desk;
    constexpr auto count = 1'000;
    const auto paths = desk.makeFiles(count);
    QVERIFY(desk.open({desk.file(0)}));
    QTRY_VERIFY(desk.window->pane().webViewInCharge() || !desk.title().isEmpty());
    QSignalSpy progress(&desk.window->files(), &OpenFlow::progressed);
    const support::StallWatch watch(16);

    QVERIFY(desk.open(paths));
    QTRY_COMPARE_WITH_TIMEOUT(desk.rows().rowCount() >= 100, true, 60'000);

    qInfo("1,000 files: %d stalls over 16 ms, the longest %.1f ms; by the thread's own time %d, "
          "the longest %.1f ms",
          watch.stalls(), watch.longest(), watch.busyStalls(), watch.longestBusy());
    QVERIFY(progress.count() > 10);
    QVERIFY2(watch.longestBusy() < 100, "the window does not answer while files are opened");
}

void TestJourneys::stopsWhenCancelled()
{
    const Desk desk;
    const auto paths = desk.makeFiles(800);
    QSignalSpy finished(&desk.window->files(), &OpenFlow::finished);

    desk.window->open(paths);
    QSignalSpy progress(&desk.window->files(), &OpenFlow::progressed);
    QVERIFY(progress.wait(20'000));
    desk.window->files().cancel();

    QVERIFY(finished.count() == 1 || finished.wait(20'000));
    QVERIFY(finished.first().first().toInt() < 800);
    QVERIFY(!desk.window->files().running());
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestJourneys journeys;
    return QTest::qExec(&journeys, argc, argv);
}
#include "tst_journeys.moc"
