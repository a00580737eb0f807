#include "tasks/feedcase.h"
#include "tasks/refreshfeeds.h"
#include "tasks/stories.h"

#include <QSignalSpy>

// The library's own addresses lead to its pictures and to what the program does. A feed must not
// be able to use them.
class TestOwnAddresses : public FeedCase
{
    Q_OBJECT

private slots:
    void areNoFeedsToUse();
    void stayInWhatWasMadeSafe();

private:
    // Takes a feed with one entry in, and gives the story as it is shown.
    Article told(const Item &item);
};

Article TestOwnAddresses::told(const Item &item)
{
    begin();
    m_server->serve("/feed",
                    {.headers = {{"Content-Type", "application/rss+xml"}}, .body = rss({item})});
    RefreshFeeds refresh(*m_library, *m_fetcher);
    subscribe(m_server->url("/feed"));
    QSignalSpy finished(&refresh, &RefreshFeeds::finished);
    refresh.refreshAll();
    if (!finished.wait(10'000))
        return {};
    return tasks::shown(story(u"Story one"_s));
}

void TestOwnAddresses::areNoFeedsToUse()
{
    const QByteArray picture = "broadsheet-media:" + QByteArray(64, 'a');
    const auto story = told({.name = "one",
                             .content = "<p>The harbour is <a href=\"broadsheet:keep/1\">open</a> "
                                        "again.<img alt=\"Harbour\" src=\""
                                 + picture + "\"></p>",
                             .more = "<enclosure url=\"" + picture
                                 + "\" type=\"image/jpeg\" length=\"1\"/>"
                                   "<comments>broadsheet:keep/2</comments><itunes:image href=\""
                                 + picture + "\"/>"});
    const auto html = story.body.toString();
    QVERIFY(html.contains(u"open"_s));
    QVERIFY2(!html.contains(u"broadsheet"_s), qPrintable(html));
    QVERIFY2(story.lead.src.isEmpty(), qPrintable(story.lead.src));
    QVERIFY(story.enclosures.isEmpty());
    QVERIFY(story.comments.isEmpty());
}

// What is safe already keeps its pictures: those are in the library.
void TestOwnAddresses::stayInWhatWasMadeSafe()
{
    const auto picture = u"broadsheet-media:"_s + QString(64, u'a');
    const StoredArticle safe{.html = u"<p>Words.</p><img src=\"%1\">"_s.arg(picture)};
    QVERIFY(tasks::shown(safe).body.toString().contains(picture));
    StoredArticle raw = safe;
    raw.isRaw = true;
    QVERIFY(!tasks::shown(raw).body.toString().contains(picture));
}

QTEST_GUILESS_MAIN(TestOwnAddresses)

#include "tst_ownaddresses.moc"
