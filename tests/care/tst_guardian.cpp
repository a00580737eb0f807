#include "care/guardian.h"
#include "carecase.h"

#include <QSignalSpy>

// What is done for a library by itself.
class TestGuardian : public CareCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void backsUpEveryWeek();
    void backsUpNothingThatIsEmpty();
};

void TestGuardian::backsUpEveryWeek()
{
    fill(20);
    m_library.reset();
    SharedLibrary library(folder());
    Guardian guardian(library);
    QSignalSpy backedUp(&guardian, &Guardian::backedUp);
    QSignalSpy failed(&guardian, &Guardian::backupFailed);
    QTRY_VERIFY(library.isWritable() && library.isResting());

    guardian.makeRound();

    QTRY_COMPARE(backedUp.size() + failed.size(), 1);
    QCOMPARE(backedUp.size(), 1);
    const auto kept = backups::in(backups::folderOf(folder()));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().reason, backups::Reason::Weekly);

    // One is enough for now.
    QTRY_VERIFY(library.isResting());
    guardian.makeRound();
    QTest::qWait(300);
    QCOMPARE(backups::in(backups::folderOf(folder())).size(), 1);
    QCOMPARE(failed.size(), 0);
}

void TestGuardian::backsUpNothingThatIsEmpty()
{
    m_library.reset();
    SharedLibrary library(folder());
    Guardian guardian(library);
    QSignalSpy failed(&guardian, &Guardian::backupFailed);
    QTRY_VERIFY(library.isWritable() && library.isResting());

    guardian.makeRound();

    QTest::qWait(300);
    QCOMPARE(backups::in(backups::folderOf(folder())).size(), 0);
    QCOMPARE(failed.size(), 0);
}

QTEST_GUILESS_MAIN(TestGuardian)
#include "tst_guardian.moc"
