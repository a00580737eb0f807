#include "support/storyfiles.h"
#include "tasks/watchfolders.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWatchFolders : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void addsWhatIsThereAndWhatComes();
    void leavesFilesAlone();
    void keepsTheBookmarkOfARenamedFile();
    void readsAChangedFileAgain();
    void readsNothingTwice();
    void saysWhenThereIsNoSuchFolder();
    void stopsWatching();

private:
    QList<Headline> headlines();
    QString save(const QString &name, int number);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<WatchFolders> m_watch;
};

void TestWatchFolders::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<SharedLibrary>(m_home->path());
    m_watch = std::make_unique<WatchFolders>(*m_library);
    m_watch->start();
}

void TestWatchFolders::cleanup()
{
    m_watch.reset();
    m_library.reset();
}

QList<Headline> TestWatchFolders::headlines()
{
    std::optional<QList<Headline>> answer;
    m_library->read(
        [](Library &library) { return library.headlines({.scope = StoryQuery::Scope::All}, 1000); },
        this,
        [&](const Result<QList<Headline>> &found) { answer = found ? *found : QList<Headline>(); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        qFatal("the library does not answer");
    return *answer;
}

// A file old enough to count as finished.
QString TestWatchFolders::save(const QString &name, int number)
{
    const auto path = support::writeFile(m_folder->path(), name, support::storyText(number));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)
        || !file.setFileTime(QDateTime::currentDateTime().addSecs(-60),
                             QFileDevice::FileModificationTime))
        qFatal("cannot set the time of %s", qPrintable(path));
    return path;
}

void TestWatchFolders::addsWhatIsThereAndWhatComes()
{
    save(u"1.txt"_s, 1);
    save(u"sub/2.txt"_s, 2);
    m_watch->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 2, 10'000);

    // As a browser saves it: just now.
    support::writeFile(m_folder->path(), u"sub/3.txt"_s, support::storyText(3));
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 3, 10'000);
    for (const auto &headline : headlines())
        QVERIFY(!headline.read && !headline.opened.isValid());
}

void TestWatchFolders::leavesFilesAlone()
{
    const auto path = save(u"1.txt"_s, 1);
    const auto before = QFileInfo(path).lastModified();
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
    m_watch->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 1, 10'000);

    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{u"1.txt"_s});
    QCOMPARE(QFileInfo(path).lastModified(), before);
}

void TestWatchFolders::keepsTheBookmarkOfARenamedFile()
{
    // Without an address only the content tells that it is the same story.
    const auto text = support::storyText(1);
    const auto path
        = support::writeFile(m_folder->path(), u"1.txt"_s, text.left(text.indexOf("Original url")));
    m_watch->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 1, 10'000);
    const auto id = headlines().first().id;
    m_library->write([id](Library &library) {
        return library.setBookmarked({id}, true, QDateTime::currentDateTimeUtc());
    });

    QSignalSpy finished(m_watch.get(), &WatchFolders::finished);
    QVERIFY(QFile::rename(path, m_folder->filePath(u"renamed.txt"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 10'000);

    QCOMPARE(headlines().size(), 1);
    QVERIFY(headlines().first().bookmarked());
    QCOMPARE(headlines().first().id, id);
}

void TestWatchFolders::readsAChangedFileAgain()
{
    save(u"1.txt"_s, 1);
    m_watch->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 1, 10'000);

    // Written anew under another name and renamed over the old one, as careful programs save.
    support::writeFile(m_folder->path(), u"1.txt.new"_s, support::storyText(9));
    QVERIFY(QFile::remove(m_folder->filePath(u"1.txt"_s)));
    QVERIFY(QFile::rename(m_folder->filePath(u"1.txt.new"_s), m_folder->filePath(u"1.txt"_s)));

    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 2, 10'000);
}

void TestWatchFolders::readsNothingTwice()
{
    save(u"1.txt"_s, 1);
    save(u"noise.bin"_s, 2);
    support::writeFile(m_folder->path(), u"noise.bin"_s, QByteArray(1000, '\1'));
    m_watch->watch(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(headlines().size(), 1, 10'000);
    QTest::qWait(3000);

    WatchFolders again(*m_library);
    QSignalSpy progressed(&again, &WatchFolders::progressed);
    QSignalSpy folders(&again, &WatchFolders::folders);
    again.start();

    QTRY_COMPARE(folders.size(), 1);
    QTest::qWait(500);
    QCOMPARE(progressed.size(), 0);
}

void TestWatchFolders::saysWhenThereIsNoSuchFolder()
{
    std::optional<Error> error;
    connect(m_watch.get(), &WatchFolders::failed, this, [&](const Error &e) { error = e; });

    m_watch->watch(m_folder->filePath(u"missing"_s));

    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::NotFound);
    QCOMPARE(error->where, m_folder->filePath(u"missing"_s));
}

void TestWatchFolders::stopsWatching()
{
    QSignalSpy folders(m_watch.get(), &WatchFolders::folders);
    m_watch->watch(m_folder->path());
    QTRY_VERIFY(!folders.isEmpty()
                && folders.last().first().toStringList() == QStringList{m_folder->path()});

    m_watch->unwatch(m_folder->path());
    QTRY_COMPARE(folders.last().first().toStringList(), QStringList());

    save(u"1.txt"_s, 1);
    QTest::qWait(1500);
    QCOMPARE(headlines().size(), 0);
}

QTEST_GUILESS_MAIN(TestWatchFolders)
#include "tst_watchfolders.moc"
