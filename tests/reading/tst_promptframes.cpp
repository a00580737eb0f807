#include "reading/readingpane.h"
#include "reading/storyfixture.h"

#include <QAbstractEventDispatcher>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

// What the web engine has drawn is on its way to the screen at once.
class TestPromptFrames : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aStoryDoesNotWait();

private:
    // What stands between the engine and the window.
    [[nodiscard]] QWidget *frames() const;

    QMainWindow m_window;
    ReadingPane *m_pane = nullptr;
};

namespace {

class PaintCount : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

QWidget *TestPromptFrames::frames() const
{
    for (auto *widget : m_pane->findChildren<QWidget *>()) {
        if (widget->inherits("QQuickWidget"))
            return widget;
    }
    return nullptr;
}

void TestPromptFrames::init()
{
    m_pane = new ReadingPane([](const QString & /*name*/, auto answer) { answer({}); }, &m_window);
    m_window.setCentralWidget(m_pane);
    m_window.resize(900, 700);
    m_window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_window));
}

void TestPromptFrames::aStoryDoesNotWait()
{
    m_pane->show(fixture::longStory(), {});
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->webViewInCharge(), 20'000);
    QVERIFY(frames());
    PaintCount paints;
    frames()->installEventFilter(&paints);
    auto waits = 0;
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            [&] {
                for (const auto &timer :
                     QAbstractEventDispatcher::instance()->registeredTimers(frames()))
                    waits += timer.interval <= 5 ? 1 : 0;
            });

    QSignalSpy painted(m_pane, &ReadingPane::painted);
    m_pane->show(fixture::shortStory(QStringLiteral("<p>The tide is out.</p>")), {});
    QVERIFY(painted.wait(20'000));
    QTRY_VERIFY(paints.count > 0);
    QCOMPARE(waits, 0);
}

QTEST_MAIN(TestPromptFrames)
#include "tst_promptframes.moc"
