#include "library/library.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// What the world does to a library: full disks, folders that may only be read, files that are
// something else.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void fullDiskChangesNothing();
    void readOnlyFolderCanBeRead();
    void readOnlyFolderCannotBeMade();
    void readingMakesNothing();
    void refusesWhatIsNoLibrary_data();
    void refusesWhatIsNoLibrary();
    void refusesANewerVersionUntouched();
    void tellsOfDamage();
    void aReaderSeesWhatTheWriterCommitted();
    void interruptsARunningSearch();
};

namespace {

const QDateTime now(QDate(2024, 5, 6), QTime(7, 8), Qt::UTC);

using Opened = Result<std::unique_ptr<Library>>;

Picture pictureOf(const QByteArray &bytes)
{
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {.name = u"broadsheet-media:"_s + QString::fromLatin1(hash),
            .mimeType = u"image/png"_s,
            .bytes = bytes};
}

Article story(int number, int words = 200)
{
    const auto name = u"story%1"_s.arg(number);
    return {.title = name,
            .text = (name + u" words "_s).repeated(words),
            .pictures = {pictureOf(name.toUtf8().repeated(100))}};
}

Opened open(const QString &folder)
{
    return Library::open(folder, Library::Access::ReadWrite);
}

// Runs in a process of its own, so that its limits, rights and death are not ours. Answers its exit
// code, or minus the signal that ended it.
template<typename Body>
int inChild(Body body)
{
    const auto child = ::fork();
    if (child == 0)
        ::_exit(body());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

// Root may write anywhere; nobody may not.
void dropRights()
{
    if (::geteuid() != 0)
        return;
    if (::setgid(65534) != 0 || ::setuid(65534) != 0)
        ::_exit(99);
}

QByteArray integrity(const QString &file)
{
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nullptr);
    QByteArray answer = "none";
    if (sqlite3_step(statement) == SQLITE_ROW)
        answer = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    // Before its first story a library has no index.
    const auto asked = "INSERT INTO search0 (search0) VALUES ('integrity-check')";
    if (sqlite3_exec(database, asked, nullptr, nullptr, nullptr) != SQLITE_OK
        && sqlite3_errmsg(database) != "no such table: search0"_ba)
        answer += sqlite3_errmsg(database);
    sqlite3_close(database);
    return answer;
}

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : "unreadable"_ba;
}

QStringList everythingIn(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    files.sort();
    return files;
}

} // namespace

void TestFaults::fullDiskChangesNothing()
{
    QTemporaryDir folder;
    {
        const auto library = open(folder.path());
        QVERIFY(library && (*library)->add(story(0), Library::Occasion::Found, now));
    }

    // A file may not grow beyond this: what a full disk answers, for the log and for pictures.
    const auto outcome = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = 200'000, .rlim_max = 200'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto library = open(folder.path());
        if (!library)
            return 1;
        auto tooLarge = story(1);
        tooLarge.pictures = {pictureOf(QByteArray(300'000, 'x'))};
        const auto pictured = (*library)->add(tooLarge, Library::Occasion::Opened, now);
        if (pictured || pictured.error().kind != Error::Kind::Storage)
            return 2;
        if ((*library)->counts()->all != 1)
            return 3;
        for (int number = 2;; ++number) {
            auto wide = story(number, 2'000);
            wide.pictures.clear();
            const auto added = (*library)->add(wide, Library::Occasion::Opened, now);
            if (added)
                continue;
            if (added.error().kind != Error::Kind::Storage || added.error().detail.isEmpty())
                return 4;
            // Reading goes on, and what failed is not there.
            const auto counts = (*library)->counts();
            if (!counts || counts->all != number - 1)
                return 5;
            if (!(*library)->headlines({}, 50) || *(*library)->find({}, wide.title) != ArticleId())
                return 6;
            return 0;
        }
    });

    QCOMPARE(outcome, 0);
    QCOMPARE(integrity(folder.filePath(u"library.sqlite"_s)), "ok"_ba);
    const auto library = open(folder.path());
    QVERIFY(library);
    // With room again, what failed works.
    QVERIFY((*library)->add(story(1), Library::Occasion::Opened, now));
    const auto files = everythingIn(folder.filePath(u"media"_s));
    QVERIFY(std::ranges::all_of(files, [](const QString &file) {
        const auto name = QFileInfo(file).fileName();
        return name.size() == 2 || name.size() == 64;
    }));
}

void TestFaults::readOnlyFolderCanBeRead()
{
    QTemporaryDir folder;
    {
        const auto library = open(folder.path());
        QVERIFY(library && (*library)->add(story(7), Library::Occasion::Found, now));
    }
    const auto before = everythingIn(folder.path());
    ::chmod(QFile::encodeName(folder.path()).constData(), 0555);
    ::chmod(QFile::encodeName(folder.filePath(u"library.sqlite"_s)).constData(), 0444);

    const auto outcome = inChild([&] {
        dropRights();
        const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
        if (!library)
            return 1;
        const auto found = (*library)->headlines({.words = u"story7"_s}, 9);
        if (!found || found->size() != 1)
            return 2;
        if (!(*library)->picture(story(7).pictures.first().name))
            return 3;
        const auto added = (*library)->add(story(8), Library::Occasion::Opened, now);
        if (added || added.error().kind != Error::Kind::Storage)
            return 4;
        const auto writable = open(folder.path());
        if (writable || writable.error().kind != Error::Kind::Storage)
            return 5;
        return 0;
    });

    ::chmod(QFile::encodeName(folder.path()).constData(), 0755);
    QCOMPARE(outcome, 0);
    QCOMPARE(everythingIn(folder.path()), before);
}

void TestFaults::readOnlyFolderCannotBeMade()
{
    QTemporaryDir folder;
    ::chmod(QFile::encodeName(folder.path()).constData(), 0555);

    const auto outcome = inChild([&] {
        dropRights();
        for (const auto &place : {folder.path(), folder.filePath(u"below"_s)}) {
            const auto library = open(place);
            if (library || library.error().kind != Error::Kind::Storage)
                return 1;
        }
        return 0;
    });

    ::chmod(QFile::encodeName(folder.path()).constData(), 0755);
    QCOMPARE(outcome, 0);
    QCOMPARE(everythingIn(folder.path()), QStringList());
}

void TestFaults::readingMakesNothing()
{
    QTemporaryDir folder;

    const auto library = Library::open(folder.filePath(u"none"_s), Library::Access::ReadOnly);

    QVERIFY(!library);
    QCOMPARE(library.error().kind, Error::Kind::NotFound);
    QCOMPARE(everythingIn(folder.path()), QStringList());
}

void TestFaults::refusesWhatIsNoLibrary_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("text") << "Dear diary, "_ba.repeated(1000);
    QTest::newRow("short text") << "Dear diary"_ba;
    QTest::newRow("zeroes") << QByteArray(8192, '\0');
    QTest::newRow("half a header") << "SQLite format 3\0half"_ba.repeated(300);

    QTemporaryDir folder;
    const auto file = folder.filePath(u"other.sqlite"_s);
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_exec(database, "CREATE TABLE recipes (name); PRAGMA user_version = 1", nullptr, nullptr,
                 nullptr);
    sqlite3_close(database);
    QTest::newRow("another program's") << contentOf(file);
}

void TestFaults::refusesWhatIsNoLibrary()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"library.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();

    for (const auto access : {Library::Access::ReadOnly, Library::Access::ReadWrite}) {
        const auto library = Library::open(folder.path(), access);

        QVERIFY(!library);
        QCOMPARE(library.error().kind, Error::Kind::Malformed);
    }
    QCOMPARE(contentOf(file.fileName()), content);
}

void TestFaults::refusesANewerVersionUntouched()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"library.sqlite"_s);
    QVERIFY(open(folder.path()));
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_exec(database, "PRAGMA user_version = 1000", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto before = contentOf(file);

    for (const auto access : {Library::Access::ReadOnly, Library::Access::ReadWrite}) {
        const auto library = Library::open(folder.path(), access);

        QVERIFY(!library);
        QCOMPARE(library.error().kind, Error::Kind::Refused);
        QCOMPARE(library.error().where, file);
    }
    QCOMPARE(contentOf(file), before);
}

void TestFaults::tellsOfDamage()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"library.sqlite"_s);
    {
        const auto library = open(folder.path());
        QVERIFY(library);
        for (int number = 0; number < 300; ++number) {
            auto plain = story(number);
            plain.pictures.clear();
            QVERIFY((*library)->add(plain, Library::Occasion::Found, now));
        }
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    // Everything but the header and the list of tables.
    for (qint64 at = 64 * 4096; at < file.size(); at += 512) {
        file.seek(at);
        file.write(QByteArray(256, char(0xA5)));
    }
    file.close();

    const auto library = open(folder.path());

    QVERIFY2(library, library ? "" : qPrintable(library.error().detail));
    int failures = 0;
    for (int number = 1; number <= 300; ++number) {
        const auto stored = (*library)->article(ArticleId(number));
        if (!stored)
            QCOMPARE(stored.error().kind, Error::Kind::Malformed);
        failures += stored ? 0 : 1;
    }
    QVERIFY(failures > 0);
}

void TestFaults::aReaderSeesWhatTheWriterCommitted()
{
    QTemporaryDir folder;
    const auto writer = open(folder.path());
    QVERIFY(writer);
    const auto reader = Library::open(folder.path(), Library::Access::ReadOnly);
    QVERIFY(reader);
    QCOMPARE((*reader)->counts()->all, 0);

    QVERIFY((*writer)->add(story(1), Library::Occasion::Found, now));

    QCOMPARE((*reader)->counts()->all, 1);
    QCOMPARE((*reader)->headlines({.words = u"story1"_s}, 9)->size(), 1);
    const auto refused = (*reader)->setRead({ArticleId(1)}, true, now);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
}

void TestFaults::interruptsARunningSearch()
{
    QTemporaryDir folder;
    const auto library = open(folder.path());
    QVERIFY(library);
    for (int number = 0; number < 300; ++number)
        QVERIFY((*library)->add(story(number, 20), Library::Occasion::Found, now));
    auto *interrupter = (*library)->interrupter();

    // It is interrupted again and again, since nobody can tell when the query is running.
    std::atomic<bool> done = false;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        while (!done)
            interrupter->interrupt();
    }));
    thread->start();
    bool cancelled = false;
    for (int i = 0; i < 10'000 && !cancelled; ++i) {
        const auto found = (*library)->headlines({.words = u"words -nothing"_s}, 1000);
        cancelled = !found && found.error().kind == Error::Kind::Cancelled;
    }
    done = true;
    thread->wait();

    QVERIFY(cancelled);
    QCOMPARE((*library)->headlines({.words = u"words"_s}, 1000)->size(), 300);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
