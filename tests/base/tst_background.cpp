#include "base/background.h"

#include <QTest>
#include <QThread>

#include <memory>

class TestBackground : public QObject
{
    Q_OBJECT

private slots:
    void worksElsewhereAndAnswersHere();
    void forgetsAReceiverThatIsGone();
};

void TestBackground::worksElsewhereAndAnswersHere()
{
    QThread *there = nullptr;
    QThread *here = nullptr;
    inBackground([] { return QThread::currentThread(); }, this,
                 [&](QThread *thread) {
                     there = thread;
                     here = QThread::currentThread();
                 });

    QTRY_COMPARE(here, QThread::currentThread());
    QVERIFY(there != here);
}

void TestBackground::forgetsAReceiverThatIsGone()
{
    bool calledTheDead = false;
    bool calledTheLiving = false;
    QThreadPool oneAtATime;
    oneAtATime.setMaxThreadCount(1);
    auto receiver = std::make_unique<QObject>();
    inBackground([] { return 1; }, receiver.get(), [&](int) { calledTheDead = true; }, &oneAtATime);
    receiver.reset();
    inBackground([] { return 1; }, this, [&](int) { calledTheLiving = true; }, &oneAtATime);

    QTRY_VERIFY(calledTheLiving);
    QVERIFY(!calledTheDead);
}

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
