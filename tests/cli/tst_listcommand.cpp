#include "program.h"
#include "support/storyfiles.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What the library holds, as the command line lists and marks it.
class TestListCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsListsFindsAndBookmarks();
    void bookmarksTheStoriesThatAreThere();
    void listsWhatFitsAllOptions_data();
    void listsWhatFitsAllOptions();
    void listsSmartFolders();

private:
    [[nodiscard]] program::Outcome run(const QStringList &arguments) const
    {
        return program::run(m_folder->path(), arguments);
    }
    [[nodiscard]] QString story(int number) const
    {
        return support::writeFile(m_folder->path(), u"%1.txt"_s.arg(number),
                                  support::storyText(number));
    }

    std::unique_ptr<QTemporaryDir> m_folder; // A new library for every test.
};

void TestListCommand::keepsListsFindsAndBookmarks()
{
    QCOMPARE(run({u"open"_s, story(1), story(2)}).exitCode, 0);

    const auto listed = run({u"list"_s, u"--json"_s});
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.output.count('\n'), 2);
    const auto newest = QJsonDocument::fromJson(listed.output.split('\n').first()).object();
    QCOMPARE(newest.value("title"_L1), u"Harbour Story Number 2"_s);

    const auto lines = QString::fromUtf8(run({u"list"_s}).output).split(u'\n');
    QCOMPARE(lines.first(), u"     2     2021-12-04  Harbour Story Number 2"_s);

    const auto found = run({u"search"_s, u"number"_s, u"1"_s});
    QCOMPARE(found.output.count('\n'), 1);
    QVERIFY(found.output.contains("Harbour Story Number 1"));

    const auto id = QString::number(newest.value("id"_L1).toInt());
    QCOMPARE(run({u"bookmark"_s, id}).exitCode, 0);
    QVERIFY(run({u"list"_s, u"--bookmarks"_s}).output.contains("Harbour Story Number 2"));
    QCOMPARE(run({u"bookmark"_s, id, u"--off"_s}).exitCode, 0);
    QCOMPARE(run({u"list"_s, u"--bookmarks"_s}).output, QByteArray());
}

void TestListCommand::bookmarksTheStoriesThatAreThere()
{
    const auto library = m_folder->filePath(u"marks"_s);
    const auto there
        = [&](QStringList arguments) { return run(arguments << u"--library"_s << library); };
    QCOMPARE(there({u"open"_s, story(1)}).exitCode, 0);

    const auto some = there({u"bookmark"_s, u"99"_s, u"1"_s, u"98"_s});
    const auto none = there({u"bookmark"_s, u"98"_s, u"99"_s});

    QCOMPARE(some.exitCode, 1);
    QVERIFY2(some.errors.startsWith("broadsheet-cli: 99: "), some.errors);
    QCOMPARE(some.errors.count('\n'), 2);
    QCOMPARE(there({u"list"_s, u"--bookmarks"_s}).output.count('\n'), 1);
    QCOMPARE(none.exitCode, 2);
    const auto off = there({u"bookmark"_s, u"--off"_s, u"1"_s, u"99"_s});
    QCOMPARE(off.exitCode, 1);
    QCOMPARE(there({u"list"_s, u"--bookmarks"_s}).output, QByteArray());
}

void TestListCommand::listsWhatFitsAllOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("stories");

    QTest::newRow("all") << QStringList() << 4;
    QTest::newRow("unread") << QStringList{u"--unread"_s} << 2;
    QTest::newRow("opened") << QStringList{u"--recent"_s} << 2;
    QTest::newRow("bookmarks") << QStringList{u"--bookmarks"_s} << 2;
    QTest::newRow("unread bookmarks") << QStringList{u"--unread"_s, u"--bookmarks"_s} << 1;
    QTest::newRow("bookmarks that were opened")
        << QStringList{u"--recent"_s, u"--bookmarks"_s} << 1;
    QTest::newRow("all three, which none is")
        << QStringList{u"--unread"_s, u"--recent"_s, u"--bookmarks"_s} << 0;
    QTest::newRow("in a smart folder") << QStringList{u"--folder=Unread"_s, u"--bookmarks"_s} << 1;
    QTest::newRow("in a smart folder, what is not there")
        << QStringList{u"--folder=Recently opened"_s, u"--unread"_s} << 0;
}

void TestListCommand::listsWhatFitsAllOptions()
{
    QFETCH(QStringList, options);
    const QStringList there{u"--library"_s, m_folder->filePath(u"library"_s)};
    const auto folder = m_folder->filePath(u"imported"_s);
    for (const auto number : {3, 4})
        support::writeFile(folder, u"%1.txt"_s.arg(number), support::storyText(number));
    QCOMPARE(run(QStringList{u"open"_s, story(1), story(2)} + there).exitCode, 0);
    QCOMPARE(run(QStringList{u"open"_s, folder} + there).exitCode, 0);
    QCOMPARE(run(QStringList{u"bookmark"_s, u"2"_s, u"3"_s} + there).exitCode, 0);

    const auto [code, output, errors] = run(QStringList{u"list"_s} + options + there);

    QCOMPARE(errors, QByteArray());
    QCOMPARE(code, 0);
    QTEST(int(output.count('\n')), "stories");
}

void TestListCommand::listsSmartFolders()
{
    const auto library = m_folder->filePath(u"smart"_s);
    const auto there
        = [&](QStringList arguments) { return run(arguments << u"--library"_s << library); };
    QCOMPARE(there({u"open"_s, story(1)}).exitCode, 0);

    const auto [code, output, errors] = there({u"folders"_s, u"--json"_s});
    QCOMPARE(code, 0);
    QCOMPARE(output.count('\n'), 5);
    const auto last = QJsonDocument::fromJson(output.split('\n').at(4)).object();
    QCOMPARE(last,
             (QJsonObject{{"name"_L1, u"Recently opened"_s},
                          {"search"_L1, u"is:opened"_s},
                          {"stories"_L1, 1},
                          {"unread"_L1, 0}}));
    QVERIFY(there({u"folders"_s}).output.contains("Today"));

    const auto found = there({u"list"_s, u"--folder"_s, u"recently Opened"_s});
    QCOMPARE(found.exitCode, 0);
    QVERIFY(found.output.contains("Harbour Story Number 1"));
    QCOMPARE(there({u"list"_s, u"--folder"_s, u"Bookmarks"_s}).output, QByteArray());
    const auto unknown = there({u"list"_s, u"--folder"_s, u"Tides"_s});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY(unknown.errors.contains("Tides: not found (no smart folder has this name"));
}

QTEST_GUILESS_MAIN(TestListCommand)
#include "tst_listcommand.moc"
