#include "library/feedstore.h"
#include "library/limits.h"
#include "library/sharedlibrary.h"
#include "load.h"
#include "support/stallwatch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// Another program holds the library's file for longer than anybody waits for it.
class TestLocked : public QObject
{
    Q_OBJECT

private slots:
    void saysSoAndGoesOn();
};

namespace {

// In a process of its own: locks the file, says so, and keeps it until the other end is closed.
pid_t holdFile(const QString &file, int &said, int &release)
{
    int tell[2];
    int hear[2];
    if (::pipe(tell) != 0 || ::pipe(hear) != 0)
        return -1;
    const auto child = ::fork();
    if (child == 0) {
        ::close(hear[1]);
        sqlite3 *database = nullptr;
        sqlite3_open(QFile::encodeName(file).constData(), &database);
        const auto isHeld
            = sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
        char byte = isHeld ? 'y' : 'n';
        if (::write(tell[1], &byte, 1) == 1 && ::read(hear[0], &byte, 1) < 0)
            ::_exit(1);
        sqlite3_close(database);
        ::_exit(0);
    }
    ::close(tell[1]);
    ::close(hear[0]);
    said = tell[0];
    release = hear[1];
    return child;
}

} // namespace

void TestLocked::saysSoAndGoesOn()
{
    QTemporaryDir folder;
    int said = 0;
    int release = 0;
    char byte = 0;
    {
        const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
        QVERIFY(library && load::begin(**library));
    }
    const auto holder = holdFile(folder.path() + u"/library.sqlite"_s, said, release);
    QVERIFY(holder > 0 && ::read(said, &byte, 1) == 1 && byte == 'y');
    SharedLibrary library(folder.path());
    QSignalSpy failed(&library, &SharedLibrary::failed);
    std::optional<Error> error;
    int listed = 0;
    QElapsedTimer time;
    time.start();
    qint64 waited = 0;
    const support::StallWatch watch(50);

    // While this one waits, reading goes on.
    library.write(
        [](Library &writer) {
            return writer.add({.title = u"One"_s, .text = u"Words"_s}, Library::Occasion::Opened,
                              load::timeOf(1));
        },
        this,
        [&](const Result<Added> &added) {
            waited = time.elapsed();
            error = added ? Error{Error::Kind::Cancelled, u"it was added"_s} : added.error();
        });
    for (int i = 0; i < 20; ++i) {
        library.read([](Library &reader) { return reader.list({}, 10); }, this,
                     [&](const Result<ListPage> &page) { listed += bool(page); });
        QTest::qWait(20);
    }
    QTRY_COMPARE(listed, 20);
    const auto isWaiting = !error;
    // Opening waits for nobody who writes.
    QVERIFY(time.elapsed() < limits::busy.count());
    QTRY_VERIFY_WITH_TIMEOUT(error, 20'000);

    QVERIFY(isWaiting);
    QCOMPARE(error->kind, Error::Kind::Storage);
    QVERIFY2(error->detail.contains(u"locked"_s), qPrintable(error->detail));
    QCOMPARE(failed.size(), 1);
    QVERIFY2(watch.longestBusy() < 50, "the main thread was kept busy");
    QVERIFY(waited >= limits::busy.count());

    ::close(release);
    int status = 0;
    ::waitpid(holder, &status, 0);
    bool isAdded = false;
    library.write(
        [](Library &writer) {
            return writer.add({.title = u"One"_s, .text = u"Words"_s}, Library::Occasion::Opened,
                              load::timeOf(1));
        },
        this, [&](const Result<Added> &added) { isAdded = bool(added); });
    QTRY_VERIFY(isAdded);
    qInfo(
        "the write was given up after %lld ms and said so, 20 lists were read meanwhile, the main "
        "thread was busy for %.1f ms at most, and writing works again afterwards",
        waited, watch.longestBusy());
}

QTEST_GUILESS_MAIN(TestLocked)
#include "tst_locked.moc"
