#include "program.h"
#include "support/storyfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// The commands that look after the library, as a person types them.
class TestCareCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void backsUpAndRestores();
    void checksAndRepairs();
    void tellsTheSizeAndCompacts();
    void refusesWhileAnotherProgramHasIt();
    void takesFoldersHoweverTheyAreWritten_data();
    void takesFoldersHoweverTheyAreWritten();
    void refusesFoldersThatAreNone_data();
    void refusesFoldersThatAreNone();
    void leavesANewerLibraryUntouched();
    void saysWhatToDoAboutADamagedLibrary();
    void saysWhatToDoAboutAnEmptiedLibrary();

private:
    struct Outcome
    {
        int exitCode;
        QString output;
        QString errors;
    };
    Outcome run(const QStringList &arguments, const QString &in = {}) const;
    Outcome open(int number) const;
    [[nodiscard]] QString library() const { return m_folder->filePath(u"library"_s); }
    [[nodiscard]] QString file() const { return library() + u"/library.sqlite"_s; }
    [[nodiscard]] QStringList at(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--library"_s, library()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCareCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

TestCareCommands::Outcome TestCareCommands::run(const QStringList &arguments,
                                                const QString &in) const
{
    const auto outcome = program::run(m_folder->path(), arguments, in);
    return {outcome.exitCode, QString::fromUtf8(outcome.output), QString::fromUtf8(outcome.errors)};
}

TestCareCommands::Outcome TestCareCommands::open(int number) const
{
    const auto story
        = support::writeFile(m_folder->path(), u"%1.txt"_s.arg(number), support::storyText(number));
    return run(at({u"open"_s, story}));
}

void TestCareCommands::backsUpAndRestores()
{
    QCOMPARE(open(1).exitCode, 0);
    const auto away = m_folder->filePath(u"away"_s);

    const auto made = run(at({u"backup"_s, away}));
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.errors, QString());
    QVERIFY(made.output.startsWith(away + u'\n'));
    QVERIFY2(made.output.contains(u"1 story"_s), qPrintable(made.output));
    // It is a library where it is.
    QVERIFY(run({u"list"_s, u"--library"_s, away}).output.contains(u"Harbour Story Number 1"_s));

    QCOMPARE(open(2).exitCode, 0);
    QCOMPARE(run(at({u"backup"_s})).exitCode, 0);
    const auto restored = run(at({u"restore"_s, away}));
    QCOMPARE(restored.exitCode, 0);
    QVERIFY(restored.output.contains(u"before-restore"_s));
    QCOMPARE(run(at({u"list"_s})).output.count(u'\n'), 1);

    // The newest is what was there before; then the one that was made by hand.
    const auto backups = run(at({u"restore"_s})).output;
    QCOMPARE(backups.count(u'\n'), 2);
    QVERIFY2(backups.contains(u"2 stories"_s), qPrintable(backups));
    QVERIFY2(backups.contains(u"made by hand\n"_s) && !backups.contains(u"weekly"_s),
             qPrintable(backups));
    QCOMPARE(run(at({u"restore"_s, u"1"_s})).exitCode, 0);
    QCOMPARE(run(at({u"list"_s})).output.count(u'\n'), 2);
    const auto none = run(at({u"restore"_s, u"17"_s}));
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(none.errors.count(u'\n'), 1);
}

void TestCareCommands::checksAndRepairs()
{
    for (int i = 1; i <= 20; ++i)
        QCOMPARE(open(i).exitCode, 0);
    const auto sound = run(at({u"check"_s}));
    QCOMPARE(sound.exitCode, 0);
    QCOMPARE(sound.output, u"all is well: 20 stories\n"_s);

    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    for (const auto page : {6, 7, 8}) {
        damaged.seek(page * 16'384);
        damaged.write(QByteArray(16'384, char(0xA5)));
    }
    damaged.close();
    const auto found = run(at({u"check"_s}));
    QCOMPARE(found.exitCode, 1);
    QVERIFY2(found.output.contains(u"damaged"_s), qPrintable(found.output));

    const auto repaired = run(at({u"check"_s, u"--repair"_s}));
    QVERIFY2(repaired.exitCode == 0, qPrintable(repaired.output + repaired.errors));
    QVERIFY(repaired.output.contains(u"before-repair"_s));
    QCOMPARE(run(at({u"check"_s})).exitCode, 0);
}

void TestCareCommands::tellsTheSizeAndCompacts()
{
    QCOMPARE(open(1).exitCode, 0);

    const auto words = run(at({u"size"_s}));
    QCOMPARE(words.exitCode, 0);
    QVERIFY(words.output.contains(u"index of words"_s));
    const auto numbers = run(at({u"size"_s, u"--json"_s}));
    const auto object = QJsonDocument::fromJson(numbers.output.toUtf8()).object();
    QCOMPARE(object.value("total"_L1).toInteger(), QFileInfo(file()).size());

    const auto freed = run(at({u"compact"_s, u"--versions"_s, u"--pictures"_s}));
    QCOMPARE(freed.exitCode, 0);
    QVERIFY(freed.output.endsWith(u"freed\n"_s));
}

void TestCareCommands::refusesWhileAnotherProgramHasIt()
{
    QCOMPARE(open(1).exitCode, 0);
    // As a window would hold it.
    const auto lock = ::open(QFile::encodeName(library() + u"/library.lock"_s).constData(),
                             O_RDWR | O_CREAT, 0600);
    QVERIFY(lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) == 0);
    const auto note = R"({"program":"broadsheet","process":4711,"host":"desk",)"
                      R"("since":"2024-05-06T07:08:09Z","lasting":true})"_ba;
    QCOMPARE(::write(lock, note.constData(), size_t(note.size())), ssize_t(note.size()));

    const auto refused = open(2);
    const auto restoring = run(at({u"restore"_s, library()}));
    const auto listed = run(at({u"list"_s}));
    const auto found = run(at({u"search"_s, u"harbour"_s}));
    const auto checked = run(at({u"check"_s}));
    ::close(lock);

    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.errors.count(u'\n'), 1);
    for (const auto &word : {u"broadsheet"_s, u"4711"_s, u"desk"_s, u"2024-05-06"_s})
        QVERIFY2(refused.errors.contains(word), qPrintable(refused.errors));
    QCOMPARE(restoring.exitCode, 2);
    QCOMPARE(listed.output.count(u'\n'), 1);
    QCOMPARE(found.output.count(u'\n'), 1);
    QCOMPARE(checked.exitCode, 0);
    QCOMPARE(open(2).exitCode, 0);
}

void TestCareCommands::takesFoldersHoweverTheyAreWritten_data()
{
    QTest::addColumn<QStringList>("option");
    QTest::addColumn<QString>("below");

    QTest::newRow("a relative one")
        << QStringList{u"--library"_s, u"mine/papers"_s} << u"mine/papers"_s;
    QTest::newRow("here") << QStringList{u"--library=./papers/"_s} << u"papers"_s;
    QTest::newRow("in the person's own") << QStringList{u"--library=~/papers"_s} << u"papers"_s;
    QTest::newRow("up and down") << QStringList{u"--library=a/../papers"_s} << u"papers"_s;
}

void TestCareCommands::takesFoldersHoweverTheyAreWritten()
{
    QFETCH(QStringList, option);
    QFETCH(QString, below);
    const auto story = support::writeFile(m_folder->path(), u"1.txt"_s, support::storyText(1));

    const auto opened = run(QStringList{u"open"_s, story} + option);

    QVERIFY2(opened.exitCode == 0, qPrintable(opened.errors));
    QVERIFY(QFile::exists(m_folder->filePath(below + u"/library.sqlite"_s)));
    QCOMPARE(run(QStringList{u"list"_s} + option).output.count(u'\n'), 1);
    // By another name.
    QVERIFY(QFile::link(m_folder->filePath(below), m_folder->filePath(u"alias"_s)));
    QCOMPARE(run({u"list"_s, u"--library"_s, u"alias"_s}).output.count(u'\n'), 1);
}

void TestCareCommands::refusesFoldersThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("command");

    QTest::newRow("a file") << u"file"_s << u"open"_s;
    QTest::newRow("a file to read") << u"file"_s << u"list"_s;
    QTest::newRow("below a file") << u"file/below"_s << u"open"_s;
    QTest::newRow("none to read") << u"none"_s << u"list"_s;
    QTest::newRow("none to check") << u"none"_s << u"check"_s;
    QTest::newRow("none to back up") << u"none"_s << u"backup"_s;
    QTest::newRow("none to measure") << u"none"_s << u"size"_s;
    QTest::newRow("no name") << QString() << u"list"_s;
}

void TestCareCommands::refusesFoldersThatAreNone()
{
    QFETCH(QString, name);
    QFETCH(QString, command);
    support::writeFile(m_folder->path(), u"file"_s, "Not a folder.");
    QStringList arguments{command};
    if (command == u"open"_s)
        arguments << support::writeFile(m_folder->path(), u"1.txt"_s, support::storyText(1));

    const auto refused = run(arguments + QStringList{u"--library="_s + name});

    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.startsWith(u"broadsheet-cli: "_s), qPrintable(refused.errors));
    QCOMPARE(refused.errors.count(u'\n'), 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"none"_s)));
}

void TestCareCommands::leavesANewerLibraryUntouched()
{
    QDir().mkpath(library());
    QByteArray newer("SQLite format 3\0", 16);
    newer.resize(4096, '\0');
    newer.replace(60, 4, QByteArray("\0\0\x7f\0", 4));
    newer.replace(68, 4, "BSht");
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(newer);
    written.close();

    for (const auto &command : QList<QStringList>{{u"list"_s},
                                                  {u"bookmark"_s, u"1"_s},
                                                  {u"backup"_s},
                                                  {u"check"_s},
                                                  {u"check"_s, u"--repair"_s},
                                                  {u"size"_s},
                                                  {u"compact"_s}}) {
        const auto refused = run(at(command));

        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains(u"newer Broadsheet"_s), qPrintable(refused.errors));
    }
    QCOMPARE(QDir(library()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"library.sqlite"_s});
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), newer);
}

void TestCareCommands::saysWhatToDoAboutADamagedLibrary()
{
    QCOMPARE(open(1).exitCode, 0);
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.write("What another program wrote here.");
    damaged.close();

    const auto list = run(at({u"list"_s}));
    QCOMPARE(list.exitCode, 2);
    QVERIFY2(list.errors.contains(u"check --repair"_s), qPrintable(list.errors));

    const auto text = support::writeFile(m_folder->path(), u"notes.txt"_s, "No library at all.");
    const auto restored = run(at({u"restore"_s, text}));
    QCOMPARE(restored.exitCode, 2);
    QVERIFY2(restored.errors.contains(u"no library of Broadsheet"_s), qPrintable(restored.errors));
}

void TestCareCommands::saysWhatToDoAboutAnEmptiedLibrary()
{
    QCOMPARE(open(1).exitCode, 0);
    QCOMPARE(run(at({u"backup"_s})).exitCode, 0);
    QVERIFY(QFile::resize(file(), 0));

    for (const auto &command : QList<QStringList>{{u"list"_s}, {u"bookmark"_s, u"1"_s}}) {
        const auto told = run(at(command));
        QCOMPARE(told.exitCode, 2);
        QVERIFY2(told.errors.contains(u"emptied"_s) && told.errors.contains(u"backup"_s),
                 qPrintable(told.errors));
    }
    QCOMPARE(QFileInfo(file()).size(), 0);

    QCOMPARE(run(at({u"check"_s, u"--repair"_s})).exitCode, 0);
    QCOMPARE(run(at({u"list"_s})).output.count(u'\n'), 1);
}

QTEST_GUILESS_MAIN(TestCareCommands)
#include "tst_carecommands.moc"
