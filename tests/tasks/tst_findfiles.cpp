#include "support/storyfiles.h"
#include "tasks/filenames.h"
#include "tasks/findfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

class TestFindFiles : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatHoldsNoStory_data();
    void leavesOutWhatHoldsNoStory();
    void leavesOutTheFolderBesideItsPage();
    void knowsPicturesWithoutSuffixByTheirContent();
    void looksIntoSubfoldersInOrder();
    void doesNotFollowLinksInACircle();
    void findsNamesThatAreNoText_data();
    void findsNamesThatAreNoText();
};

namespace {

void makeFile(const QDir &folder, const QString &path)
{
    QVERIFY(folder.mkpath(QFileInfo(path).path()));
    QFile file(folder.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

} // namespace

void TestFindFiles::leavesOutWhatHoldsNoStory_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("found");

    QTest::newRow("text") << u"a.txt"_s << true;
    QTest::newRow("page") << u"a.html"_s << true;
    QTest::newRow("no suffix") << u"clipping"_s << true;
    QTest::newRow("picture") << u"a.jpg"_s << false;
    QTest::newRow("film") << u"a.mp4"_s << false;
    QTest::newRow("a photo with its query") << u"a.jpg?w=600"_s << false;
    QTest::newRow("a page with its query") << u"story.php?id=7"_s << true;
    QTest::newRow("MHTML") << u"a.mhtml"_s << true;
    QTest::newRow("old MHTML") << u"a.mht"_s << true;
    QTest::newRow("mail") << u"a.eml"_s << true;
    QTest::newRow("mailbox") << u"a.mbox"_s << true;
    QTest::newRow("mailbox without suffix") << u"Newsletters"_s << true;
    QTest::newRow("Safari's archive") << u"a.webarchive"_s << true;
    QTest::newRow("WARC") << u"a.warc"_s << true;
    QTest::newRow("packed WARC") << u"a.warc.gz"_s << true;
    QTest::newRow("WACZ") << u"a.wacz"_s << true;
    QTest::newRow("MAFF") << u"a.maff"_s << true;
    QTest::newRow("HTZ") << u"a.htz"_s << true;
    QTest::newRow("EPUB") << u"a.epub"_s << true;
    QTest::newRow("notes") << u"a.enex"_s << true;
    QTest::newRow("PDF") << u"a.pdf"_s << true;
    QTest::newRow("JSON") << u"a.json"_s << true;
    QTest::newRow("a style sheet") << u"a.css"_s << false;
    QTest::newRow("a style sheet with its version") << u"a.css?v=3"_s << false;
    QTest::newRow("a script") << u"a.js"_s << false;
    QTest::newRow("a font") << u"a.woff2"_s << false;
    QTest::newRow("a site's word to robots") << u"coast.example/robots.txt"_s << false;
    QTest::newRow("an archive's index") << u"a.cdxj"_s << false;
    QTest::newRow("a copier's cache") << u"hts-cache/new.txt"_s << false;
    QTest::newRow("a page's own folder, in German") << u"a-Dateien/frame.html"_s << false;
    QTest::newRow("a person's folder of resources") << u"my_resources/a.html"_s << true;
    QTest::newRow("hidden") << u".a.txt"_s << false;
    QTest::newRow("being downloaded") << u"a.html.crdownload"_s << false;
    QTest::newRow("an editor's backup") << u"a.txt~"_s << false;
    QTest::newRow("a page's own folder") << u"a_files/frame.html"_s << false;
    QTest::newRow("a subfolder") << u"2024/a.txt"_s << true;
    QTest::newRow("a hidden subfolder") << u".trash/a.txt"_s << false;
}

void TestFindFiles::leavesOutWhatHoldsNoStory()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    makeFile(QDir(folder.path()), path);

    const auto files = tasks::storyFiles(folder.path());

    QTEST(!files.isEmpty(), "found");
}

void TestFindFiles::leavesOutTheFolderBesideItsPage()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    for (const auto &path : {u"a.md"_s, u"a_resources/frame.html"_s, u"b_resources/b.html"_s})
        makeFile(dir, path);

    QCOMPARE(tasks::storyFiles(folder.path()),
             (QStringList{dir.filePath(u"a.md"_s), dir.filePath(u"b_resources/b.html"_s)}));
}

void TestFindFiles::knowsPicturesWithoutSuffixByTheirContent()
{
    const QTemporaryDir folder;
    support::writeFile(folder.path(), u"i/4f2a"_s, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"_ba);
    const auto page = support::writeFile(folder.path(), u"story"_s, "<!DOCTYPE html><p>Words");

    QCOMPARE(tasks::storyFiles(folder.path()), QStringList{page});
}

void TestFindFiles::looksIntoSubfoldersInOrder()
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    for (const auto &path : {u"b/2.txt"_s, u"z.txt"_s, u"a/1.txt"_s, u"y.txt"_s})
        makeFile(dir, path);

    const auto files = tasks::storyFiles(folder.path());

    QCOMPARE(files,
             (QStringList{dir.filePath(u"y.txt"_s), dir.filePath(u"z.txt"_s),
                          dir.filePath(u"a/1.txt"_s), dir.filePath(u"b/2.txt"_s)}));
    QCOMPARE(tasks::storyFolders(folder.path()).size(), 3);
}

void TestFindFiles::doesNotFollowLinksInACircle()
{
    const QTemporaryDir folder;
    makeFile(QDir(folder.path()), u"a.txt"_s);
    QVERIFY(QFile::link(folder.path(), folder.filePath(u"again"_s)));

    QCOMPARE(tasks::storyFiles(folder.path()).size(), 1);
}

void TestFindFiles::findsNamesThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("found");

    QTest::newRow("a text") << "caf\xe9.txt"_ba << true;
    QTest::newRow("no suffix") << "caf\xe9"_ba << true;
    QTest::newRow("a picture") << "caf\xe9.jpg"_ba << false;
    QTest::newRow("hidden") << ".caf\xe9.txt"_ba << false;
    QTest::newRow("a page's own folder") << "caf\xe9_files"_ba << false;
}

void TestFindFiles::findsNamesThatAreNoText()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, found);
    const QTemporaryDir folder;
    const auto path = QFile::encodeName(folder.path()) + '/' + name;
    auto *file = std::fopen(path.constData(), "wb");
    QVERIFY(file);
    std::fclose(file);

    QCOMPARE(tasks::storyFiles(folder.path()),
             found ? QStringList{tasks::fileNameFromSystem(path)} : QStringList());
}

QTEST_GUILESS_MAIN(TestFindFiles)
#include "tst_findfiles.moc"
