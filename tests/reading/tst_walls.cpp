#include "reading/readingpane.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

// What stands between a hostile page and the world: the sanitiser, then the page's policy with
// scripts switched off, then the wall every request must pass. Each is tried without those before
// it, with a real server listening for whatever comes through.
class TestWalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void sanitisedStoriesAskForNothing();
    void unsafeHtmlIsHeldByThePolicy();
    void pagesWithoutPolicyAreHeldByTheWall();
    void goesNowhere_data();
    void goesNowhere();

private:
    QString hostile() const;

    QTcpServer m_server;
    int m_connections = 0;
};

void TestWalls::initTestCase()
{
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        ++m_connections;
        delete m_server.nextPendingConnection();
    });
}

void TestWalls::init()
{
    m_connections = 0;
}

// Every way we know to load, run, or go somewhere, all to our own server.
QString TestWalls::hostile() const
{
    const auto at = u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
    return uR"html(<p>Read me.</p>
<img src="@/i.png"><img srcset="@/s.png 1x"><picture><source srcset="@/p.webp"><img></picture>
<script src="@/s.js"></script><script>document.title='ran'; fetch('@/f')</script>
<img src=x onerror="document.title='ran'; new Image().src='@/e'">
<svg onload="document.title='ran'"><image href="@/svg.png"/><use href="@/u.svg#a"/></svg>
<style>@import '@/i.css'; body { background: url(@/b.png) } @font-face { font-family: x; src: url(@/x.woff) } p { font-family: x }</style>
<link rel="stylesheet" href="@/l.css"><link rel="prefetch" href="@/pf"><link rel="preconnect" href="@"><link rel="dns-prefetch" href="@"><link rel="icon" href="@/icon">
<p style="background: url(@/st.png)">x</p><table background="@/t.png"><tr><td background="@/td.png">x</td></tr></table>
<iframe src="@/frame"></iframe><iframe srcdoc="<img src='@/srcdoc'>"></iframe><object data="@/o"></object><embed src="@/em">
<video src="@/v.mp4" poster="@/po.png" autoplay></video><audio src="@/a.mp3" autoplay></audio><track src="@/tr">
<meta http-equiv="refresh" content="0; url=@/refresh"><base href="@/">
<form action="@/form"><input type="image" src="@/in.png"><button autofocus onfocus="document.title='ran'">x</button></form>
<a href="javascript:document.title='ran'" ping="@/ping">x</a><a href="x" attributionsrc="@/at">y</a>
<input autofocus onfocus="document.title='ran'"><details open ontoggle="document.title='ran'">x</details>
<math><mi xlink:href="javascript:1">x</mi></math><portal src="@/portal"></portal>)html"_s.replace(
        u'@', at);
}

void TestWalls::sanitisedStoriesAskForNothing()
{
    ReadingPane pane({}, nullptr, ReadingPane::Engine::Best);
    pane.resize(700, 500);
    pane.QWidget::show();
    auto article = fixture::shortStory(hostile());
    article.lead = {.src = u"http://127.0.0.1:%1/lead.jpg"_s.arg(m_server.serverPort())};

    QSignalSpy painted(&pane, &ReadingPane::painted);
    pane.show(article, {});
    QVERIFY(painted.wait(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(pane.webViewInCharge(), 30'000);
    QTest::qWait(300); // Nothing is to come: there is no signal for that.

    QCOMPARE(m_connections, 0);
}

void TestWalls::unsafeHtmlIsHeldByThePolicy()
{
    WebStoryView view({}, {});
    QSignalSpy painted(&view, &StoryView::painted);
    view.resize(700, 500);
    view.show();
    // Once as part of the page, where a parser runs scripts, and once swapped in.
    for (const int serial : {1, 2}) {
        view.showUnsafe(hostile(), serial);
        QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty() && painted.last().first().toInt() == serial,
                                 30'000);
        QTest::qWait(300);
    }

    QCOMPARE(m_connections, 0);
    auto *page = view.findChild<QWebEngineView *>()->page();
    QVERIFY(!page->title().contains(u"ran"_s));
    QCOMPARE(page->url(), storyAddress());
}

void TestWalls::pagesWithoutPolicyAreHeldByTheWall()
{
    StoryProfile profile;
    const auto html = u"<!DOCTYPE html><title>quiet</title>"_s + hostile();
    ShellScheme shell([html] { return html; });
    profile.installUrlSchemeHandler(storyScheme, &shell);
    {
        StoryPage page(&profile);
        QSignalSpy loaded(&page, &QWebEnginePage::loadFinished);

        page.load(storyAddress());
        QVERIFY(loaded.wait(20'000));
        QTest::qWait(500);

        QCOMPARE(page.title(), u"quiet"_s);
    }
    QCOMPARE(m_connections, 0);
    // It had something to refuse, or this test shows nothing.
    QVERIFY(profile.wall().refused() > 3);
}

void TestWalls::goesNowhere_data()
{
    QTest::addColumn<QUrl>("url");

    QTest::newRow("web") << QUrl(u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort()));
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("data") << QUrl(u"data:text/html,<p>x"_s);
    QTest::newRow("inside") << QUrl(u"chrome://gpu"_s);
    QTest::newRow("another page of ours") << QUrl(u"broadsheet:other"_s);
    QTest::newRow("a picture as a page") << QUrl(u"broadsheet-media:00ff"_s);
}

void TestWalls::goesNowhere()
{
    QFETCH(QUrl, url);
    StoryProfile profile;
    {
        StoryPage page(&profile);

        page.load(url);
        QTest::qWait(200);

        QVERIFY(page.url().isEmpty() || page.url() == QUrl(u"about:blank"_s));
    }
    QCOMPARE(m_connections, 0);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestWalls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_walls.moc"
