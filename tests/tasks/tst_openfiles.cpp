#include "support/storyfiles.h"
#include "tasks/openfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOpenFiles : public QObject
{
    Q_OBJECT

private slots:
    void handsOverInTheOrderGiven();
    void goesOnPastABadFile();
    void opensTheFilesOfAFolder();
    void opensDroppedText();
    void finishesOverAnEmptyFolder();
    void stopsWhenCancelled();
    void opensMoreWhileItRuns();
    void waitsWhileItIsHeld();
    void namesTheFileThatIsRead();
};

namespace {

QStringList manyFiles(const QString &folder, int count)
{
    QStringList paths;
    for (int i = 0; i < count; ++i)
        paths += support::writeFile(folder, u"%1.txt"_s.arg(i), support::storyText(i));
    return paths;
}

QStringList openedPaths(const QSignalSpy &opened)
{
    QStringList paths;
    for (const auto &call : opened)
        paths += call.at(1).toString();
    return paths;
}

} // namespace

void TestOpenFiles::handsOverInTheOrderGiven()
{
    const QTemporaryDir folder;
    const auto paths = manyFiles(folder.path(), 50);
    OpenFiles task;
    QSignalSpy opened(&task, &OpenFiles::opened);
    QSignalSpy finished(&task, &OpenFiles::finished);
    QSignalSpy progressed(&task, &OpenFiles::progressed);

    task.open(paths);

    QVERIFY(task.running());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(openedPaths(opened), paths);
    QCOMPARE(finished.first(), (QVariantList{50, 0}));
    QCOMPARE(progressed.last(), (QVariantList{50, 50, QString()}));
    QVERIFY(!task.running());
}

void TestOpenFiles::goesOnPastABadFile()
{
    const QTemporaryDir folder;
    auto paths = manyFiles(folder.path(), 3);
    paths.insert(1, folder.filePath(u"missing.txt"_s));
    OpenFiles task;
    QList<Error> errors;
    connect(&task, &OpenFiles::failed, this, [&](const Error &error) { errors.append(error); });
    QSignalSpy finished(&task, &OpenFiles::finished);

    task.open(paths);

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first(), (QVariantList{3, 1}));
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().kind, Error::Kind::NotFound);
    QCOMPARE(errors.first().where, paths.at(1));
}

void TestOpenFiles::opensTheFilesOfAFolder()
{
    const QTemporaryDir folder;
    manyFiles(folder.path(), 4);
    OpenFiles task;
    QSignalSpy finished(&task, &OpenFiles::finished);

    task.open({folder.path()});

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first(), (QVariantList{4, 0}));
}

void TestOpenFiles::opensDroppedText()
{
    OpenFiles task;
    QString title;
    connect(&task, &OpenFiles::opened, this,
            [&](const QList<Article> &stories) { title = stories.first().title; });

    task.openText(support::storyText(7), u"dropped.txt"_s);

    QTRY_COMPARE(title, u"Harbour Story Number 7"_s);
}

void TestOpenFiles::finishesOverAnEmptyFolder()
{
    const QTemporaryDir folder;
    OpenFiles task;
    QSignalSpy finished(&task, &OpenFiles::finished);

    task.open({folder.path()});

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first(), (QVariantList{0, 0}));
}

void TestOpenFiles::stopsWhenCancelled()
{
    const QTemporaryDir folder;
    OpenFiles task;
    QSignalSpy opened(&task, &OpenFiles::opened);
    QSignalSpy finished(&task, &OpenFiles::finished);
    connect(&task, &OpenFiles::opened, &task, [&] {
        if (opened.size() == 5)
            task.cancel();
    });

    task.open(manyFiles(folder.path(), 200));

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(opened.size(), 5);
    QVERIFY(!task.running());
    // Nothing comes in late from what was under way.
    QTest::qWait(100);
    QCOMPARE(opened.size(), 5);

    task.open(manyFiles(folder.path(), 2));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last(), (QVariantList{2, 0}));
}

void TestOpenFiles::opensMoreWhileItRuns()
{
    const QTemporaryDir folder;
    const auto paths = manyFiles(folder.path(), 20);
    OpenFiles task;
    QSignalSpy opened(&task, &OpenFiles::opened);
    QSignalSpy finished(&task, &OpenFiles::finished);

    task.open(paths.mid(0, 10));
    task.open(paths.mid(10));

    QTRY_COMPARE(opened.size(), 20);
    QCOMPARE(openedPaths(opened), paths);
}

void TestOpenFiles::waitsWhileItIsHeld()
{
    const QTemporaryDir folder;
    const auto paths = manyFiles(folder.path(), 40);
    OpenFiles task;
    QSignalSpy opened(&task, &OpenFiles::opened);
    QSignalSpy finished(&task, &OpenFiles::finished);
    connect(&task, &OpenFiles::opened, &task, [&] {
        if (opened.size() == 3)
            task.hold();
    });

    task.open(paths);
    QTRY_VERIFY(opened.size() >= 3);
    QTest::qWait(200);

    // What was under way still comes; nothing new is begun.
    QVERIFY2(opened.size() < 20, qPrintable(QString::number(opened.size())));
    QVERIFY(task.running());
    task.goOn();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(openedPaths(opened), paths);
}

void TestOpenFiles::namesTheFileThatIsRead()
{
    const QTemporaryDir folder;
    const auto paths = manyFiles(folder.path(), 3);
    OpenFiles task;
    QStringList named;
    connect(&task, &OpenFiles::progressed, this,
            [&](int, int, const QString &current) { named.append(current); });
    QSignalSpy finished(&task, &OpenFiles::finished);

    task.open(paths);

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(named, paths + QStringList{QString()});
}

QTEST_GUILESS_MAIN(TestOpenFiles)
#include "tst_openfiles.moc"
