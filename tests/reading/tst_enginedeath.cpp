#include "reading/limits.h"
#include "reading/panecase.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QWebEngineView>

#include <csignal>

using namespace Qt::StringLiterals;

// What becomes of a story when the engine dies, is missing, or is given back.
class TestEngineDeath : public PaneCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void survivesTheEnginesDeath();
    void leavesTheStoryToTheLightViewWhenTheEngineKeepsDying();
    void readsOnWithoutTheEnginesProgram();
    void givesTheEngineBackAndTakesItAgain();
};

void TestEngineDeath::initTestCase()
{
    begin();
    m_window->show();
    paint(fixture::longStory());
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->webViewInCharge(), 30'000);
}

void TestEngineDeath::survivesTheEnginesDeath()
{
    paint(fixture::longStory());
    const auto before = scrolled(3);
    const auto process = m_pane->findChild<QWebEngineView *>()->page()->renderProcessPid();
    QVERIFY(process > 0);

    QCOMPARE(::kill(pid_t(process), SIGKILL), 0);

    QTRY_VERIFY(!m_pane->webViewInCharge());
    QVERIFY(m_pane->findChild<QTextBrowser *>()->isVisible());
    QCOMPARE(firstSentence(), before.quote);
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->webViewInCharge(), 20'000);
    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    m_pane->scrollBy(0);
    m_pane->scrollBy(1);
    QVERIFY(moved.wait());
    QCOMPARE(moved.last().first().value<ReadingPosition>().block, before.block);
}

// Out of memory, for one.
void TestEngineDeath::leavesTheStoryToTheLightViewWhenTheEngineKeepsDying()
{
    ReadingPane pane({});
    pane.resize(900, 700);
    pane.QWidget::show();
    pane.show(fixture::longStory(), {});
    for (int death = 0; death <= reading::limits::deaths; ++death) {
        QTRY_VERIFY_WITH_TIMEOUT(pane.webViewInCharge(), 30'000);
        const auto *engine = pane.findChild<QWebEngineView *>();
        // On a busy machine it may be back before anybody has looked.
        // By its name: the module has a class of that name of its own.
        QSignalSpy died(engine->parentWidget(), SIGNAL(died()));
        const auto process = engine->page()->renderProcessPid();
        QVERIFY(process > 0);
        QCOMPARE(::kill(pid_t(process), SIGKILL), 0);
        QVERIFY(died.wait(30'000));
    }
    QVERIFY(!pane.webViewInCharge());

    QSignalSpy painted(&pane, &ReadingPane::painted);
    pane.show(fixture::shortStory(u"<p>Read on.</p>"_s), {});

    QVERIFY(painted.wait());
    QTest::qWait(1'500); // Nothing is to come: there is no signal for that.
    QVERIFY(!pane.webViewInCharge());
    QVERIFY(pane.findChild<QTextBrowser *>()->toPlainText().contains(u"Read on."_s));
}

void TestEngineDeath::readsOnWithoutTheEnginesProgram()
{
    const auto before = qgetenv("QTWEBENGINEPROCESS_PATH");
    qputenv("QTWEBENGINEPROCESS_PATH", "/nonexistent");
    ReadingPane pane({});
    pane.resize(900, 700);
    QSignalSpy painted(&pane, &ReadingPane::painted);

    pane.QWidget::show();
    pane.show(fixture::longStory(), {});

    QVERIFY(painted.wait());
    QTest::qWait(1'000); // Nothing is to come: there is no signal for that.
    QVERIFY(!pane.findChild<QWebEngineView *>());
    before.isEmpty() ? qunsetenv("QTWEBENGINEPROCESS_PATH")
                     : qputenv("QTWEBENGINEPROCESS_PATH", before);
}

void TestEngineDeath::givesTheEngineBackAndTakesItAgain()
{
    paint(fixture::longStory());
    const auto before = scrolled(3);
    m_pane->giveBack();
    QVERIFY(m_pane->webViewInCharge()); // Somebody reads there.

    m_window->hide();
    m_pane->giveBack();

    QVERIFY(!m_pane->findChild<QWebEngineView *>());
    m_window->show();
    QCOMPARE(firstSentence(), before.quote);
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->webViewInCharge(), 20'000);
    QSignalSpy moved(m_pane, &ReadingPane::positionChanged);
    m_pane->scrollBy(0);
    m_pane->scrollBy(1);
    QVERIFY(moved.wait());
    QCOMPARE(moved.last().first().value<ReadingPosition>().block, before.block);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestEngineDeath test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_enginedeath.moc"
