#include "program.h"
#include "support/storyfiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The real program, as other programs call it.
class TestExportCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesStoriesIntoAFolder();
    void writesOneStoryToAFile();
    void printsWhereNoPlaceIsNamed();
    void takesAllOrTheBookmarkedOnes();
    void goesOnPastAStoryThatIsNotThere();
    void refusesBadUsage_data();
    void refusesBadUsage();

private:
    [[nodiscard]] program::Outcome run(const QStringList &arguments) const
    {
        return program::run(m_folder->path(),
                            arguments
                                + QStringList{u"--library"_s, m_folder->filePath(u"library"_s)});
    }
    [[nodiscard]] QStringList written() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_to;
};

QStringList TestExportCommand::written() const
{
    return QDir(m_to).entryList(QDir::Files, QDir::Name);
}

// Two stories, the second with a bookmark.
void TestExportCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_to = m_folder->filePath(u"out"_s);
    for (const auto number : {1, 2}) {
        const auto file = support::writeFile(m_folder->path(), u"%1.txt"_s.arg(number),
                                             support::storyText(number));
        QCOMPARE(run({u"open"_s, file}).exitCode, 0);
    }
    QCOMPARE(run({u"bookmark"_s, u"2"_s}).exitCode, 0);
}

void TestExportCommand::writesStoriesIntoAFolder()
{
    const auto [code, output, errors]
        = run({u"export"_s, u"1"_s, u"2"_s, u"--as"_s, u"markdown"_s, u"--to"_s, m_to});

    QCOMPARE(errors, QByteArray());
    QCOMPARE(code, 0);
    QCOMPARE(written(),
             QStringList({u"Harbour Story Number 1.md"_s, u"Harbour Story Number 2.md"_s}));
    QCOMPARE(output.count('\n'), 2);
    // Once more: nothing is overwritten.
    QCOMPARE(run({u"export"_s, u"1"_s, u"--as"_s, u"markdown"_s, u"--to"_s, m_to}).exitCode, 0);
    QCOMPARE(written().size(), 3);
}

void TestExportCommand::writesOneStoryToAFile()
{
    const auto path = m_folder->filePath(u"one.html"_s);

    QCOMPARE(run({u"export"_s, u"1"_s, u"--to"_s, path}).exitCode, 0);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("<!DOCTYPE html>"));
    const auto again = run({u"export"_s, u"2"_s, u"--to"_s, path});
    QCOMPARE(again.exitCode, 2);
    QVERIFY2(again.errors.contains("there is such a file"), again.errors);
}

void TestExportCommand::printsWhereNoPlaceIsNamed()
{
    const auto [code, output, errors] = run({u"export"_s, u"1"_s, u"--as"_s, u"text"_s});

    QCOMPARE(code, 0);
    QVERIFY2(output.startsWith("Harbour Story Number 1\n\nBy Ada Marsh"), output);
}

void TestExportCommand::takesAllOrTheBookmarkedOnes()
{
    QCOMPARE(run({u"export"_s, u"--bookmarks"_s, u"--to"_s, m_to}).exitCode, 0);
    QCOMPARE(written(), QStringList{u"Harbour Story Number 2.html"_s});

    QCOMPARE(run({u"export"_s, u"--all"_s, u"--as"_s, u"json"_s, u"--to"_s, m_to}).exitCode, 0);
    QCOMPARE(written().size(), 3);
}

void TestExportCommand::goesOnPastAStoryThatIsNotThere()
{
    const auto [code, output, errors] = run({u"export"_s, u"4711"_s, u"1"_s, u"--to"_s, m_to});

    QCOMPARE(code, 1);
    QCOMPARE(written().size(), 1);
    QVERIFY2(errors.startsWith("broadsheet-cli: 4711: no story has this number"), errors);
}

void TestExportCommand::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("what?") << QStringList{u"export"_s};
    QTest::newRow("both") << QStringList{u"export"_s, u"1"_s, u"--all"_s};
    QTest::newRow("a word") << QStringList{u"export"_s, u"first"_s};
    QTest::newRow("a form that is none") << QStringList{u"export"_s, u"1"_s, u"--as"_s, u"pdf"_s};
    QTest::newRow("a theme that is none")
        << QStringList{u"export"_s, u"1"_s, u"--theme"_s, u"pink"_s};
    QTest::newRow("pictures beside what is printed")
        << QStringList{u"export"_s, u"1"_s, u"--as"_s, u"markdown"_s, u"--pictures"_s, u"beside"_s};
}

void TestExportCommand::refusesBadUsage()
{
    QFETCH(QStringList, arguments);

    const auto [code, output, errors] = run(arguments);

    QCOMPARE(code, 2);
    QCOMPARE(output, QByteArray());
    QVERIFY2(errors.startsWith("broadsheet-cli: ") && errors.count('\n') == 1, errors);
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
