#include "program.h"
#include "support/storyfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// Searches on the command line, in the real program.
class TestSearchCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void saysWhereAndWhat();
    void refuses_data();
    void refuses();
    void explainsTheLanguage();

private:
    struct Outcome
    {
        int exitCode;
        QString output;
        QString errors;
    };
    Outcome run(const QStringList &arguments);

    QTemporaryDir m_folder;
};

TestSearchCommand::Outcome TestSearchCommand::run(const QStringList &arguments)
{
    const auto outcome = program::run(m_folder.path(), arguments);
    return {outcome.exitCode, QString::fromUtf8(outcome.output), QString::fromUtf8(outcome.errors)};
}

void TestSearchCommand::initTestCase()
{
    const auto file = [&](const QString &name, const QString &text) {
        return support::writeFile(m_folder.path(), name, text.toUtf8());
    };
    const auto ferry
        = file(u"1.txt"_s,
               u"Ferry Returns to the Quay\n\nBy Ada Marsh\nDecember 04, 2021\n\n"
               "The slow boat came in at dawn, and nobody on the pier had an answer to "
               "give.\n\nIt was the first one in nine years, and people came to look "
               "at it 😀 from the ferry terminal.\n"_s);
    const auto council = file(u"2.txt"_s,
                              u"Council Votes on Harbour\n\nBy Bo Finch\nMarch 02, 2022\n\n"
                              "The council came back from its recess to vote, and then it went "
                              "home.\n\nThe ferry was not on the agenda, which nobody minded.\n"_s);
    QCOMPARE(run({u"open"_s, ferry, council}).exitCode, 0);
}

void TestSearchCommand::finds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("found"); // The first words of the headlines, in order.

    const auto row = [](const char *name, const QStringList &arguments, const QStringList &found) {
        QTest::newRow(name) << arguments << found;
    };
    const auto ferry = u"Ferry"_s;
    const auto council = u"Council"_s;
    row("words", {u"slow"_s, u"dawn"_s}, {ferry});
    row("title before text", {u"ferry"_s}, {ferry, council});
    row("oldest", {u"ferry"_s, u"--order"_s, u"oldest"_s, u"--limit"_s, u"1"_s}, {ferry});
    row("newest", {u"ferry"_s, u"--order=newest"_s, u"--limit"_s, u"1"_s}, {council});
    row("limit", {u"ferry"_s, u"--limit"_s, u"1"_s}, {ferry});
    row("operator", {u"by:finch"_s}, {council});
    row("quotes that the shell took", {u"ferry"_s, u"by:Ada Marsh"_s}, {ferry});
    row("phrase that the shell took", {u"ferry"_s, u"slow boat"_s}, {ferry});
    row("one argument", {u"by:\"Ada Marsh\" OR by:finch ferry"_s}, {ferry, council});
    row("left out", {u"ferry"_s, u"-council"_s}, {ferry});
    row("nothing", {u"parrot"_s}, {});
}

void TestSearchCommand::finds()
{
    QFETCH(QStringList, arguments);

    const auto [code, output, errors] = run(QStringList{u"search"_s, u"--json"_s} + arguments);

    QCOMPARE(code, 0);
    QCOMPARE(errors, QString());
    QStringList found;
    for (const auto &line : output.split(u'\n', Qt::SkipEmptyParts)) {
        const auto title
            = QJsonDocument::fromJson(line.toUtf8()).object().value("title"_L1).toString();
        found.append(title.section(u' ', 0, 0));
    }
    QTEST(found, "found");
    const auto counted = run(QStringList{u"search"_s, u"--count"_s} + arguments);
    if (!arguments.contains(u"--limit"_s))
        QCOMPARE(counted.output.trimmed().toInt(), found.size());
}

void TestSearchCommand::saysWhereAndWhat()
{
    const auto line = run({u"search"_s, u"--json"_s, u"ferry by:marsh"_s}).output;

    const auto story = QJsonDocument::fromJson(line.toUtf8()).object();
    const auto matches = story.value("matches"_L1).toObject();
    QCOMPARE(matches.value("title"_L1).toArray(), (QJsonArray{QJsonArray{0, 5}}));
    QCOMPARE(matches.value("byline"_L1).toArray(),
             (QJsonArray{QJsonArray{story.value("byline"_L1).toString().indexOf(u"Marsh"_s), 5}}));
    const auto excerpt = story.value("excerpt"_L1).toString().toStdU32String();
    QVERIFY(!excerpt.empty());
    for (const auto &place : matches.value("excerpt"_L1).toArray()) {
        const auto at = place.toArray();
        QCOMPARE(
            QString::fromStdU32String(excerpt.substr(size_t(at[0].toInt()), size_t(at[1].toInt())))
                .toLower(),
            u"ferry"_s);
    }
}

void TestSearchCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("errors"); // After the program's name.

    QTest::newRow("no value") << QStringList{
        u"ferry by:"_s} << u"search: by: needs a word behind it\n  ferry by:\n        ^^^\n"_s;
    QTest::newRow("state") << QStringList{u"is:odd"_s, u"ferry"_s}
                           << u"search: is:odd is not known; try is:unread, is:read, "
                              "is:bookmarked, is:started, is:opened\n  is:odd ferry\n  ^^^^^^\n"_s;
    QTest::newRow("behind wide letters")
        << QStringList{u"東京 last:long"_s}
        << u"search: last:long is no stretch of time; write 7d, 2w, 3m or 1y\n  東京 last:long\n"
           "       ^^^^^^^^^\n"_s;
    QTest::newRow("too long") << QStringList{u"ferry "_s.repeated(5'000)}
                              << u"search: the search is too long\n"_s;
    QTest::newRow("order") << QStringList{
        u"ferry"_s, u"--order"_s,
        u"best"_s} << u"--order takes relevance, newest or oldest; see broadsheet-cli --help\n"_s;
    QTest::newRow("limit") << QStringList{
        u"ferry"_s, u"--limit"_s,
        u"many"_s} << u"--limit takes a number from 1 to 100000; see broadsheet-cli --help\n"_s;
    QTest::newRow("no words") << QStringList{}
                              << u"search needs words; see broadsheet-cli --help\n"_s;
}

void TestSearchCommand::refuses()
{
    QFETCH(QStringList, arguments);

    const auto outcome = run(QStringList{u"search"_s} + arguments);

    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.output, QString());
    QTEST(outcome.errors.mid(u"broadsheet-cli: "_s.size()), "errors");
}

void TestSearchCommand::explainsTheLanguage()
{
    const auto help = run({u"--help"_s}).output;

    for (const auto &operation : {u"title:"_s, u"by:"_s, u"from:"_s, u"credit:"_s, u"caption:"_s,
                                  u"is:unread"_s, u"has:photo"_s, u"before:"_s, u"after:"_s,
                                  u"last:"_s, u"new:"_s, u"lang:"_s, u" OR "_s, u"--order"_s})
        QVERIFY2(help.contains(operation), qPrintable(operation));
}

QTEST_GUILESS_MAIN(TestSearchCommand)
#include "tst_searchcommand.moc"
