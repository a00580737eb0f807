#include "care/quietwork.h"

#include <QTest>
#include <QThread>

#include <optional>
#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/resource.h>
#endif

// Long work that steps back behind what people wait for, and stops when it is told to.
class TestQuietWork : public QObject
{
    Q_OBJECT

private slots:
    void stepsBack_data();
    void stepsBack();
    void stops();
};

void TestQuietWork::stepsBack_data()
{
    QTest::addColumn<bool>("isLowest");

    QTest::newRow("what nobody waits for") << true;
    QTest::newRow("what somebody waits for") << false;
}

void TestQuietWork::stepsBack()
{
#ifdef Q_OS_LINUX
    QFETCH(bool, isLowest);
    struct Standing
    {
        int scheduler;
        int nice;
    };
    QuietWork work(isLowest ? QuietWork::Pace::Lowest : QuietWork::Pace::Usual);
    std::optional<Standing> there;

    work.run(
        [](const std::stop_token &) {
            return Standing{.scheduler = ::sched_getscheduler(0),
                            .nice = ::getpriority(PRIO_PROCESS, 0)};
        },
        this, [&](const Standing &standing) { there = standing; });

    QTRY_VERIFY(there);
    QCOMPARE(there->scheduler == SCHED_IDLE, isLowest);
    QCOMPARE(there->nice == 19, isLowest);
    QCOMPARE(::sched_getscheduler(0), SCHED_OTHER); // This thread has not stepped back.
#endif
}

void TestQuietWork::stops()
{
    QuietWork work(QuietWork::Pace::Lowest);
    std::optional<bool> stopped;
    work.run(
        [](const std::stop_token &stop) {
            while (!stop.stop_requested())
                QThread::msleep(1);
            return stop.stop_requested();
        },
        this, [&](bool answer) { stopped = answer; });

    work.stop();

    QTRY_VERIFY(stopped);
    QVERIFY(*stopped);
}

QTEST_GUILESS_MAIN(TestQuietWork)
#include "tst_quietwork.moc"
