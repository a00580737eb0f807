#include "library/library.h"
#include "library/librarylock.h"
#include "library/limits.h"
#include "librarycase.h"
#include "support/children.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

// One program at a time changes a library; real processes contend for it.
class TestLibraryLock : public QObject
{
    Q_OBJECT

private slots:
    void refusesASecondProgram();
    void readsBesideAnotherProgram();
    void waitsForABriefOne();
    void isFreeAfterTheHolderWasKilled();
    void staysUncleanUntilItIsChecked();
    void isTakenSeveralTimesByOneProcess();
    void knowsAFolderByAllItsNames();
    void leavesNothingBehind();
};

namespace {

using Tenure = LibraryLock::Tenure;

QString lockOf(const QTemporaryDir &folder)
{
    return folder.filePath(u"library.lock"_s);
}

// A process that holds the library until it is let go of or killed.
support::Child holder(const QString &folder, Tenure tenure)
{
    return support::Child([folder, tenure](support::Child::Line &line) {
        const auto library = Library::open(folder, Library::Access::ReadWrite, tenure);
        line.say(library ? 'y' : 'n');
        line.wait();
        return 0;
    });
}

// Asks the kernel.
bool isLocked(const QString &file)
{
    const auto descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR);
    if (descriptor < 0)
        return false;
    const auto locked = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0;
    ::close(descriptor);
    return locked;
}

} // namespace

void TestLibraryLock::refusesASecondProgram()
{
    QTemporaryDir folder;
    auto other = holder(folder.path(), Tenure::Lasting);
    QCOMPARE(other.hear(), 'y');
    QElapsedTimer timer;
    timer.start();

    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);

    QVERIFY(!library);
    QCOMPARE(library.error().kind, Error::Kind::InUse);
    QVERIFY(timer.elapsed() < limits::lockPatience.count());
    const auto who = LibraryLock::holderIn(library.error());
    QVERIFY(who);
    QCOMPARE(who->process, other.process());
    QCOMPARE(who->program, u"tst_librarylock"_s);
    QCOMPARE(who->host, QSysInfo::machineHostName());
    QVERIFY(who->since.secsTo(QDateTime::currentDateTimeUtc()) < 60);
}

void TestLibraryLock::readsBesideAnotherProgram()
{
    QTemporaryDir folder;
    auto other = holder(folder.path(), Tenure::Lasting);
    QCOMPARE(other.hear(), 'y');

    const auto library = Library::open(folder.path(), Library::Access::ReadOnly);

    QVERIFY(library);
    QCOMPARE((*library)->counts()->all, 0);
}

void TestLibraryLock::waitsForABriefOne()
{
    QTemporaryDir folder;
    auto other = holder(folder.path(), Tenure::Brief);
    QCOMPARE(other.hear(), 'y');
    support::Child waiting([&](support::Child::Line &line) {
        line.say('w');
        return Library::open(folder.path(), Library::Access::ReadWrite) ? 0 : 1;
    });
    QCOMPARE(waiting.hear(), 'w');

    other.letGo();

    QCOMPARE(waiting.end(), 0);
}

void TestLibraryLock::isFreeAfterTheHolderWasKilled()
{
    QTemporaryDir folder;
    auto other = holder(folder.path(), Tenure::Lasting);
    QCOMPARE(other.hear(), 'y');
    other.kill();
    QVERIFY(QFile::exists(lockOf(folder)));

    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);

    QVERIFY(library);
    QVERIFY((*library)->wasLeftUnclean());
}

void TestLibraryLock::staysUncleanUntilItIsChecked()
{
    QTemporaryDir folder;
    auto other = holder(folder.path(), Tenure::Lasting);
    QCOMPARE(other.hear(), 'y');
    other.kill();
    // A command comes first, and has no time to look.
    QVERIFY(Library::open(folder.path(), Library::Access::ReadWrite));

    auto library = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(library && (*library)->wasLeftUnclean());
    (*library)->markChecked();
    QVERIFY(!(*library)->wasLeftUnclean());
    library->reset();

    const auto again = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(again && !(*again)->wasLeftUnclean());
}

void TestLibraryLock::isTakenSeveralTimesByOneProcess()
{
    QTemporaryDir folder;
    auto first = Library::open(folder.path(), Library::Access::ReadWrite, Tenure::Lasting);
    auto second = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(first && second);

    QVERIFY(isLocked(lockOf(folder)));
    first->reset();
    QVERIFY(isLocked(lockOf(folder)));
    second->reset();
    QVERIFY(!isLocked(lockOf(folder)));
}

void TestLibraryLock::knowsAFolderByAllItsNames()
{
    QTemporaryDir folder;
    const auto real = folder.filePath(u"real"_s);
    QDir().mkpath(real);
    const auto alias = folder.filePath(u"alias"_s);
    QVERIFY(QFile::link(real, alias));
    auto other = holder(real, Tenure::Lasting);
    QCOMPARE(other.hear(), 'y');

    for (const auto &name : {alias, alias + u"/"_s, real + u"/../alias"_s}) {
        const auto library = Library::open(name, Library::Access::ReadWrite);

        QVERIFY2(!library, qPrintable(name));
        QCOMPARE(library.error().kind, Error::Kind::InUse);
    }
}

void TestLibraryLock::leavesNothingBehind()
{
    QTemporaryDir folder;
    {
        const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
        QVERIFY(library && !(*library)->wasLeftUnclean());
        QVERIFY(QFile::exists(lockOf(folder)));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"library.sqlite"_s});
}

QTEST_GUILESS_MAIN(TestLibraryLock)
#include "tst_librarylock.moc"
