#include "shell/dropped.h"
#include "window/commandline.h"
#include "window/singleinstance.h"
#include "words/errortext.h"
#include "words/provenancewords.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

// What comes into the window from outside: arguments, drops, other launches; and the words for it.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void answersWithoutADisplay();
    void takesDrops_data();
    void takesDrops();
    void saysWhereAStoryCameFrom_data();
    void saysWhereAStoryCameFrom();
    void namesTheFileInErrors();
    void handsOverToTheFirst();
    void waitsForWhoeverCameAMomentAgo();
};

void TestCommandLine::understands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine>("line");

    const auto here = QDir::currentPath();
    QTest::newRow("nothing") << QStringList{} << CommandLine{};
    QTest::newRow("files") << QStringList{u"a.txt"_s, u"/b/c.html"_s}
                           << CommandLine{.open = {here + u"/a.txt"_s, u"/b/c.html"_s}};
    QTest::newRow("addresses")
        << QStringList{u"https://coast.example/1"_s, u"feed://coast.example/news"_s,
                       u"feed:https://coast.example/news"_s, u"file:///b/c%20d.html"_s}
        << CommandLine{.open = {u"https://coast.example/1"_s, u"feed://coast.example/news"_s,
                                u"feed:https://coast.example/news"_s, u"/b/c d.html"_s}};
    QTest::newRow("library") << QStringList{u"--library"_s, u"x"_s}
                             << CommandLine{.library = here + u"/x"_s};
    QTest::newRow("what the desktop's menu offers")
        << QStringList{u"--action"_s, u"front-page"_s} << CommandLine{.action = u"front-page"_s};
    QTest::newRow("started by the bus")
        << QStringList{u"--service"_s} << CommandLine{.service = true};
    QTest::newRow("trace") << QStringList{u"--trace"_s, u"/a.txt"_s}
                           << CommandLine{.open = {u"/a.txt"_s}, .trace = true};
    QTest::newRow("trace in a file")
        << QStringList{u"/a.txt"_s, u"--trace=o.json"_s}
        << CommandLine{.open = {u"/a.txt"_s}, .trace = true, .traceFile = u"o.json"_s};
    QTest::newRow("a file named like a trace")
        << QStringList{u"--"_s, u"--trace=o.json"_s}
        << CommandLine{.open = {here + u"/--trace=o.json"_s}};
    QTest::newRow("a file that looks like an option")
        << QStringList{u"--"_s, u"--help"_s} << CommandLine{.open = {here + u"/--help"_s}};
    QTest::newRow("screenshot") << QStringList{u"--screenshot"_s, u"o.png"_s,   u"--size"_s,
                                               u"800x700"_s,      u"--theme"_s, u"dark"_s,
                                               u"/a.txt"_s}
                                << CommandLine{.open = {u"/a.txt"_s},
                                               .screenshot = u"o.png"_s,
                                               .size = {800, 700},
                                               .theme = Theme::Choice::Dark};
}

void TestCommandLine::understands()
{
    QFETCH(QStringList, arguments);

    const auto line = parseCommandLine(arguments);

    QVERIFY(line);
    QTEST(*line, "line");
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");

    QTest::newRow("unknown option") << QStringList{u"--fast"_s} << u"fast"_s;
    QTest::newRow("no value") << QStringList{u"--library"_s} << u"library"_s;
    QTest::newRow("action") << QStringList{u"--action"_s, u"print"_s} << u"front-page, refresh"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"10x10"_s} << u"--size"_s;
    QTest::newRow("size in words") << QStringList{u"--size"_s, u"big"_s} << u"--size"_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"--theme"_s;
    QTest::newRow("screenshot of nothing")
        << QStringList{u"--screenshot"_s, u"o.png"_s} << u"--screenshot"_s;
    QTest::newRow("screenshot of two files")
        << QStringList{u"--screenshot"_s, u"o.png"_s, u"a"_s, u"b"_s} << u"--screenshot"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);

    const auto line = parseCommandLine(arguments);

    QVERIFY(!line);
    QVERIFY2(line.error().detail.contains(names), qPrintable(line.error().detail));
    QVERIFY(!line.error().detail.contains(u'\n'));
}

void TestCommandLine::answersWithoutADisplay()
{
    QVERIFY(parseCommandLine({u"--help"_s})->answer.contains(u"--screenshot"_s));
    QVERIFY(parseCommandLine({u"--version"_s})->answer.startsWith(u"broadsheet "_s));
}

void TestCommandLine::takesDrops_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Dropped>("what");

    QTest::newRow("files") << QList<QUrl>{QUrl(u"file:///a"_s), QUrl(u"file:///b%20c"_s)}
                           << QString() << Dropped{.paths = {u"/a"_s, u"/b c"_s}};
    QTest::newRow("a link from the browser")
        << QList<QUrl>{QUrl(u"https://coast.example/1"_s)} << u"https://coast.example/1"_s
        << Dropped{.address = QUrl(u"https://coast.example/1"_s)};
    QTest::newRow("an address as text") << QList<QUrl>{} << u" https://coast.example/1\n"_s
                                        << Dropped{.address = QUrl(u"https://coast.example/1"_s)};
    QTest::newRow("words") << QList<QUrl>{} << u"Headline\n\nSee https://coast.example"_s
                           << Dropped{.text = u"Headline\n\nSee https://coast.example"_s};
    QTest::newRow("a script") << QList<QUrl>{QUrl(u"javascript:alert(1)"_s)} << QString()
                              << Dropped{};
    QTest::newRow("nothing") << QList<QUrl>{} << u"  "_s << Dropped{};
}

void TestCommandLine::takesDrops()
{
    QFETCH(QList<QUrl>, urls);
    QFETCH(QString, text);
    QMimeData data;
    if (!urls.isEmpty())
        data.setUrls(urls);
    if (!text.isEmpty())
        data.setText(text);

    QTEST(dropped(&data), "what");
}

void TestCommandLine::saysWhereAStoryCameFrom_data()
{
    QTest::addColumn<Provenance>("provenance");
    QTest::addColumn<QString>("line");

    const Timestamp day{.date = QDate(2021, 12, 4)};
    QTest::newRow("nothing") << Provenance{} << QString();
    QTest::newRow("file") << Provenance{.file = u"/a/story.txt"_s} << u"story.txt"_s;
    QTest::newRow("all") << Provenance{.savedBy = u"SingleFile"_s,
                                       .savedAt = day,
                                       .file = u"/a/story.html"_s}
                         << u"Saved with SingleFile on 4 December 2021 · story.html"_s;
    QTest::newRow("day") << Provenance{.savedAt = day} << u"Saved on 4 December 2021"_s;
}

void TestCommandLine::saysWhereAStoryCameFrom()
{
    QFETCH(Provenance, provenance);

    QTEST(provenancewords::line({.provenance = provenance},
                                QLocale(QLocale::English, QLocale::UnitedKingdom)),
          "line");
}

void TestCommandLine::namesTheFileInErrors()
{
    const auto text = errortext::sentence(
        {.kind = Error::Kind::Empty, .detail = u"0 bytes"_s, .where = u"/a/b/story.txt"_s});

    QVERIFY(text.contains(u"“story.txt”"_s));
    QVERIFY(text.contains(u"no text"_s));
    QVERIFY(errortext::summary(3, 20).startsWith(u"3 of "_s));
}

void TestCommandLine::handsOverToTheFirst()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path());
    QCOMPARE(first.claim({}), SingleInstance::Role::First);
    QList<Launch> launches;
    connect(&first, &SingleInstance::launched, this,
            [&](const Launch &launch) { launches << launch; });
    const Launch launch{.open = {u"/a b/ü.txt"_s, u"https://coast.example/1"_s},
                        .action = u"refresh"_s,
                        .token = u"token"_s};
    auto role = SingleInstance::Role::Alone;

    const std::unique_ptr<QThread> later(QThread::create([&] {
        SingleInstance second(folder.path());
        role = second.claim(launch);
    }));
    later->start();

    QTRY_COMPARE(launches, QList<Launch>{launch});
    QVERIFY(later->wait(5'000));
    QCOMPARE(role, SingleInstance::Role::HandedOver);
}

// Two at once: one has the lock, and listens a moment later.
void TestCommandLine::waitsForWhoeverCameAMomentAgo()
{
    const QTemporaryDir folder;
    QLockFile lock(folder.filePath(u"broadsheet.lock"_s));
    QVERIFY(lock.tryLock(0));
    auto role = SingleInstance::Role::Alone;
    const std::unique_ptr<QThread> later(QThread::create([&] {
        SingleInstance second(folder.path());
        role = second.claim({.action = u"refresh"_s});
    }));
    later->start();
    QTest::qWait(200);
    QVERIFY(later->isRunning());

    QLocalServer first;
    connect(&first, &QLocalServer::newConnection, this, [&first] {
        auto *socket = first.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [socket] { socket->write("taken\n"); });
    });
    QVERIFY(first.listen(folder.filePath(u"broadsheet.socket"_s)));

    QTRY_VERIFY(later->isFinished());
    QCOMPARE(role, SingleInstance::Role::HandedOver);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
