#include "support/pictures.h"
#include "tasks/completestories.h"
#include "tasks/feedcase.h"
#include "tasks/refreshfeeds.h"
#include "tasks/stories.h"

#include <QSignalSpy>

namespace {

const QByteArray summary
    = "<p>The ferry to Gull Island sails again from Monday, the harbour office says.</p>";

// A page as a paper sets it, with a story of several paragraphs.
QByteArray page(const QByteArray &more = {})
{
    QByteArray paragraphs;
    for (const auto *text :
         {"The ferry to Gull Island sails again from Monday, the harbour office says. Its engine "
          "had been under repair since the storms of last winter, and islanders went by fishing "
          "boat, when the weather let them.",
          "“We have waited for this day,” says the head of the island's school, who had to teach "
          "from a kitchen on the mainland for eleven weeks while her pupils sat before screens.",
          "The office has put two boats on the route for the first month. The smaller one, built "
          "for fifty passengers, leaves at dawn and takes the mail, the larger one at noon.",
          "Fares stay what they were. Bicycles travel free until the end of May, after which the "
          "island's council wants to look at how many there were."})
        paragraphs += QByteArray("<p>") + text + "</p>";
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Ferry sails again</title>"
           "</head><body><header><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>"
           "</header><article><h1>Story one</h1>"
        + paragraphs + more + "</article><footer><p>© The Harbour Post</p></footer></body></html>";
}

} // namespace

// Stories made complete from pages and pictures that a server on this machine gives.
class TestCompleteStories : public FeedCase
{
    Q_OBJECT

private slots:
    void init();
    void findsTheWholeText();
    void keepsTheSummary_data();
    void keepsTheSummary();
    void keepsToTheFeedsSettings_data();
    void keepsToTheFeedsSettings();
    void takesPicturesIn();
    void leavesCountersAlone();
    void survivesPicturesThatAreNone();
    void asksAHostForOnePageAtATime();
    void putsFirstWhatSomebodyAsksFor();
    void tellsWhyNothingWasFound();
    void endsWhenCancelled();

private:
    // Stores a feed with these entries, and tells CompleteStories of what it told.
    void tell(const QList<Item> &items, const FeedSettings &settings = {});
    [[nodiscard]] Item brief(const QByteArray &name) const;
    bool completes(qsizetype stories = 1);
    QString html(const QString &title) { return tasks::shown(story(title)).body.toString(); }

    std::unique_ptr<WebServer> m_site; // Where the feed's icon would be.
    std::unique_ptr<CompleteStories> m_task;
    QList<ArticleId> m_completed;
    QList<Error> m_failed;
};

void TestCompleteStories::init()
{
    m_task.reset();
    begin();
    m_site = std::make_unique<WebServer>();
    m_completed.clear();
    m_failed.clear();
    m_task = std::make_unique<CompleteStories>(*m_library, *m_fetcher, QString());
    connect(m_task.get(), &CompleteStories::completed, this,
            [this](ArticleId id) { m_completed.append(id); });
    connect(m_task.get(), &CompleteStories::failed, this,
            [this](ArticleId, const Error &error) { m_failed.append(error); });
}

// Its page is on the server.
Item TestCompleteStories::brief(const QByteArray &name) const
{
    return {.name = name, .more = "<description><![CDATA[" + summary + "]]></description>"};
}

void TestCompleteStories::tell(const QList<Item> &items, const FeedSettings &settings)
{
    QByteArray bytes = "<rss version=\"2.0\" "
                       "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                       "<title>The Harbour Post</title><link>"
        + m_site->url().toEncoded() + "</link>";
    for (const auto &item : items)
        bytes += "<item><title>Story " + item.name + "</title><link>"
            + m_server->url("/" + item.name).toEncoded() + "</link>"
            + (item.more.isEmpty()
                   ? "<content:encoded><![CDATA[" + item.content + "]]></content:encoded>"
                   : item.more)
            + "</item>";
    m_server->serve("/feed", {.body = bytes + "</channel></rss>"});
    subscribe(m_server->url("/feed"), settings);
    RefreshFeeds feeds(*m_library, *m_fetcher);
    connect(&feeds, &RefreshFeeds::told, m_task.get(), &CompleteStories::complete);
    QSignalSpy finished(&feeds, &RefreshFeeds::finished);
    feeds.refreshAll();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(stories().size(), items.size());
}

bool TestCompleteStories::completes(qsizetype stories)
{
    return QTest::qWaitFor([&] { return m_completed.size() == stories; }, 10'000);
}

void TestCompleteStories::findsTheWholeText()
{
    m_server->serve("/one", {.headers = {{"Content-Type", "text/html"}}, .body = page()});

    tell({brief("one")});

    QVERIFY(completes());
    const auto whole = story(u"Story one"_s);
    QVERIFY(whole.article.text.contains("Bicycles travel free"_L1));
    QVERIFY(!whole.article.text.contains("The Harbour Post"_L1));
    QVERIFY(html(u"Story one"_s).contains("Bicycles travel free"_L1));
    QCOMPARE(stories().size(), 1);
    const auto found
        = read([](Library &library) { return library.headlines({.words = u"bicycles"_s}, 10); });
    QCOMPARE(found.size(), 1);
}

void TestCompleteStories::keepsTheSummary_data()
{
    QTest::addColumn<WebServer::Reply>("reply");

    const auto around = [](const QByteArray &body) {
        return WebServer::Reply{.headers = {{"Content-Type", "text/html; charset=utf-8"}},
                                .body = "<!DOCTYPE html><html><head><title>Story one</title></head>"
                                        "<body>"
                                    + body + "</body></html>"};
    };
    QTest::newRow("missing") << WebServer::Reply{.status = 404, .body = page()};
    QTest::newRow("a question for consent") << around(
        "<h1>We value your privacy</h1><p>We and our 813 partners store and access information on "
        "a device, such as cookies, and process personal data, such as unique identifiers, for "
        "advertising, measurement and audience research.</p><p>With your permission we and our "
        "partners may use precise location data. You may click to consent to our processing as "
        "described above, or refuse, or change your preferences at any time.</p><p>Some processing "
        "of your personal data may not require your consent, but you have a right to object.</p>");
    QTest::newRow("missing, but says that all is well") << around(
        "<h1>Page not found</h1><p>Sorry, what you are looking for may have been removed, had its "
        "name changed, or is temporarily unavailable. Please check the address for typing errors. "
        "You can also use the search at the top, or look through our sections below to find "
        "something else to read.</p><p>If you think that this is our mistake, write to the editors "
        "and tell them how you came here, with the address of the page before.</p>");
    QTest::newRow("no longer than the summary") << around("<article>" + summary + "</article>");
    QTest::newRow("no page") << WebServer::Reply{.headers = {{"Content-Type", "application/pdf"}},
                                                 .body = "%PDF-1.7 " + page()};
    QTest::newRow("empty") << around({});
}

void TestCompleteStories::keepsTheSummary()
{
    QFETCH(const WebServer::Reply, reply);
    m_server->serve("/one", reply);
    QSignalSpy progress(m_task.get(), &CompleteStories::progressed);

    tell({brief("one")});

    QTRY_VERIFY(!progress.isEmpty());
    QCOMPARE(m_server->seen("/one").size(), 1);
    QVERIFY(m_completed.isEmpty());
    QCOMPARE(story(u"Story one"_s).article.text,
             u"The ferry to Gull Island sails again from Monday, the harbour office says."_s);
}

void TestCompleteStories::keepsToTheFeedsSettings_data()
{
    QTest::addColumn<FeedSettings>("settings");
    QTest::addColumn<bool>("pageOfSummary");
    QTest::addColumn<bool>("pageOfFull");
    QTest::addColumn<bool>("pictures");

    using enum FeedSettings::FullText;
    QTest::newRow("automatic") << FeedSettings() << true << false << true;
    QTest::newRow("always") << FeedSettings{.fullText = Always} << true << true << true;
    QTest::newRow("never") << FeedSettings{.fullText = Never} << false << false << true;
    QTest::newRow("without pictures") << FeedSettings{.pictures = false} << true << false << false;
    QTest::newRow("nothing") << FeedSettings{.fullText = Never, .pictures = false} << false << false
                             << false;
}

void TestCompleteStories::keepsToTheFeedsSettings()
{
    QFETCH(const FeedSettings, settings);
    QFETCH(const bool, pageOfSummary);
    QFETCH(const bool, pageOfFull);
    QFETCH(const bool, pictures);
    const auto picture = "<p>In full.</p><img src=\"" + m_server->url("/p.png").toEncoded() + "\">";
    QSignalSpy progress(m_task.get(), &CompleteStories::progressed);

    tell({brief("one"), {.name = "two", .content = picture}}, settings);

    if (pageOfSummary || pageOfFull || pictures)
        QTRY_VERIFY(!progress.isEmpty() && progress.last().at(0) == progress.last().at(1));
    QCOMPARE(m_server->seen("/one").size(), pageOfSummary ? 1 : 0);
    QCOMPARE(m_server->seen("/two").size(), pageOfFull ? 1 : 0);
    QCOMPARE(m_server->seen("/p.png").size(), pictures ? 1 : 0);
}

void TestCompleteStories::takesPicturesIn()
{
    const auto png = support::png(60, 40);
    m_server->serve("/p.png", {.body = png});
    m_server->serve("/q.png", {.body = png});
    m_server->serve("/one",
                    {.body = page("<figure><img src=\"/p.png\" width=600 height=400><figcaption>"
                                  "The ferry at its pier</figcaption></figure>")});

    tell({brief("one"),
          {.name = "two",
           .content = "<p>Look.</p><p><img src=\"/q.png\"> <img src=\"/p.png\"></p>"}});

    QVERIFY(completes(2));
    for (const auto &title : {u"Story one"_s, u"Story two"_s}) {
        const auto shown = html(title);
        QVERIFY2(shown.contains("broadsheet-media:"_L1), qPrintable(shown));
        QVERIFY2(!shown.contains("/p.png"_L1), qPrintable(shown));
        const auto from = shown.indexOf("broadsheet-media:"_L1);
        const auto name = shown.mid(from, shown.indexOf(u'"', from) - from);
        QCOMPARE(read([name](Library &library) { return library.picture(name); }).bytes, png);
    }
    QVERIFY(story(u"Story one"_s).article.figures.first().src.startsWith("broadsheet-media:"_L1));
    QCOMPARE(m_server->seen("/q.png").size(), 1);
    for (const auto &seen : m_server->seen()) {
        QVERIFY(!seen.headers.contains("referer"));
        QVERIFY(!seen.headers.contains("cookie"));
    }
}

void TestCompleteStories::leavesCountersAlone()
{
    m_server->serve("/p.png", {.body = support::png(60, 40)});

    tell({{.name = "one",
           .content = "<p>Look.</p><img src=\"/counter.gif\" width=\"1\" height=\"1\">"
                      "<img src=\"/hidden.gif\" style=\"display: none\"><img src=\"/p.png\">"}});

    QVERIFY(completes());
    QVERIFY(m_server->seen("/counter.gif").isEmpty());
    QVERIFY(m_server->seen("/hidden.gif").isEmpty());
    QVERIFY(!html(u"Story one"_s).contains(".gif"_L1));
}

void TestCompleteStories::survivesPicturesThatAreNone()
{
    m_server->serve("/page.png", {.body = page()});
    m_server->serve("/p.png", {.body = support::png(60, 40)});

    tell({{.name = "one",
           .content = "<p>Look.</p><img src=\"/page.png\"><img src=\"/missing.png\">"
                      "<img src=\"/p.png\"><img src=\"file:///etc/passwd\">"}});

    QVERIFY(completes());
    const auto shown = html(u"Story one"_s);
    QCOMPARE(shown.count("broadsheet-media:"_L1), 1);
    QVERIFY(!shown.contains("passwd"_L1));
}

void TestCompleteStories::asksAHostForOnePageAtATime()
{
    m_server->serveAll(
        [](const WebServer::Seen &) -> WebServer::Reply { return {.body = page(), .waitMs = 50}; });
    QElapsedTimer clock;
    clock.start();

    tell({brief("one"), brief("two"), brief("three")});

    QVERIFY(completes(3));
    QCOMPARE(m_server->mostAtWork(), 1);
    QVERIFY(clock.elapsed() >= 2'000); // Two pauses.
}

void TestCompleteStories::putsFirstWhatSomebodyAsksFor()
{
    m_server->serveAll(
        [](const WebServer::Seen &) -> WebServer::Reply { return {.body = page(), .waitMs = 20}; });
    tell({brief("one"), brief("two"), brief("three"), brief("four")}, {.pictures = false});
    const auto last = m_server->seen("/four").isEmpty() ? u"Story four"_s : u"Story three"_s;
    const auto asked = story(last).headline.id;

    m_task->completeNow(asked);

    QVERIFY(completes(4));
    QVERIFY(m_completed.indexOf(asked) <= 1);
    QCOMPARE(m_server->seen("/four").size(), 1);
}

void TestCompleteStories::tellsWhyNothingWasFound()
{
    tell({brief("one")}, {.fullText = FeedSettings::FullText::Never, .pictures = false});
    const auto id = stories().first().id;

    m_task->completeNow(id);
    QTRY_COMPARE(m_failed.size(), 1);
    QCOMPARE(m_failed.first().kind, Error::Kind::NotFound);

    m_server->serve("/one",
                    {.body = "<html><body><article>" + summary + "</article></body></html>"});
    m_task->completeNow(id);
    QTRY_COMPARE(m_failed.size(), 2);
    QCOMPARE(m_failed.last().kind, Error::Kind::Empty);

    m_server->serve("/one", {.body = page()});
    m_task->completeNow(id);
    QVERIFY(completes());
    QCOMPARE(m_failed.size(), 2);

    m_task->completeNow(ArticleId(4711));
    QTRY_COMPARE(m_failed.size(), 3);
}

void TestCompleteStories::endsWhenCancelled()
{
    m_server->serve("/one", {.hangs = true});
    m_server->serve("/two", {.hangs = true});
    tell({brief("one"), brief("two")});
    const auto asked
        = [this] { return m_server->seen("/one").size() + m_server->seen("/two").size(); };
    QTRY_COMPARE(asked(), 1);
    const QByteArray first = m_server->seen("/one").isEmpty() ? "two" : "one";

    m_task->cancel();

    m_server->serve("/" + first, {.body = page()});
    m_task->completeNow(story(u"Story "_s + QString::fromLatin1(first)).headline.id);
    QVERIFY(completes());
    QCOMPARE(asked(), 2);
    QCOMPARE(m_server->seen("/" + first).size(), 2);
}

QTEST_GUILESS_MAIN(TestCompleteStories)
#include "tst_completestories.moc"
