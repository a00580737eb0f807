#include "support/webserver.h"
#include "tasks/downloadnames.h"
#include "tasks/downloads.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// Files of stories downloaded from a server on this machine.
class TestDownloads : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesFilesSafely_data();
    void namesFilesSafely();
    void bringsAFile();
    void makesTheFolder();
    void replacesNothing();
    void tellsHowFarItIs();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void endsWhenCancelled();
    void leavesNothingWhenItEnds();
    void asksAHostForOneFileAtATime();
    void takesNoFilesOfThisMachine();

private:
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int download(const QByteArray &path)
    {
        return m_task->download({.url = m_server->url(path)}, m_folder->path());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<network::Fetcher> m_fetcher;
    std::unique_ptr<Downloads> m_task;
};

void TestDownloads::init()
{
    m_task.reset();
    m_fetcher.reset();
    m_server = std::make_unique<WebServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_fetcher = std::make_unique<network::Fetcher>();
    m_task = std::make_unique<Downloads>(*m_fetcher);
}

void TestDownloads::namesFilesSafely_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("url");
    QTest::addColumn<Enclosure>("enclosure");
    QTest::addColumn<QString>("name");

    const auto url = u"https://cast.example/talk/7.mp3?token=a/b"_s;
    const auto said = [&](const char *row, const QByteArray &disposition, const QString &name) {
        QTest::newRow(row) << disposition << url << Enclosure() << name;
    };
    const auto stands = [](const char *row, const QString &address, const QString &name) {
        QTest::newRow(row) << QByteArray() << address << Enclosure() << name;
    };
    said("of the address", {}, u"7.mp3"_s);
    said("a token", "attachment; filename=talk.mp3", u"talk.mp3"_s);
    said("a string", R"(attachment; filename="The \"first\" talk.mp3")", u"The _first_ talk.mp3"_s);
    said("any letters", "attachment; filename=\"x.mp3\"; filename*=UTF-8''na%C3%AFve%20talk.mp3",
         u"naïve talk.mp3"_s);
    said("letters as they may not be", "attachment; filename=\"Für alle.mp3\"", u"Für alle.mp3"_s);
    said("no name", "inline", u"7.mp3"_s);
    said("a path", R"(attachment; filename="../../.config/autostart/run.desktop")",
         u"run.desktop"_s);
    said("a path of Windows", R"(attachment; filename*=UTF-8''C%3A%5CWindows%5Crun.exe)",
         u"run.exe"_s);
    said("only dots", R"(attachment; filename="..")", u"7.mp3"_s);
    said("hidden", "attachment; filename=.bashrc", u"bashrc"_s);
    said("a device", "attachment; filename=CON.mp3", u"_CON.mp3"_s);
    said("turned letters", "attachment; filename*=UTF-8''talk%E2%80%AE3pm.exe", u"talk3pm.exe"_s);
    said("control characters", "attachment; filename*=UTF-8''a%00b%0A%1Bc.mp3", u"abc.mp3"_s);
    said("too long", "attachment; filename=" + QByteArray(1000, 'a') + ".mp3",
         QString(196, u'a') + u".mp3"_s);
    stands("encoded", u"https://cast.example/The%20talk%2F..%2F7.mp3"_s, u"7.mp3"_s);
    stands("a folder", u"https://cast.example/talks/"_s, u"download"_s);
    stands("nothing", u"https://cast.example"_s, u"download"_s);
    QTest::newRow("of the feed") << QByteArray() << u"https://cast.example/"_s
                                 << Enclosure{.mimeType = u"audio/mpeg"_s,
                                              .title = u"On tides / and boats"_s}
                                 << u"and boats.mp3"_s;
    QTest::newRow("by its type") << QByteArray() << u"https://cast.example/get"_s
                                 << Enclosure{.mimeType = u"application/pdf"_s} << u"get.pdf"_s;
}

void TestDownloads::namesFilesSafely()
{
    QFETCH(const QByteArray, disposition);
    QFETCH(const QString, url);
    QFETCH(const Enclosure, enclosure);
    QFETCH(const QString, name);

    QCOMPARE(tasks::downloadName(disposition, QUrl(url), enclosure), name);
}

void TestDownloads::bringsAFile()
{
    const QByteArray body(3'000'000, 'x');
    m_server->serve("/go", {.status = 302, .headers = {{"Location", "/talk.mp3"}}});
    m_server->serve("/talk.mp3", {.body = body});
    QSignalSpy finished(m_task.get(), &Downloads::finished);

    const auto number = download("/go");

    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.first(), (QVariantList{number, m_folder->filePath(u"talk.mp3"_s)}));
    QCOMPARE(files(), QStringList{u"talk.mp3"_s});
    QCOMPARE(contentOf(u"talk.mp3"_s), body);
    QVERIFY(!QFileInfo(m_folder->filePath(u"talk.mp3"_s)).isExecutable());
    QVERIFY(!m_task->running());
}

void TestDownloads::makesTheFolder()
{
    m_server->serve("/talk.mp3", {.body = "talk"});
    QSignalSpy finished(m_task.get(), &Downloads::finished);

    m_task->download({.url = m_server->url("/talk.mp3")}, m_folder->filePath(u"a/b"_s));

    QVERIFY(finished.wait(10'000));
    QCOMPARE(contentOf(u"a/b/talk.mp3"_s), "talk"_ba);
}

void TestDownloads::replacesNothing()
{
    m_server->serve("/talk.mp3", {.body = "new"});
    QFile old(m_folder->filePath(u"talk.mp3"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, m_folder->filePath(u"talk (2).mp3"_s)));
    QSignalSpy finished(m_task.get(), &Downloads::finished);

    download("/talk.mp3");

    QVERIFY(finished.wait(10'000));
    QCOMPARE(contentOf(u"talk.mp3"_s), "old"_ba);
    QCOMPARE(contentOf(u"talk (3).mp3"_s), "new"_ba);
}

void TestDownloads::tellsHowFarItIs()
{
    m_server->serve("/talk.mp3",
                    {.body = QByteArray(400'000, 'x'), .pieceBytes = 100'000, .pieceMs = 150});
    QSignalSpy progress(m_task.get(), &Downloads::progressed);
    QSignalSpy finished(m_task.get(), &Downloads::finished);

    const auto number = download("/talk.mp3");

    QVERIFY(finished.wait(10'000));
    QVERIFY(progress.size() >= 2);
    qint64 last = 0;
    for (const auto &told : progress) {
        QCOMPARE(told.at(0).toInt(), number);
        QVERIFY(told.at(1).toLongLong() >= last);
        QCOMPARE(told.at(2).toLongLong(), 400'000);
        last = told.at(1).toLongLong();
    }
    QVERIFY(last > 0);
}

void TestDownloads::leavesNothingBehind_data()
{
    QTest::addColumn<WebServer::Reply>("reply");
    QTest::addColumn<Error::Kind>("kind");

    using enum Error::Kind;
    QTest::newRow("missing") << WebServer::Reply{.status = 404, .body = "Not here."} << NotFound;
    QTest::newRow("truncated")
        << WebServer::Reply{.raw = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"}
        << Unreachable;
    QTest::newRow("badly packed") << WebServer::Reply{.headers = {{"Content-Encoding", "gzip"}},
                                                      .body = "\x1f\x8b" + QByteArray(100, 'x')}
                                  << ServerTrouble;
}

void TestDownloads::leavesNothingBehind()
{
    QFETCH(const WebServer::Reply, reply);
    QFETCH(const Error::Kind, kind);
    m_server->serve("/talk.mp3", reply);
    std::optional<Error> error;
    connect(m_task.get(), &Downloads::failed, this, [&](int, const Error &told) { error = told; });

    download("/talk.mp3");

    QTRY_VERIFY_WITH_TIMEOUT(error, 10'000);
    QCOMPARE(error->kind, kind);
    QTRY_COMPARE(files(), QStringList());
    QVERIFY(!m_task->running());
}

void TestDownloads::endsWhenCancelled()
{
    m_server->serve("/talk.mp3", {.repeated = QByteArray(100'000, 'x')});
    QSignalSpy progress(m_task.get(), &Downloads::progressed);
    QSignalSpy failed(m_task.get(), &Downloads::failed);
    const auto number = download("/talk.mp3");
    QVERIFY(progress.wait(10'000));
    QCOMPARE(files().size(), 1);

    m_task->cancel(number);

    QVERIFY(!m_task->running());
    QTRY_COMPARE(files(), QStringList());
    QVERIFY(failed.isEmpty());
}

void TestDownloads::leavesNothingWhenItEnds()
{
    m_server->serve("/talk.mp3", {.repeated = QByteArray(100'000, 'x')});
    QSignalSpy progress(m_task.get(), &Downloads::progressed);
    download("/talk.mp3");
    QVERIFY(progress.wait(10'000));

    m_task.reset();
    m_fetcher.reset();

    QCOMPARE(files(), QStringList());
}

void TestDownloads::asksAHostForOneFileAtATime()
{
    m_server->serveAll(
        [](const WebServer::Seen &) -> WebServer::Reply { return {.body = "x", .waitMs = 50}; });
    QSignalSpy finished(m_task.get(), &Downloads::finished);

    for (auto i = 0; i < 4; ++i)
        download("/talk.mp3");

    QTRY_COMPARE(finished.size(), 4);
    QCOMPARE(m_server->mostAtWork(), 1);
    QCOMPARE(files().size(), 4);
}

void TestDownloads::takesNoFilesOfThisMachine()
{
    QSignalSpy failed(m_task.get(), &Downloads::failed);

    m_task->download({.url = QUrl(u"file:///etc/passwd"_s)}, m_folder->path());

    QVERIFY(failed.wait(10'000));
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
