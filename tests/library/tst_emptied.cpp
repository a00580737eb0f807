#include "librarycase.h"

#include <QDir>
#include <QFile>

// A library's file without a byte in it: emptied by something else, or only just begun.
class TestEmptied : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfAnEmptiedFile_data();
    void tellsOfAnEmptiedFile();
    void goesOnMakingWhatWasOnlyBegun();
};

namespace {

QStringList namesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

bool makeEmpty(const QTemporaryDir &folder, const QString &name)
{
    return QFile(folder.filePath(name)).open(QIODevice::WriteOnly);
}

} // namespace

void TestEmptied::tellsOfAnEmptiedFile_data()
{
    QTest::addColumn<QString>("folderBeside");
    QTest::addColumn<bool>("isLocked"); // Nobody let go of it.

    QTest::newRow("alone") << QString() << false;
    QTest::newRow("with pictures") << u"media"_s << false;
    QTest::newRow("with pictures, after a crash") << u"media"_s << true;
    QTest::newRow("with backups, after a crash") << u"backups"_s << true;
}

void TestEmptied::tellsOfAnEmptiedFile()
{
    QFETCH(QString, folderBeside);
    QFETCH(bool, isLocked);
    QTemporaryDir folder;
    QVERIFY(makeEmpty(folder, u"library.sqlite"_s));
    QVERIFY(!isLocked || makeEmpty(folder, u"library.lock"_s));
    QVERIFY(folderBeside.isEmpty() || QDir(folder.path()).mkdir(folderBeside));
    const auto before = namesIn(folder);

    for (const auto access : {Library::Access::ReadOnly, Library::Access::ReadWrite}) {
        const auto library = Library::open(folder.path(), access);

        QVERIFY(!library);
        QCOMPARE(library.error().kind, Error::Kind::Emptied);
        QCOMPARE(library.error().where, folder.filePath(u"library.sqlite"_s));
    }
    QCOMPARE(namesIn(folder), before);
    QCOMPARE(QFileInfo(folder.filePath(u"library.sqlite"_s)).size(), 0);
}

void TestEmptied::goesOnMakingWhatWasOnlyBegun()
{
    QTemporaryDir folder;
    QVERIFY(makeEmpty(folder, u"library.sqlite"_s) && makeEmpty(folder, u"library.lock"_s));

    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);

    QVERIFY(library);
    QVERIFY((*library)->add(story(u"One"_s), Library::Occasion::Found, start));
}

QTEST_GUILESS_MAIN(TestEmptied)
#include "tst_emptied.moc"
