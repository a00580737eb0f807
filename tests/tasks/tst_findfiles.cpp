#include "tasks/findfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFindFiles : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatHoldsNoStory_data();
    void leavesOutWhatHoldsNoStory();
    void looksIntoSubfoldersInOrder();
    void doesNotFollowLinksInACircle();
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

QTEST_GUILESS_MAIN(TestFindFiles)
#include "tst_findfiles.moc"
