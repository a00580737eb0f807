#include "reading/readingpane.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// The front page in either view: under the keyboard, with its pictures, and left and come back to.
class TestFrontView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goesFromStoryToStoryByArrows_data() { views(); }
    void goesFromStoryToStoryByArrows();
    void goesFromStoryToStoryByTab_data() { views(); }
    void goesFromStoryToStoryByTab();
    void asksForPicturesOfASize_data() { views(); }
    void asksForPicturesOfASize();
    void comesBackToItsPlace_data() { views(); }
    void comesBackToItsPlace();
    void leavesArrowsInStoriesAlone_data() { views(); }
    void leavesArrowsInStoriesAlone();

private:
    struct Window
    {
        std::unique_ptr<QMainWindow> frame = std::make_unique<QMainWindow>();
        ReadingPane *pane = nullptr;

        Window(ReadingPane::Engine engine, const PictureSource &pictures)
            : pane(new ReadingPane(pictures, frame.get(), engine))
        {
            frame->setCentralWidget(pane);
            frame->resize(900, 500);
            frame->show();
        }
        void show(const page::FrontPage &front, const ReadingPosition &position = {}) const;
        [[nodiscard]] QWidget *keyboardTarget() const;
        // Whether that key gives the keyboard to the link of that story.
        [[nodiscard]] bool leads(Qt::Key key, int story) const;
    };

    void views() const;
    const Window &window(const QString &name) const { return name == u"web"_s ? *m_web : *m_light; }

    QStringList m_asked;
    std::unique_ptr<Window> m_light;
    std::unique_ptr<Window> m_web;
};

namespace {

page::FrontPage paper(int stories)
{
    page::FrontPage page{.name = u"Broadsheet"_s};
    for (int number = 1; number <= stories; ++number) {
        page.large << page::FrontItem{.address = page::storyAddress(number),
                                      .title = u"Story %1"_s.arg(number),
                                      .standfirst = fixture::paragraph(number)};
    }
    return page;
}

} // namespace

void TestFrontView::Window::show(const page::FrontPage &front,
                                 const ReadingPosition &position) const
{
    QSignalSpy painted(pane, &ReadingPane::painted);
    pane->showFront(front, position);
    QVERIFY(painted.wait(20'000));
    frame->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(frame.get()));
    pane->setFocus();
}

QWidget *TestFrontView::Window::keyboardTarget() const
{
    QWidget *target = pane;
    while (target->focusProxy())
        target = target->focusProxy();
    return target;
}

bool TestFrontView::Window::leads(Qt::Key key, int story) const
{
    const QUrl wanted(page::storyAddress(story));
    QSignalSpy hovered(pane, &ReadingPane::linkHovered);
    QTest::keyClick(keyboardTarget(), key);
    return QTest::qWaitFor([&] {
        return std::ranges::any_of(
            hovered, [&](const auto &told) { return told.first().toUrl() == wanted; });
    });
}

void TestFrontView::views() const
{
    QTest::addColumn<QString>("view");

    QTest::newRow("light") << u"light"_s;
    if (m_web)
        QTest::newRow("web") << u"web"_s;
}

void TestFrontView::initTestCase()
{
    qRegisterMetaType<ReadingPosition>();
    const PictureSource pictures = [this](const QString &name, const auto &answer) {
        m_asked << name;
        answer(fixture::redPicture(name));
    };
    m_light = std::make_unique<Window>(ReadingPane::Engine::Light, pictures);
#ifdef BROADSHEET_WEBENGINE
    m_web = std::make_unique<Window>(ReadingPane::Engine::Best, pictures);
    m_web->pane->showMessage(u"Title"_s, u"Text"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_web->pane->webViewInCharge(), 30'000);
#endif
}

void TestFrontView::goesFromStoryToStoryByArrows()
{
    QFETCH(QString, view);
    const auto &here = window(view);
    here.show(paper(4));

    QVERIFY(here.leads(Qt::Key_Down, 1));
    QVERIFY(here.leads(Qt::Key_Down, 2));
    QVERIFY(here.leads(Qt::Key_Right, 3));
    QTest::keyClick(here.keyboardTarget(), Qt::Key_Up);

    QSignalSpy activated(here.pane, &ReadingPane::linkActivated);
    QTest::keyClick(here.keyboardTarget(), Qt::Key_Return);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toUrl(), QUrl(page::storyAddress(2)));
}

void TestFrontView::goesFromStoryToStoryByTab()
{
    QFETCH(QString, view);
    const auto &here = window(view);
    here.show(paper(4));

    QVERIFY(here.leads(Qt::Key_Tab, 1));
    QVERIFY(here.leads(Qt::Key_Tab, 2));
}

void TestFrontView::asksForPicturesOfASize()
{
    QFETCH(QString, view);
    auto page = paper(2);
    page.large[0].picture.name = fixture::pictureName();
    m_asked.clear();

    window(view).show(page);

    QTRY_VERIFY(!m_asked.isEmpty());
    const auto size = page::pictureSize(m_asked.first());
    QCOMPARE(size.name, fixture::pictureName());
    QVERIFY(size.width > 300);
    QTRY_VERIFY(fixture::showsRed(window(view).pane->grab().toImage()));
}

void TestFrontView::comesBackToItsPlace()
{
    QFETCH(QString, view);
    const auto &here = window(view);
    here.show(paper(40));
    QSignalSpy moved(here.pane, &ReadingPane::frontMoved);
    here.pane->scrollBy(600);
    QVERIFY(moved.wait());
    const auto before = moved.last().first().value<ReadingPosition>();
    QVERIFY(before.fraction > 0.05);
    here.pane->showMessage(u"Title"_s, u"Text"_s);

    here.show(paper(40), before);
    moved.clear();
    here.pane->scrollBy(1);

    QVERIFY(moved.wait());
    const auto after = moved.last().first().value<ReadingPosition>();
    QVERIFY(std::abs(after.fraction - before.fraction) < 0.02);
}

void TestFrontView::leavesArrowsInStoriesAlone()
{
    QFETCH(QString, view);
    const auto &here = window(view);
    here.show(paper(2));
    QSignalSpy painted(here.pane, &ReadingPane::painted);
    here.pane->show(fixture::longStory(), {});
    QVERIFY(painted.wait());
    QSignalSpy moved(here.pane, &ReadingPane::positionChanged);

    for (int i = 0; i < 4; ++i)
        QTest::keyClick(here.keyboardTarget(), Qt::Key_Down);

    QTRY_VERIFY(!moved.isEmpty());
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestFrontView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_frontview.moc"
