#include "program.h"
#include "support/storyfiles.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What was changed, and taking it back, from the command line.
class TestHistoryCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsWhatWasDone();
    void printsJson();
    void takesBackAndDoesAgain();
    void listsNoMoreThanAsked();
    void refusesBadUsage_data();
    void refusesBadUsage();

private:
    [[nodiscard]] program::Outcome run(const QStringList &arguments) const
    {
        return program::run(m_folder->path(),
                            arguments
                                + QStringList{u"--library"_s, m_folder->filePath(u"library"_s)});
    }
    [[nodiscard]] QByteArrayList lines(const QStringList &arguments) const
    {
        auto lines = run(arguments).output.split('\n');
        lines.removeAll({});
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

// Two stories, opened together, of which the first is bookmarked.
void TestHistoryCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto first = support::writeFile(m_folder->path(), u"1.txt"_s, support::storyText(1));
    const auto second = support::writeFile(m_folder->path(), u"2.txt"_s, support::storyText(2));
    QCOMPARE(run({u"open"_s, first, second}).exitCode, 0);
    QCOMPARE(run({u"bookmark"_s, u"1"_s}).exitCode, 0);
}

void TestHistoryCommand::listsWhatWasDone()
{
    const auto told = lines({u"history"_s});

    QCOMPARE(told.size(), 2);
    QVERIFY2(told.at(0).contains("bookmarked (you): Harbour Story Number 1"), told.at(0));
    QVERIFY2(told.at(1).contains("added (you): Harbour Story Number 1, Harbour Story Number 2"),
             told.at(1));
}

void TestHistoryCommand::printsJson()
{
    const auto told = QJsonDocument::fromJson(lines({u"history"_s, u"--json"_s}).value(0)).object();

    QCOMPARE(told.value(u"action"_s).toString(), u"bookmark"_s);
    QCOMPARE(told.value(u"by"_s).toString(), u"you"_s);
    QCOMPARE(told.value(u"story"_s).toInt(), 1);
    QCOMPARE(told.value(u"undone"_s).toBool(), false);
    QVERIFY(QDateTime::fromString(told.value(u"time"_s).toString(), Qt::ISODate).isValid());
}

void TestHistoryCommand::takesBackAndDoesAgain()
{
    QCOMPARE(run({u"undo"_s}).output, "taken back: bookmarked: Harbour Story Number 1\n"_ba);
    QVERIFY(lines({u"history"_s}).value(0).endsWith("[taken back]"));
    QCOMPARE(run({u"list"_s, u"--bookmarks"_s}).output, ""_ba);
    QCOMPARE(run({u"undo"_s}).output, "taken back: added: 2 stories\n"_ba);
    QCOMPARE(run({u"list"_s}).output, ""_ba);

    QCOMPARE(run({u"undo"_s}).exitCode, 2);
    QCOMPARE(run({u"undo"_s, u"--redo"_s}).output, "done again: added: 2 stories\n"_ba);
    QCOMPARE(lines({u"list"_s}).size(), 2);
}

void TestHistoryCommand::listsNoMoreThanAsked()
{
    QCOMPARE(lines({u"history"_s, u"--limit"_s, u"1"_s}).size(), 1);
}

void TestHistoryCommand::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("words") << QStringList{u"history"_s, u"yesterday"_s};
    QTest::newRow("no number") << QStringList{u"history"_s, u"--limit"_s, u"many"_s};
    QTest::newRow("words with a limit") << QStringList{u"history"_s, u"a"_s, u"--limit"_s, u"1"_s};
    QTest::newRow("undo of something") << QStringList{u"undo"_s, u"3"_s};
}

void TestHistoryCommand::refusesBadUsage()
{
    QFETCH(QStringList, arguments);

    const auto refused = run(arguments);

    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.errors.count('\n'), 1);
    QCOMPARE(refused.output, ""_ba);
}

QTEST_GUILESS_MAIN(TestHistoryCommand)
#include "tst_historycommand.moc"
