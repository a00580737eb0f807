#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "window/newsdesk.h"

#include <QDesktopServices>
#include <QListView>

using namespace Qt::StringLiterals;

// What is asked of the desktop: noted, not done.
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

// Stories that feeds tell, read in the window.
class TestFeedStories : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_browser.opened.clear(); }
    void fetchesTheWholeTextOfAStory();
    void saysWhyThereIsNoWholeText();
    void readsOnTheSiteWhereThatIsWanted();
    void playsWhatBelongsToAStory();
    void saysWhichFeedsToldIt();

private:
    Browser m_browser;
};

namespace {

QByteArray linked(const QUrl &url, const QByteArray &guid = "s1")
{
    return "<item><title>Harbour lights</title><guid isPermaLink=\"false\">" + guid
        + "</guid><link>" + url.toEncoded()
        + "</link><description>The lights go dark.</description></item>";
}

QByteArray wholePage()
{
    QByteArray paragraphs;
    for (auto number = 1; number <= 8; ++number)
        paragraphs += "<p>Paragraph " + QByteArray::number(number)
            + " of the whole story, which says at some length what the summary leaves out, and "
              "why the lights over the harbour go dark when the birds come in.</p>";
    return "<!DOCTYPE html><html lang=en><head><title>Harbour lights</title></head><body>"
           "<article><h1>Harbour lights</h1>"
        + paragraphs + "</article></body></html>";
}

} // namespace

void TestFeedStories::initTestCase()
{
    for (const auto &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, &m_browser, "open");
}

void TestFeedStories::cleanupTestCase()
{
    for (const auto &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

void TestFeedStories::fetchesTheWholeTextOfAStory()
{
    NewsDesk desk;
    desk.server.serve("/story.html",
                      {.headers = {{"Content-Type", "text/html"}}, .body = wholePage()});
    desk.server.serve(
        "/feed.xml",
        feedserver::reply(feedserver::feed("Gazette", linked(desk.server.url("/story.html")))));
    // By itself nothing is fetched of it.
    desk.subscribe({"/feed.xml"}, {}, {.fullText = FeedSettings::FullText::Never});
    desk.trigger(Command::Next);
    PATIENTLY_COMPARE(desk.title(), u"Harbour lights"_s);
    QVERIFY(!desk.window->flow().article().text.contains(u"Paragraph 8"_s));
    QVERIFY(desk.server.seen("/story.html").isEmpty());

    desk.trigger(Command::WholeText);

    PATIENTLY_VERIFY(desk.window->flow().article().text.contains(u"Paragraph 8"_s));
    QCOMPARE(desk.title(), u"Harbour lights"_s);
}

void TestFeedStories::saysWhyThereIsNoWholeText()
{
    NewsDesk desk;
    desk.server.serve(
        "/feed.xml",
        feedserver::reply(feedserver::feed("Gazette", linked(desk.server.url("/gone.html")))));
    desk.subscribe({"/feed.xml"}, {}, {.fullText = FeedSettings::FullText::Never});
    desk.trigger(Command::Next);
    PATIENTLY_COMPARE(desk.title(), u"Harbour lights"_s);

    desk.trigger(Command::WholeText);

    PATIENTLY_VERIFY(desk.banner().startsWith(u"The whole text could not be fetched. Not found"_s));
}

void TestFeedStories::readsOnTheSiteWhereThatIsWanted()
{
    NewsDesk desk;
    const auto story = desk.server.url("/story.html");
    desk.server.serve("/feed.xml", feedserver::reply(feedserver::feed("Gazette", linked(story))));
    desk.subscribe({"/feed.xml"}, {},
                   {.fullText = FeedSettings::FullText::Never, .opensOriginal = true});
    desk.window->sidebar().go(desk.row(u"Gazette"_s));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 1);
    desk.trigger(Command::Next);

    // Walking to it opens nothing; Enter does.
    QTest::qWait(100);
    QVERIFY(m_browser.opened.isEmpty());
    desk.window->list().focusList();
    QTest::keyClick(&desk.window->list().view(), Qt::Key_Return);

    PATIENTLY_COMPARE(m_browser.opened, QList<QUrl>{story});
    PATIENTLY_VERIFY(desk.rows().headline(0).read);
}

void TestFeedStories::playsWhatBelongsToAStory()
{
    NewsDesk desk;
    const auto episode = desk.server.url("/tide.mp3");
    desk.server.serve("/feed.xml",
                      feedserver::reply(feedserver::feed(
                          "Tidal",
                          feedserver::entry(1,
                                            "<enclosure url=\"" + episode.toEncoded()
                                                + "\" type=\"audio/mpeg\" length=\"1000\"/>"))));
    desk.subscribe({"/feed.xml"});
    desk.trigger(Command::Next);
    PATIENTLY_COMPARE(desk.window->flow().article().enclosures.size(), 1);

    emit desk.window->pane().linkActivated(QUrl(page::playAddress(0)));
    QCOMPARE(m_browser.opened, QList<QUrl>{episode});

    // Numbers that no page of ours has lead nowhere.
    emit desk.window->pane().linkActivated(QUrl(page::playAddress(7)));
    emit desk.window->pane().linkActivated(QUrl(u"broadsheet:play/-1"_s));
    QCOMPARE(m_browser.opened.size(), 1);
}

void TestFeedStories::saysWhichFeedsToldIt()
{
    NewsDesk desk;
    const auto story = desk.server.url("/story.html");
    desk.server.serve("/a.xml", feedserver::reply(feedserver::feed("Gazette", linked(story, "a"))));
    desk.server.serve("/b.xml", feedserver::reply(feedserver::feed("Wire", linked(story, "b"))));
    desk.subscribe({"/a.xml", "/b.xml"}, {}, {.fullText = FeedSettings::FullText::Never});
    PATIENTLY_COMPARE(desk.rows().rowCount(), 1);
    PATIENTLY_VERIFY(desk.has(u"Gazette"_s) && desk.has(u"Wire"_s));

    desk.trigger(Command::Next);

    PATIENTLY_COMPARE(desk.window->flow().feeds().size(), 2);
    const auto told = desk.window->flow().toldBy();
    QVERIFY2(told == u"In Gazette and Wire"_s || told == u"In Wire and Gazette"_s,
             qPrintable(told));
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestFeedStories test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_feedstories.moc"
