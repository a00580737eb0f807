#include "care/libraryfiles.h"
#include "dialogs/carereport.h"
#include "dialogs/librarysizedialog.h"
#include "dialogs/restoredialog.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "support/children.h"
#include "window/careflow.h"
#include "window/desk.h"
#include "window/singleinstance.h"
#include "window/welcomepage.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

// The Library menu in a real window, on real files.
class TestCare : public QObject
{
    Q_OBJECT

private slots:
    void backsUpIntoAFolderOfItsOwn();
    void restoresAndTakesThatBack();
    void tellsTheSizeAndFrees();
    void findsAllWell();
    void repairsADamagedLibrary();
    void tellsDamageThatALaterPageHolds();
    void tellsOfAnEmptiedFile();
    void readsWhatAnotherProgramHas();
    void oneWindowForOneFolder();
};

namespace {

void closeDesk(Desk &desk)
{
    desk.window.reset();
    desk.library.reset();
}

// Opened files are read before they are stored.
bool isFilled(const Desk &desk, int stories)
{
    return desk.open(desk.makeFiles(stories))
        && QTest::qWaitFor([&] { return desk.rows().rowCount() == stories; }, 20'000);
}

QString verdictOf(const CareReport *report)
{
    return report->text().section(u'\n', 0, 0);
}

} // namespace

void TestCare::backsUpIntoAFolderOfItsOwn()
{
    Desk desk;
    QVERIFY(isFilled(desk, 3));
    const QTemporaryDir away;

    desk.window->care().backUp(away.path());

    QTRY_VERIFY2_WITH_TIMEOUT(desk.window->banner().text().contains(u"backed up"_s),
                              qPrintable(desk.window->banner().text()), 20'000);
    const auto made = QDir(away.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(made.size(), 1);
    const auto library = Library::open(away.filePath(made.first()), Library::Access::ReadOnly);
    QVERIFY(library);
    QCOMPARE((*library)->counts()->all, 3);
}

void TestCare::restoresAndTakesThatBack()
{
    Desk desk;
    QVERIFY(isFilled(desk, 2));
    const QTemporaryDir away;
    desk.window->care().backUp(away.path());
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->banner().text().contains(u"backed up"_s), 20'000);
    QVERIFY(desk.open({desk.file(3)}));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    desk.trigger(Command::Restore);
    auto *dialog = desk.window->findChild<RestoreDialog *>();
    QVERIFY(dialog);
    const auto made = QDir(away.path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);

    emit dialog->folderChosen(made.first().filePath());
    auto *list = dialog->findChild<QTreeWidget *>();
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(1), u"2"_s);
    QTest::keyClick(list, Qt::Key_Return);

    QTRY_VERIFY2_WITH_TIMEOUT(desk.window->banner().text().contains(u"is what it was"_s),
                              qPrintable(desk.window->banner().text()), 20'000);
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    desk.window->banner().findChild<QPushButton *>()->click();
    QTRY_COMPARE(desk.rows().rowCount(), 3);
}

void TestCare::tellsTheSizeAndFrees()
{
    Desk desk;
    QVERIFY(isFilled(desk, 3));

    desk.trigger(Command::LibrarySize);

    auto *dialog = desk.window->findChild<LibrarySizeDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLabel *>()->text().contains(u"on the disk"_s));
    QSignalSpy asked(dialog, &LibrarySizeDialog::freeAsked);
    emit dialog->freeAsked({});
    QTRY_VERIFY(dialog->findChild<QLabel *>()->text().contains(u"on the disk"_s));
    QCOMPARE(asked.size(), 1);
    // Freeing went by the library that the window has open.
    QVERIFY(desk.open({desk.file(4)}));
    QTRY_COMPARE(desk.rows().rowCount(), 4);
}

void TestCare::findsAllWell()
{
    Desk desk;
    QVERIFY(isFilled(desk, 3));

    desk.trigger(Command::CheckLibrary);

    auto *report = desk.window->findChild<CareReport *>();
    QVERIFY(report);
    QTRY_VERIFY2_WITH_TIMEOUT(verdictOf(report).startsWith(u"All is well"_s),
                              qPrintable(verdictOf(report)), 20'000);
    for (const auto *button : report->findChildren<QPushButton *>())
        QVERIFY(!button->isVisible() || !button->text().contains(u"Repair"_s));
}

void TestCare::repairsADamagedLibrary()
{
    Desk desk;
    QVERIFY(isFilled(desk, 8));
    closeDesk(desk);
    {
        Database database(libraryfiles::fileIn(desk.folder.path()), Database::Access::ReadWrite);
        database.execute("UPDATE totals SET stories = 99");
        database.execute("DELETE FROM versions WHERE article = 2");
    }
    desk.start();
    QTRY_COMPARE(desk.rows().rowCount(), 8);

    desk.trigger(Command::CheckLibrary);
    auto *report = desk.window->findChild<CareReport *>();
    QTRY_VERIFY2(verdictOf(report).contains(u"can be repaired"_s), qPrintable(verdictOf(report)));
    emit report->repairAsked();

    QTRY_VERIFY2_WITH_TIMEOUT(verdictOf(report).startsWith(u"The library is repaired"_s),
                              qPrintable(verdictOf(report)), 20'000);
    QVERIFY(report->text().contains(u"before-repair"_s));
    // The window goes on with what was mended.
    QVERIFY(desk.open({desk.file(9)}));
    QTRY_COMPARE(desk.rows().rowCount(), 9);
    report->close();
}

void TestCare::tellsDamageThatALaterPageHolds()
{
    Desk desk;
    QVERIFY(isFilled(desk, 8));
    closeDesk(desk);
    {
        Database database(libraryfiles::fileIn(desk.folder.path()), Database::Access::ReadWrite);
        database.query("PRAGMA wal_checkpoint(TRUNCATE)").run();
    }
    {
        constexpr auto firstDamaged = 3 * 16'384;
        QFile file(libraryfiles::fileIn(desk.folder.path()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > firstDamaged);
        file.seek(firstDamaged);
        file.write(QByteArray(file.size() - firstDamaged, char(0xA5)));
    }

    desk.start();

    auto &banner = desk.window->banner();
    QTRY_VERIFY2(banner.text().contains(u"damaged"_s),
                 qPrintable(banner.text() + u" rows %1"_s.arg(desk.rows().rowCount())));
    QVERIFY(banner.findChild<QPushButton *>()->text().contains(u"Check"_s));
    // As one would greet somebody who has nothing yet.
    QVERIFY(!desk.window->findChild<WelcomePage *>());
}

void TestCare::tellsOfAnEmptiedFile()
{
    Desk desk;
    QVERIFY(isFilled(desk, 1));
    closeDesk(desk);
    QVERIFY(QFile::resize(libraryfiles::fileIn(desk.folder.path()), 0));

    desk.start();

    auto &banner = desk.window->banner();
    QTRY_VERIFY2(banner.text().contains(u"emptied"_s), qPrintable(banner.text()));
    QVERIFY(desk.window->actions()[Command::Restore]->isEnabled());
    QVERIFY(!desk.window->findChild<WelcomePage *>());
    QCOMPARE(QFileInfo(libraryfiles::fileIn(desk.folder.path())).size(), 0);
}

void TestCare::readsWhatAnotherProgramHas()
{
    Desk desk;
    QVERIFY(isFilled(desk, 2));
    closeDesk(desk);
    support::Child other([&](support::Child::Line &line) {
        const auto library = Library::open(desk.folder.path(), Library::Access::ReadWrite,
                                           LibraryLock::Tenure::Lasting);
        line.say(library ? 'y' : 'n');
        line.wait();
        return 0;
    });
    QCOMPARE(other.hear(), 'y');

    desk.start();

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    auto &banner = desk.window->banner();
    QTRY_VERIFY2(banner.text().contains(QString::number(other.process())),
                 qPrintable(banner.text()));
    for (const auto command : {Command::Bookmark, Command::Remove, Command::Subscribe})
        QVERIFY(!desk.window->actions()[command]->isEnabled());
    QVERIFY(desk.window->actions()[Command::BackUp]->isEnabled());
    other.letGo();
    other.end();
    banner.findChild<QPushButton *>()->click();
    QTRY_VERIFY(desk.window->actions()[Command::Subscribe]->isEnabled());
    QVERIFY(desk.open({desk.file(3)}));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
}

void TestCare::oneWindowForOneFolder()
{
    QTemporaryDir folder;
    const auto real = folder.filePath(u"real"_s);
    QDir().mkpath(real);
    QVERIFY(QFile::link(real, folder.filePath(u"alias"_s)));
    const auto name = SingleInstance::nameFor(real);

    QCOMPARE(SingleInstance::nameFor(folder.filePath(u"alias"_s)), name);
    QCOMPARE(SingleInstance::nameFor(real + u"/../real/"_s), name);
    QVERIFY(SingleInstance::nameFor(folder.filePath(u"other"_s)) != name);
    SingleInstance first(folder.path(), name);
    QCOMPARE(first.claim({}), SingleInstance::Role::First);
    SingleInstance other(folder.path(), SingleInstance::nameFor(folder.path()));
    QCOMPARE(other.claim({}), SingleInstance::Role::First);
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestCare care;
    return QTest::qExec(&care, argc, argv);
}
#include "tst_care.moc"
