#include "library/backups.h"
#include "library/database.h"
#include "librarycase.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Copies of the library among its own files.
class TestBackups : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void holdsWhatTheLibraryHeld();
    void isWrittenBesideAWriter();
    void keepsTheRightOnes_data();
    void keepsTheRightOnes();
    void neverCountsWhatWasBeforeARepair();
    void isDueAfterAWeek_data();
    void isDueAfterAWeek();
    void fullDiskLeavesNothing();
    void stopsWhenAsked();
    void passesOverOtherFiles();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"library.sqlite"_s); }
    [[nodiscard]] QString place() const { return backups::folderOf(m_folder->path()); }
    Result<backups::Backup> make(const QDateTime &now, const std::stop_token &stop = {}) const
    {
        return attempt(file(), [&] {
            Database database(file(), Database::Access::ReadOnly);
            return backups::make(database, place(), backups::Reason::Weekly, now, stop);
        });
    }
};

void TestBackups::holdsWhatTheLibraryHeld()
{
    const auto id = add(fullStory());
    QVERIFY(m_library->setBookmarked({id}, true, start));

    const auto made = make(start);

    QVERIFY(made);
    QCOMPARE(made->made, QDateTime(start.date(), QTime(7, 8, 9), Qt::UTC));
    QCOMPARE(backups::in(place()), QList{*made});
    // It is a library of its own.
    QTemporaryDir elsewhere;
    QVERIFY(QFile::copy(made->file, elsewhere.filePath(u"library.sqlite"_s)));
    const auto copy = Library::open(elsewhere.path(), Library::Access::ReadWrite);
    QVERIFY(copy);
    const auto stored = (*copy)->article(id);
    QVERIFY(stored);
    QCOMPARE(stored->article.text, fullStory().text);
    QVERIFY(stored->headline.bookmarked());
    QCOMPARE((*copy)->headlines({.words = u"ferry"_s}, 9)->size(), 1);
    QVERIFY((*copy)->undo(start)->action == Undone::Action::Bookmarked);
}

void TestBackups::isWrittenBesideAWriter()
{
    for (int i = 0; i < 200; ++i)
        add(story(u"Story %1"_s.arg(i), u"Words and more words. "_s.repeated(100)));
    Database reader(file(), Database::Access::ReadOnly);
    std::unique_ptr<QThread> thread(
        QThread::create([&] { QVERIFY(backups::make(reader, place(), {}, start)); }));
    thread->start();

    int written = 0;
    while (!thread->isFinished() || written < 10) {
        QVERIFY(add(story(u"Meanwhile %1"_s.arg(written))) != ArticleId::None);
        ++written;
    }

    thread->wait();
    QVERIFY(backups::check(backups::in(place()).first().file));
}

void TestBackups::keepsTheRightOnes_data()
{
    QTest::addColumn<QStringList>("days");
    QTest::addColumn<QStringList>("gone");

    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("three weeks") << QStringList{u"2024-05-01"_s, u"2024-05-08"_s, u"2024-05-15"_s}
                                 << QStringList();
    QTest::newRow("five weeks of a month")
        << QStringList{u"2024-05-01"_s, u"2024-05-08"_s, u"2024-05-15"_s, u"2024-05-22"_s,
                       u"2024-05-29"_s}
        << QStringList{u"2024-05-01"_s, u"2024-05-08"_s};
    QTest::newRow("the last of each of three months")
        << QStringList{u"2024-02-28"_s, u"2024-03-20"_s, u"2024-03-27"_s, u"2024-04-24"_s,
                       u"2024-05-15"_s, u"2024-05-22"_s, u"2024-05-29"_s}
        << QStringList{u"2024-02-28"_s, u"2024-03-20"_s};
    QTest::newRow("years apart") << QStringList{u"2014-05-01"_s, u"2018-05-01"_s, u"2021-05-01"_s,
                                                u"2024-05-01"_s}
                                 << QStringList{u"2014-05-01"_s};
}

void TestBackups::keepsTheRightOnes()
{
    QFETCH(QStringList, days);
    QList<backups::Backup> all;
    for (const auto &day : std::as_const(days))
        all.append(
            {.file = day, .made = QDateTime(QDate::fromString(day, Qt::ISODate), {}, Qt::UTC)});

    QStringList gone;
    for (const auto &backup : backups::superfluous(all))
        gone.prepend(backup.file);

    QTEST(gone, "gone");
}

void TestBackups::neverCountsWhatWasBeforeARepair()
{
    using backups::Reason;
    QList<backups::Backup> all;
    for (int day = 1; day <= 5; ++day) {
        for (const auto reason :
             {Reason::BeforeUpgrade, Reason::BeforeRestore, Reason::BeforeRepair, Reason::ByHand})
            all.append({.reason = reason, .made = start.addDays(day)});
    }

    int gone[5] = {};
    for (const auto &backup : backups::superfluous(all))
        ++gone[int(backup.reason)];

    QCOMPARE(gone[int(Reason::BeforeUpgrade)], 4);
    QCOMPARE(gone[int(Reason::BeforeRestore)], 3);
    QCOMPARE(gone[int(Reason::BeforeRepair)], 0);
    QCOMPARE(gone[int(Reason::ByHand)], 2);
}

void TestBackups::isDueAfterAWeek_data()
{
    QTest::addColumn<QList<int>>("daysAgo");
    QTest::addColumn<bool>("due");

    QTest::newRow("none yet") << QList<int>() << true;
    QTest::newRow("today") << QList{0} << false;
    QTest::newRow("six days ago") << QList{20, 6} << false;
    QTest::newRow("seven days ago") << QList{20, 7} << true;
    QTest::newRow("made while the clock was wrong") << QList{-3000, 8} << true;
}

void TestBackups::isDueAfterAWeek()
{
    QFETCH(QList<int>, daysAgo);
    QList<backups::Backup> all;
    for (const auto days : std::as_const(daysAgo))
        all.append({.made = start.addDays(-days)});
    // Others do not count: by the end of the day they may be gone.
    all.append({.reason = backups::Reason::BeforeRestore, .made = start});
    all.append({.reason = backups::Reason::ByHand, .made = start});

    QTEST(backups::isDue(all, start), "due");
}

void TestBackups::fullDiskLeavesNothing()
{
    for (int i = 0; i < 50; ++i)
        add(story(u"Story %1"_s.arg(i), u"Words of %1. "_s.arg(i * 7919).repeated(500)));
    end(); // All is in the file, which is larger than what the child may write.
    QVERIFY(QFileInfo(file()).size() > 200'000);
    const auto before = QDir(m_folder->path()).entryList();

    const auto child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = 100'000, .rlim_max = 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto made = make(start);
        ::_exit(!made && made.error().kind == Error::Kind::Storage ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);

    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(QDir(place()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestBackups::stopsWhenAsked()
{
    add(story(u"A story"_s));
    std::stop_source source;
    source.request_stop();

    const auto made = make(start, source.get_token());

    // So short a library may be done before it looks.
    QVERIFY(made || made.error().kind == Error::Kind::Cancelled);
    for (int i = 0; i < 300; ++i)
        add(story(u"Story %1"_s.arg(i), u"Words and more words. "_s.repeated(100)));
    const auto longer = make(start.addDays(1), source.get_token());
    QVERIFY(!longer);
    QCOMPARE(longer.error().kind, Error::Kind::Cancelled);
    QVERIFY(QDir(place()).entryList({u"*.part"_s}, QDir::Files).isEmpty());
}

void TestBackups::passesOverOtherFiles()
{
    QDir().mkpath(place());
    for (const auto &name :
         {u"notes.txt"_s, u"library-20240506-070809-weekly.sqlite.part"_s,
          u"library-20240506-070809-daily.sqlite"_s, u"library-weekly.sqlite"_s}) {
        QFile other(place() + u'/' + name);
        QVERIFY(other.open(QIODevice::WriteOnly));
    }

    QCOMPARE(backups::in(place()), QList<backups::Backup>());
    QCOMPARE(backups::in(m_folder->filePath(u"none"_s)), QList<backups::Backup>());
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
