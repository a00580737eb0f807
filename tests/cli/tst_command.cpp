#include "program.h"
#include "support/storyfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The real program, as other programs call it.
class TestCommand : public QObject
{
    Q_OBJECT

private slots:
    void readPrintsAnItem();
    void readWritesOtherForms_data();
    void readWritesOtherForms();
    void readGoesOnPastABadFile();
    void readKeepsNothing();
    void readObeysTheReadingRules();
    void tellsWhatIsWrongWithReadingRules();
    void textReadsBackAsTheSameStory();
    void feedPrintsJsonFeed();
    void feedSaysWhatIsNone();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void complainsInOneLine();
    void showsHowACommandIsUsed_data();
    void showsHowACommandIsUsed();
    void tellsOfAllCommands_data();
    void tellsOfAllCommands();
    void opensFolders();
    void opensOnlyTheStoriesThatAreNamed();
    void saysWhenItsOutputIsLost();

private:
    program::Outcome run(const QStringList &arguments) const
    {
        return program::run(m_folder.path(), arguments);
    }
    QString story(int number);

    QTemporaryDir m_folder;
};

QString TestCommand::story(int number)
{
    return support::writeFile(m_folder.path(), u"%1.txt"_s.arg(number), support::storyText(number));
}

void TestCommand::readPrintsAnItem()
{
    const auto [code, output, errors] = run({u"read"_s, story(1)});

    QCOMPARE(code, 0);
    QCOMPARE(errors, QByteArray());
    QCOMPARE(output.count('\n'), 1);
    const auto item = QJsonDocument::fromJson(output).object();
    QCOMPARE(item.value("title"_L1), u"Harbour Story Number 1"_s);
    QCOMPARE(item.value("date_published"_L1), u"2021-12-04"_s);
    QCOMPARE(item.value("authors"_L1).toArray().first().toObject().value("name"_L1),
             u"Ada Marsh"_s);
    const auto text = item.value("content_text"_L1).toString();
    QCOMPARE(text.count("\n\n"_L1), 1);
    QVERIFY(!text.contains("Related"_L1) && !text.contains("coast.example"_L1));
    const auto extension = item.value("_broadsheet"_L1).toObject();
    QCOMPARE(extension.value("lead_figure"_L1).toObject().value("credit"_L1),
             u"Bo Finch/Coastwire"_s);
    QCOMPARE(extension.value("source_format"_L1), u"text"_s);
}

void TestCommand::readWritesOtherForms_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("within");

    QTest::newRow("html") << u"html"_s << "<!DOCTYPE html>"_ba
                          << "<h1"_ba;
    QTest::newRow("markdown") << u"markdown"_s << "---\ntitle: \"Harbour Story Number 1\""_ba
                              << "# Harbour Story Number 1\n"_ba;
    QTest::newRow("text") << u"text"_s << "Harbour Story Number 1\n\nBy Ada Marsh"_ba
                          << "Original url:"_ba;
}

void TestCommand::readWritesOtherForms()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, within);

    const auto [code, output, errors] = run({u"read"_s, story(1), u"--as"_s, form});

    QCOMPARE(code, 0);
    QVERIFY2(output.startsWith(start), output.left(200));
    QVERIFY2(output.contains(within), output);
    QVERIFY(output.contains("Nobody in the hall expected an answer"));
}

void TestCommand::readGoesOnPastABadFile()
{
    const auto [code, output, errors]
        = run({u"read"_s, story(1), m_folder.filePath(u"missing.txt"_s), story(2)});

    QCOMPARE(code, 1);
    QCOMPARE(output.count('\n'), 2);
    QCOMPARE(errors.count('\n'), 1);
}

void TestCommand::readKeepsNothing()
{
    run({u"read"_s, story(1)});

    QVERIFY(!QFile::exists(m_folder.filePath(u"data/broadsheet"_s)));
}

void TestCommand::tellsWhatIsWrongWithReadingRules()
{
    const auto file = story(1);
    const auto torn = support::writeFile(m_folder.path(), u"torn.txt"_s,
                                         "[coast.example]\ndrop p.tides\nkeep [[\n");

    const auto missing = run({u"read"_s, file, u"--rules"_s, m_folder.filePath(u"none.txt"_s)});
    const auto folder = run({u"open"_s, file, u"--rules"_s, m_folder.path()});
    const auto odd = run({u"read"_s, file, u"--rules"_s, torn});

    QCOMPARE(missing.exitCode, 2);
    QVERIFY2(missing.errors.contains("none.txt: "), missing.errors.constData());
    QVERIFY(missing.output.isEmpty());
    QCOMPARE(folder.exitCode, 2);
    QCOMPARE(odd.exitCode, 0);
    QVERIFY2(odd.errors.contains("torn.txt: line 3 "), odd.errors.constData());
    QVERIFY(!odd.output.isEmpty());
}

void TestCommand::readObeysTheReadingRules()
{
    const auto page = support::writeFile(
        m_folder.path(), u"boat.html"_s,
        "<html><title>The Slow Boat</title><article><h1>The Slow Boat</h1>"
        "<p>The ferry left the pier an hour late that day, and nobody had counted those aboard.</p>"
        "<p class=\"tides\">High water stands at nine, and again a little before ten at night.</p>"
        "<p>The mate went below to ask the engine, which had an answer nobody cared to hear.</p>");
    const auto rules = "[coast.example]\ndrop p.tides\n"_ba;
    const QStringList read{u"read"_s, page,     u"--url"_s, u"https://coast.example/boat"_s,
                           u"--as"_s, u"text"_s};

    const auto before = run(read);
    const auto given = run(
        read + QStringList{u"--rules"_s, support::writeFile(m_folder.path(), u"r.txt"_s, rules)});
    support::writeFile(m_folder.path(), u"config/broadsheet/reading-rules.txt"_s, rules);
    const auto usual = run(read);
    QVERIFY(QFile::remove(m_folder.filePath(u"config/broadsheet/reading-rules.txt"_s)));

    QVERIFY2(before.output.contains("High water"), before.errors.constData());
    QVERIFY(!given.output.contains("High water") && given.output.contains("The mate"));
    QCOMPARE(usual.output, given.output);
}

void TestCommand::textReadsBackAsTheSameStory()
{
    const auto first = run({u"read"_s, story(1)}).output;
    const auto text = run({u"read"_s, u"--as=text"_s, story(1)}).output;
    const auto again
        = run({u"read"_s, support::writeFile(m_folder.path(), u"again.txt"_s, text)}).output;

    auto expected = QJsonDocument::fromJson(first).object();
    auto actual = QJsonDocument::fromJson(again).object();
    for (const auto key :
         {"title"_L1, "authors"_L1, "date_published"_L1, "url"_L1, "content_text"_L1})
        QCOMPARE(actual.value(key), expected.value(key));
}

void TestCommand::feedPrintsJsonFeed()
{
    const auto file = support::writeFile(
        m_folder.path(), u"news.xml"_s,
        "<rss><channel><title>N\xe9ws</title><item><link>1</link><description>&lt;img src=p>"
        "</description></item></channel></rss>"_ba);

    const auto [code, output, errors]
        = run({u"feed"_s, file, u"--base"_s, u"https://gazette.example/feeds/"_s,
               u"--content-type"_s, u"application/rss+xml; charset=iso-8859-1"_s});

    QCOMPARE(code, 0);
    QCOMPARE(errors, QByteArray());
    QCOMPARE(output.count('\n'), 1);
    const auto feed = QJsonDocument::fromJson(output).object();
    QCOMPARE(feed.value("version"_L1), u"https://jsonfeed.org/version/1.1"_s);
    QCOMPARE(feed.value("title"_L1), u"N\u00e9ws"_s);
    const auto item = feed.value("items"_L1).toArray().first().toObject();
    QCOMPARE(item.value("url"_L1), u"https://gazette.example/feeds/1"_s);
    QCOMPARE(item.value("content_html"_L1), u"<img src=\"https://gazette.example/feeds/p\">"_s);
}

void TestCommand::feedSaysWhatIsNone()
{
    const auto page = support::writeFile(m_folder.path(), u"page.html"_s, "<html>x</html>"_ba);

    for (const auto &file : {page, m_folder.filePath(u"missing.xml"_s), m_folder.path()}) {
        const auto [code, output, errors] = run({u"feed"_s, file});

        QCOMPARE(code, 2);
        QCOMPARE(output, QByteArray());
        QVERIFY2(errors.startsWith("broadsheet-cli: ") && errors.count('\n') == 1, errors);
    }
}

void TestCommand::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("read what?") << QStringList{u"read"_s};
    QTest::newRow("unknown form") << QStringList{u"read"_s, story(1), u"--as"_s, u"pdf"_s};
    QTest::newRow("unknown option") << QStringList{u"read"_s, story(1), u"--colour"_s};
    QTest::newRow("a feed at no address")
        << QStringList{u"feed"_s, story(1), u"--base"_s, u"notaurl"_s};
    QTest::newRow("a feed at a file's address")
        << QStringList{u"feed"_s, story(1), u"--base=file:///home/ada/1.xml"_s};
    QTest::newRow("a feed at none") << QStringList{u"feed"_s, story(1), u"--base="_s};
    QTest::newRow("a folder without a name") << QStringList{u"list"_s, u"--folder"_s, u""_s};
    QTest::newRow("a folder of blanks") << QStringList{u"list"_s, u"--folder= "_s};
    QTest::newRow("a word for an address")
        << QStringList{u"read"_s, story(1), u"--url"_s, u"notaurl"_s};
    QTest::newRow("an address of no page")
        << QStringList{u"read"_s, story(1), u"--url"_s, u"file:///home/ada/1.txt"_s};
    QTest::newRow("an address without a server")
        << QStringList{u"read"_s, story(1), u"--url=https://"_s};
    QTest::newRow("help with no command") << QStringList{u"help"_s, u"frobnicate"_s};
    QTest::newRow("option without a value") << QStringList{u"read"_s, story(1), u"--as"_s};
    QTest::newRow("search for nothing") << QStringList{u"search"_s, u" "_s};
    QTest::newRow("bookmark a word") << QStringList{u"bookmark"_s, u"first"_s};
    QTest::newRow("no such story") << QStringList{u"bookmark"_s, u"4711"_s};
    QTest::newRow("a limit that is none") << QStringList{u"list"_s, u"--limit"_s, u"many"_s};
}

void TestCommand::refusesBadUsage()
{
    QFETCH(QStringList, arguments);

    const auto [code, output, errors] = run(arguments);

    QCOMPARE(code, 2);
    QCOMPARE(output, QByteArray());
    QVERIFY(errors.startsWith("broadsheet-cli: "));
    QCOMPARE(errors.count('\n'), 1);
}

void TestCommand::complainsInOneLine()
{
    const auto path = support::writeFile(m_folder.path(), u"a\nb\x1b[31m.txt"_s, {});

    const auto [code, output, errors] = run({u"read"_s, path});

    QCOMPARE(code, 2);
    QCOMPARE(errors.count('\n'), 1);
    QVERIFY(!errors.contains('\x1b'));
}

void TestCommand::showsHowACommandIsUsed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("usage");

    QTest::newRow("behind it") << QStringList{u"read"_s, u"--help"_s} << "read FILE…"_ba;
    QTest::newRow("in short") << QStringList{u"read"_s, u"-h"_s} << "read FILE…"_ba;
    QTest::newRow("before it") << QStringList{u"help"_s, u"read"_s} << "read FILE…"_ba;
    QTest::newRow("behind all else")
        << QStringList{u"--library"_s, u"papers"_s, u"opml"_s, u"export"_s, u"--help"_s}
        << "opml import FILE…"_ba;
}

void TestCommand::tellsOfAllCommands_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("an option") << QStringList{u"--help"_s};
    QTest::newRow("a letter") << QStringList{u"-h"_s};
    QTest::newRow("a command") << QStringList{u"help"_s};
    QTest::newRow("both") << QStringList{u"help"_s, u"--help"_s};
}

void TestCommand::tellsOfAllCommands()
{
    QFETCH(QStringList, arguments);

    const auto [code, output, errors] = run(arguments);

    QCOMPARE(code, 0);
    QVERIFY2(output.contains("read FILE…") && output.contains("unsubscribe"), output);
}

void TestCommand::showsHowACommandIsUsed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, usage);

    const auto [code, output, errors] = run(arguments);

    QCOMPARE(errors, QByteArray());
    QCOMPARE(code, 0);
    QVERIFY2(output.startsWith("broadsheet-cli " + usage), output);
    QVERIFY2(!output.contains("unsubscribe"), output);
    QVERIFY(run({u"search"_s, u"--help"_s}).output.contains("is:unread"));
    // A file may have any name.
    QVERIFY(run({u"read"_s, u"--"_s, u"--help"_s}).errors.contains("--help: not found"));
}

void TestCommand::opensFolders()
{
    const QTemporaryDir folder;
    support::writeFile(folder.path(), u"a.txt"_s, support::storyText(21));
    support::writeFile(folder.path(), u"below/again.txt"_s, support::storyText(21));
    support::writeFile(folder.path(), u"b.txt"_s, support::storyText(22));
    support::writeFile(folder.path(), u"b_files/frame.html"_s, "<p>An advertisement.");
    support::writeFile(folder.path(), u"c.rtf"_s, "{\\rtf1 Words}");

    const auto [code, output, errors] = run({u"open"_s, folder.path()});

    QCOMPARE(code, 1);
    QCOMPARE(output.count('\n'), 3);
    QVERIFY2(errors.contains("2 stories are new, 1 were there already; 1 of 4 files"),
             errors.constData());
    QVERIFY2(errors.contains("c.rtf: is in no format that is understood (RTF)"),
             errors.constData());
}

void TestCommand::opensOnlyTheStoriesThatAreNamed()
{
    QByteArray mails;
    for (const auto *name : {"First", "Second", "Third"})
        mails += QByteArray("From ada@coast.example Tue Mar  5 08:00:00 2024\n"
                            "From: Ada Marsh <ada@coast.example>\nSubject: ")
            + name + " letter of the harbour\nDate: Tue, 5 Mar 2024 08:00:00 +0000\nMessage-ID: <"
            + name
            + "@coast.example>\n\nThe harbour council met on Tuesday to hear what the winter "
              "storms had done to the north pier.\n\n";
    const auto mailbox = support::writeFile(m_folder.path(), u"letters.mbox"_s, mails);

    const auto some = run({u"open"_s, mailbox, u"--only"_s, u"3,1"_s});
    const auto beyond = run({u"open"_s, mailbox, u"--only=4"_s});
    const auto several = run({u"open"_s, mailbox, story(1), u"--only=1"_s});
    const auto odd = run({u"open"_s, mailbox, u"--only=first"_s});

    QCOMPARE(some.exitCode, 0);
    QVERIFY2(some.output.contains("Third") && some.output.contains("First")
                 && !some.output.contains("Second"),
             some.output.constData());
    for (const auto &wrong : {beyond, several, odd}) {
        QCOMPARE(wrong.exitCode, 2);
        QCOMPARE(wrong.errors.count('\n'), 1);
    }
    QVERIFY2(beyond.errors.contains("no story 4 among its 3"), beyond.errors.constData());
}

void TestCommand::saysWhenItsOutputIsLost()
{
    if (!QFile::exists(u"/dev/full"_s))
        return;
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(BROADSHEET_CLI), {u"read"_s, story(1)});

    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("could not be written"));
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
