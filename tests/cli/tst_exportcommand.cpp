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
    void writesEachStoryOnce();
    void knowsShortNamesOfForms_data();
    void knowsShortNamesOfForms();
    void takesTheFormFromTheEnding_data();
    void takesTheFormFromTheEnding();
    void saysWhenThereIsNothing();
    void takesTheLibraryBeforeTheCommand();
    void saysWhatIsInTheWay_data();
    void saysWhatIsInTheWay();
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
    QVERIFY2(again.errors.contains("is there already"), again.errors);
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

void TestExportCommand::writesEachStoryOnce()
{
    const auto [code, output, errors]
        = run({u"export"_s, u"1"_s, u"2"_s, u"1"_s, u"01"_s, u"--to"_s, m_to});

    QCOMPARE(code, 0);
    QCOMPARE(written().size(), 2);
    QCOMPARE(output.count('\n'), 2);
}

void TestExportCommand::knowsShortNamesOfForms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");

    QTest::newRow("Markdown") << u"md"_s << u"Harbour Story Number 1.md"_s;
    QTest::newRow("text") << u"txt"_s << u"Harbour Story Number 1.txt"_s;
    QTest::newRow("in full") << u"text"_s << u"Harbour Story Number 1.txt"_s;
}

void TestExportCommand::knowsShortNamesOfForms()
{
    QFETCH(QString, name);

    const auto [code, output, errors]
        = run({u"export"_s, u"1"_s, u"--as"_s, name, u"--to"_s, m_to + u'/'});

    QVERIFY2(code == 0, errors);
    QFETCH(QString, file);
    QCOMPARE(written(), QStringList{file});
    QProcess reading;
    reading.start(QStringLiteral(BROADSHEET_CLI),
                  {u"read"_s, m_folder->filePath(u"1.txt"_s), u"--as"_s, name});
    QVERIFY(reading.waitForFinished());
    QCOMPARE(reading.exitCode(), 0);
}

void TestExportCommand::takesTheFormFromTheEnding_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");

    const auto html = "<!DOCTYPE html>"_ba;
    const auto markdown = "---\ntitle: \"Harbour Story Number 1\""_ba;
    const auto text = "Harbour Story Number 1\n\nBy Ada Marsh"_ba;
    QTest::newRow("HTML") << QStringList() << u"one.html"_s << html;
    QTest::newRow("HTML of old systems") << QStringList() << u"ONE.HTM"_s << html;
    QTest::newRow("Markdown") << QStringList() << u"one.md"_s << markdown;
    QTest::newRow("text") << QStringList() << u"one.txt"_s << text;
    QTest::newRow("JSON") << QStringList() << u"one.json"_s << "{"_ba;
    QTest::newRow("the same said twice")
        << QStringList{u"--as"_s, u"markdown"_s} << u"one.md"_s << markdown;
    QTest::newRow("with pictures beside it")
        << QStringList{u"--pictures"_s, u"beside"_s} << u"one.md"_s << markdown;
    QTest::newRow("no ending") << QStringList() << u"one"_s << html;
    QTest::newRow("no ending, and a form") << QStringList{u"--as"_s, u"text"_s} << u"one"_s << text;
    QTest::newRow("a full stop in a name") << QStringList() << u"Dr. Marsh"_s << html;
    QTest::newRow("a number in a name") << QStringList() << u"Version 1.2"_s << html;
}

void TestExportCommand::takesTheFormFromTheEnding()
{
    QFETCH(QStringList, options);
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    const auto path = m_folder->filePath(name);

    const auto [code, output, errors]
        = run(QStringList{u"export"_s, u"1"_s, u"--to"_s, path} + options);

    QVERIFY2(code == 0, errors);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY2(bytes.startsWith(start), bytes.left(200));
}

void TestExportCommand::saysWhenThereIsNothing()
{
    QCOMPARE(run({u"bookmark"_s, u"2"_s, u"--off"_s}).exitCode, 0);

    const auto [code, output, errors] = run({u"export"_s, u"--bookmarks"_s, u"--to"_s, m_to});

    QCOMPARE(code, 0);
    QCOMPARE(output, QByteArray());
    QVERIFY2(errors.contains("no story is bookmarked"), errors);
}

void TestExportCommand::takesTheLibraryBeforeTheCommand()
{
    const auto library = m_folder->filePath(u"other"_s);
    const auto file = m_folder->filePath(u"1.txt"_s);
    const auto call = [](const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(BROADSHEET_CLI), arguments);
        return process.waitForFinished() ? process.exitCode() : -1;
    };

    QCOMPARE(call({u"--library"_s, library, u"open"_s, file}), 0);
    QCOMPARE(call({u"--library="_s + library, u"export"_s, u"1"_s, u"--to"_s, m_to + u'/'}), 0);
    QCOMPARE(written().size(), 1);
    QCOMPARE(call({u"--library"_s, library}), 2);
    QCOMPARE(call({u"--library"_s}), 2);
}

void TestExportCommand::saysWhatIsInTheWay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");

    const auto several = QStringList{u"export"_s, u"1"_s, u"2"_s, u"--to"_s};
    const auto one = QStringList{u"export"_s, u"1"_s, u"--to"_s};
    QTest::newRow("a file") << (several + QStringList{u"1.txt"_s})
                            << "1.txt: is a file; name a folder"_ba;
    QTest::newRow("a file, in the midst of it")
        << (several + QStringList{u"1.txt/below/it"_s}) << "1.txt: is a file"_ba;
    QTest::newRow("a file, above the one wanted")
        << (one + QStringList{u"1.txt/one.html"_s}) << "1.txt: is a file"_ba;
    QTest::newRow("a file that is there")
        << (one + QStringList{u"1.txt"_s}) << "1.txt: is there already"_ba;
    QTest::newRow("no folder for it")
        << (one + QStringList{u"none/one.html"_s}) << "none: there is no such folder"_ba;
    QTest::newRow("an ending of none of our forms")
        << (one + QStringList{u"one.pdf"_s}) << "one.pdf: stories are not written as .pdf"_ba;
    QTest::newRow("the same, and a form")
        << (one + QStringList{u"one.pdf"_s, u"--as=html"_s}) << "not written as .pdf"_ba;
    QTest::newRow("an ending of another form") << (one + QStringList{u"one.md"_s, u"--as=html"_s})
                                               << "one.md: its ending is not that of"_ba;
    QTest::newRow("a file for several")
        << (several + QStringList{u"two.json"_s, u"--as=json"_s})
        << "two.json: is the name of one file; for several stories name a folder: two.json/"_ba;
    QTest::newRow("a file for the bookmarked ones")
        << QStringList{u"export"_s, u"--bookmarks"_s, u"--to"_s, u"kept.html"_s}
        << "name a folder: kept.html/"_ba;
    QTest::newRow("nothing is named") << (one + QStringList{u""_s}) << "--to needs a folder"_ba;
    QTest::newRow("the next option") << one << "--to needs a value"_ba;
}

// In one line, however many stories there are.
void TestExportCommand::saysWhatIsInTheWay()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(QStringLiteral(BROADSHEET_CLI),
                  arguments + QStringList{u"--library"_s, m_folder->filePath(u"library"_s)});
    QVERIFY(process.waitForFinished());

    const auto errors = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(errors.contains(words) && errors.count('\n') == 1, errors);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 3);
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
