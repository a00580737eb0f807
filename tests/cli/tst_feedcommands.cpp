#include "program.h"
#include "support/storyfiles.h"
#include "support/webserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// The commands for feeds, as people and other programs call them.
class TestFeedCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void subscribesListsAndUnsubscribes();
    void takesTheFeedThatAPageNames();
    void subscribesToFiles();
    void goesOnPastABadAddress();
    void saysWhatIsWrongInOneLine_data();
    void saysWhatIsWrongInOneLine();
    void importsLists();
    void importsWhatCanBeRead();
    void exportsWhatWasImported();
    void fetchesAllFeeds();
    void fetchesTheFeedsThatAreNamed();
    void tellsWhichFeedsFail();
    void refusesBadUsage_data();
    void refusesBadUsage();

private:
    program::Outcome run(const QStringList &arguments) const
    {
        return program::run(m_folder->path(), arguments);
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        return support::writeFile(m_folder->path(), name, bytes);
    }
    // The subscriptions, in their order.
    QList<QJsonObject> subscriptions();

    std::unique_ptr<QTemporaryDir> m_folder; // A new library for every test.
};

namespace {

const QByteArray tides = "<rss version='2.0'><channel><title>Tides &amp; winds</title>"
                         "<link>https://coast.example/</link></channel></rss>";

const QByteArray told
    = "<rss version='2.0'><channel><title>Tides</title><item><title>Spring tide</title>"
      "<link>https://coast.example/spring</link><description>High water.</description></item>"
      "</channel></rss>";

const QByteArray list
    = "<opml version='1.0' xmlns:guard='urn:guard'><body><outline text='Sea'>"
      "<outline text='Ships' xmlUrl='https://coast.example/ships' guard:icon='AAAA'/>"
      "<outline text='Again' xmlUrl='https://coast.example/ships'/></outline>"
      "<outline title='Tides' xmlUrl='feed://coast.example/tides'/>"
      "<outline type='link' text='x' url='https://coast.example/'/></body></opml>";

} // namespace

void TestFeedCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QList<QJsonObject> TestFeedCommands::subscriptions()
{
    QList<QJsonObject> feeds;
    const auto lines = run({u"feeds"_s, u"--json"_s}).output.split('\n');
    for (const auto &line : lines) {
        if (!line.isEmpty())
            feeds.append(QJsonDocument::fromJson(line).object());
    }
    return feeds;
}

void TestFeedCommands::subscribesListsAndUnsubscribes()
{
    WebServer server;
    server.serve("/tides", {.body = tides});
    const auto url = server.url("/tides").toString();

    const auto subscribed = run({u"subscribe"_s, url, u"--folder"_s, u"Sea/Coast"_s});
    const auto again = run({u"subscribe"_s, url});
    const auto listed = run({u"feeds"_s});
    const auto known = subscriptions();
    const auto ended = run({u"unsubscribe"_s, url});
    const auto none = run({u"feeds"_s});

    QCOMPARE(subscribed.errors, QByteArray());
    QCOMPARE(subscribed.exitCode, 0);
    QCOMPARE(subscribed.output, url.toUtf8() + "  Tides & winds\n");
    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.output.contains("was there already"), again.output.constData());
    QCOMPARE(listed.output.count('\n'), 1);
    QVERIFY2(listed.output.startsWith("     0  "), listed.output.constData());
    QVERIFY2(listed.output.contains("Sea/Coast – " + url.toUtf8() + " – not fetched yet"),
             listed.output.constData());
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.first().value("feed_url"_L1), url);
    QCOMPARE(known.first().value("home_page_url"_L1), u"https://coast.example/"_s);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(none.output, QByteArray());
}

void TestFeedCommands::takesTheFeedThatAPageNames()
{
    WebServer server;
    server.serve("/",
                 {.headers = {{"Content-Type", "text/html"}},
                  .body
                  = "<link rel=alternate type=application/rss+xml href=/comments "
                    "title=Comments><link rel=alternate type=application/rss+xml href=/feed>"});
    server.serve("/feed", {.body = tides});
    server.serve("/comments", {.body = tides});

    const auto [code, output, errors]
        = run({u"subscribe"_s, server.url().toString(), u"--title"_s, u"My tides"_s});

    QCOMPARE(errors, QByteArray());
    QCOMPARE(code, 0);
    QCOMPARE(output, server.url("/feed").toEncoded() + "  My tides\n");
    QCOMPARE(subscriptions().first().value("title"_L1), u"My tides"_s);
}

void TestFeedCommands::subscribesToFiles()
{
    const auto path = file(u"my tides.xml"_s, tides);

    const auto [code, output, errors] = run({u"subscribe"_s, u"my tides.xml"_s});

    QCOMPARE(errors, QByteArray());
    QCOMPARE(code, 0);
    QCOMPARE(subscriptions().first().value("feed_url"_L1),
             QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded));
    QCOMPARE(run({u"unsubscribe"_s, u"my tides.xml"_s}).exitCode, 0);
}

void TestFeedCommands::goesOnPastABadAddress()
{
    WebServer server;
    server.serve("/tides", {.body = tides});
    const auto url = server.url("/tides").toString();

    const auto some = run({u"subscribe"_s, server.url("/none").toString(), url});
    const auto someEnded = run({u"unsubscribe"_s, u"https://none.example/"_s, url});

    QCOMPARE(some.exitCode, 1);
    QCOMPARE(some.errors.count('\n'), 1);
    QCOMPARE(some.output.count('\n'), 1);
    QCOMPARE(someEnded.exitCode, 1);
    QCOMPARE(someEnded.errors.count('\n'), 1);
    QVERIFY(subscriptions().isEmpty());
}

void TestFeedCommands::saysWhatIsWrongInOneLine_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("words");

    QTest::newRow("missing") << u"/missing"_s << "not found"_ba;
    QTest::newRow("a page") << u"/page"_s << "is no feed"_ba;
    QTest::newRow("trouble") << u"/trouble"_s << "in trouble"_ba;
    QTest::newRow("locked") << u"/locked"_s << "needs a name and a password"_ba;
    QTest::newRow("words") << u"tides and winds"_s << "tides and winds: is no address"_ba;
    QTest::newRow("no server") << u"http://127.0.0.1:1/"_s << "cannot be reached"_ba;
}

void TestFeedCommands::saysWhatIsWrongInOneLine()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, words);
    WebServer server;
    server.serve("/page", {.headers = {{"Content-Type", "text/html"}}, .body = "<p>Words"});
    server.serve("/trouble", {.status = 500});
    server.serve("/locked", {.status = 401, .headers = {{"WWW-Authenticate", "Basic"}}});

    const auto [code, output, errors] = run(
        {u"subscribe"_s, path.startsWith(u'/') ? server.url(path.toLatin1()).toString() : path});

    QCOMPARE(code, 2);
    QCOMPARE(output, QByteArray());
    QVERIFY2(errors.startsWith("broadsheet-cli: ") && errors.contains(words), errors.constData());
    QCOMPARE(errors.count('\n'), 1);
}

void TestFeedCommands::importsLists()
{
    const auto path = file(u"list.opml"_s, list);

    const auto first = run({u"opml"_s, u"import"_s, path});
    const auto second = run({u"opml"_s, u"import"_s, path});

    QCOMPARE(first.errors, QByteArray());
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.output, "feeds: 2 new, 0 there already, 1 left out\n");
    QCOMPARE(second.output, "feeds: 0 new, 2 there already, 1 left out\n");
    QCOMPARE(subscriptions().size(), 2);
}

void TestFeedCommands::importsWhatCanBeRead()
{
    const auto good = file(u"good.opml"_s, list);
    const auto lines = file(u"urls"_s, "https://coast.example/lines\n"_ba);
    const auto bad = file(u"bad.opml"_s, "Only words"_ba);

    const auto some = run({u"opml"_s, u"import"_s, bad, good, lines});
    const auto none = run({u"opml"_s, u"import"_s, bad, u"missing.opml"_s});

    QCOMPARE(some.exitCode, 1);
    QVERIFY2(some.output.startsWith("feeds: 3 new,"), some.output.constData());
    QVERIFY2(some.errors.contains("bad.opml: "), some.errors.constData());
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(none.errors.count('\n'), 2);
}

void TestFeedCommands::exportsWhatWasImported()
{
    run({u"opml"_s, u"import"_s, file(u"list.opml"_s, list)});
    const auto path = m_folder->filePath(u"out.opml"_s);

    const auto printed = run({u"opml"_s, u"export"_s});
    const auto written = run({u"opml"_s, u"export"_s, path});
    const auto refused = run({u"opml"_s, u"export"_s, m_folder->filePath(u"no/such/out.opml"_s)});
    const auto kept = file(u"kept.opml"_s, "Somebody's own list."_ba);
    const auto again = run({u"opml"_s, u"export"_s, kept});

    QCOMPARE(printed.exitCode, 0);
    QVERIFY2(printed.output.contains("<outline text=\"Sea\" title=\"Sea\">\n"),
             printed.output.constData());
    QVERIFY2(printed.output.contains("xmlUrl=\"https://coast.example/ships\" guard:icon=\"AAAA\""),
             printed.output.constData());
    QVERIFY(printed.output.contains("xmlns:guard=\"urn:guard\""));
    QCOMPARE(written.exitCode, 0);
    QFile out(path);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll().count("xmlUrl"), 2);
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.errors.count('\n'), 1);
    QCOMPARE(again.exitCode, 2);
    QVERIFY2(again.errors.contains("kept.opml: is there already"), again.errors.constData());
    QFile untouched(kept);
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), "Somebody's own list."_ba);
}

void TestFeedCommands::fetchesAllFeeds()
{
    WebServer server;
    server.serve("/tides", {.body = told});
    server.serve("/winds", {.body = QByteArray(told).replace("coast.example", "sky.example")});
    run({u"subscribe"_s, server.url("/tides").toString(), server.url("/winds").toString()});

    const auto first = run({u"update"_s});
    const auto second = run({u"update"_s});
    const auto stories = run({u"list"_s});

    QCOMPARE(first.errors, QByteArray());
    QCOMPARE(first.output, "2 feeds: 2 new stories\n"_ba);
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(second.output, "2 feeds: 0 new stories\n"_ba);
    QCOMPARE(stories.output.count('\n'), 2);
    QVERIFY2(stories.output.contains("Spring tide"), stories.output.constData());
}

void TestFeedCommands::fetchesTheFeedsThatAreNamed()
{
    WebServer server;
    server.serve("/tides", {.body = told});
    server.serve("/winds", {.body = tides});
    const auto url = server.url("/tides").toString();
    run({u"subscribe"_s, url, server.url("/winds").toString()});
    const auto asked = server.seen("/winds").size();

    const auto updated = run({u"update"_s, url});
    const auto unknown = run({u"update"_s, url, u"https://nowhere.example/feed"_s});

    QCOMPARE(updated.output, "1 feed: 1 new story\n"_ba);
    QCOMPARE(updated.exitCode, 0);
    QCOMPARE(server.seen("/winds").size(), asked);
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.errors.contains("https://nowhere.example/feed: "), unknown.errors.constData());
}

void TestFeedCommands::tellsWhichFeedsFail()
{
    WebServer server;
    server.serve("/tides", {.body = told});
    server.serve("/winds", {.body = tides});
    run({u"subscribe"_s, server.url("/tides").toString(), server.url("/winds").toString()});
    server.serve("/winds", {.status = 503});

    const auto some = run({u"update"_s});
    server.serve("/tides", {.status = 404});
    const auto none = run({u"update"_s});

    QCOMPARE(some.exitCode, 1);
    QCOMPARE(some.output, "2 feeds: 1 new story, 1 failed\n"_ba);
    QCOMPARE(some.errors.count('\n'), 1);
    QVERIFY2(some.errors.startsWith("broadsheet-cli: " + server.url("/winds").toEncoded() + ": "),
             some.errors.constData());
    QCOMPARE(none.exitCode, 2);
    QCOMPARE(none.errors.count('\n'), 2);
}

void TestFeedCommands::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("subscribe to what?") << QStringList{u"subscribe"_s};
    QTest::newRow("one title for two")
        << QStringList{u"subscribe"_s, u"a.example"_s, u"b.example"_s, u"--title=x"_s};
    QTest::newRow("unsubscribe what?") << QStringList{u"unsubscribe"_s};
    QTest::newRow("feeds of what?") << QStringList{u"feeds"_s, u"sea"_s};
    QTest::newRow("opml") << QStringList{u"opml"_s};
    QTest::newRow("opml of another kind") << QStringList{u"opml"_s, u"print"_s};
    QTest::newRow("import what?") << QStringList{u"opml"_s, u"import"_s};
    QTest::newRow("export twice") << QStringList{u"opml"_s, u"export"_s, u"a"_s, u"b"_s};
}

void TestFeedCommands::refusesBadUsage()
{
    QFETCH(QStringList, arguments);

    const auto [code, output, errors] = run(arguments);

    QCOMPARE(code, 2);
    QCOMPARE(output, QByteArray());
    QCOMPARE(errors.count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestFeedCommands)
#include "tst_feedcommands.moc"
