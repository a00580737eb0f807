#include "tasks/refreshfeeds.h"
#include "words/errortext.h"
#include "words/feedwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

// What the window says of feeds and addresses.
class TestFeedWords : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsWrongSinceWhenAndWhatToDo_data();
    void saysWhatIsWrongSinceWhenAndWhatToDo();
    void saysSomethingOfEveryKind();
    void tellsHowAFeedStands();
    void tellsHowARoundWent_data();
    void tellsHowARoundWent();
    void tellsHowAnImportWent_data();
    void tellsHowAnImportWent();
};

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QDateTime noon(QDate(2026, 3, 21), QTime(12, 0));

} // namespace

void TestFeedWords::saysWhatIsWrongSinceWhenAndWhatToDo_data()
{
    QTest::addColumn<FeedFailure>("failure");
    QTest::addColumn<QString>("words");

    QTest::newRow("not found") << FeedFailure{.error = {Kind::NotFound, {}, {}, 404},
                                              .since = noon.addDays(-9)}
                               << u"Not found (404) since 12 March. The address may have changed: "
                                  "look on the site for the one it has now."_s;
    QTest::newRow("yesterday") << FeedFailure{.error = {Kind::TimedOut, {}},
                                              .since = noon.addDays(-1)}
                               << u"The site does not answer since yesterday. It is tried again "
                                  "by itself."_s;
    QTest::newRow("last year") << FeedFailure{.error = {Kind::ServerTrouble, {}, {}, 503},
                                              .since = noon.addDays(-100)}
                               << u"The site has trouble (503) since 11 December 2025. It is "
                                  "tried again by itself."_s;
    QTest::newRow("no day") << FeedFailure{.error = {Kind::NotAFeed, {}}}
                            << u"There is no feed at this address. Look on the site for the "
                               "feed’s address."_s;
}

void TestFeedWords::saysWhatIsWrongSinceWhenAndWhatToDo()
{
    QFETCH(FeedFailure, failure);

    QTEST(feedwords::failure(failure, noon, english), "words");
}

void TestFeedWords::saysSomethingOfEveryKind()
{
    const auto nothing = feedwords::reason({Kind::Cancelled, {}});
    for (const auto kind :
         {Kind::NotFound,        Kind::Unreadable,    Kind::NotAFile,     Kind::Unsupported,
          Kind::Malformed,       Kind::Empty,         Kind::TooLarge,     Kind::Offline,
          Kind::Refused,         Kind::HostNotFound,  Kind::Unreachable,  Kind::TimedOut,
          Kind::Insecure,        Kind::NeedsPassword, Kind::Forbidden,    Kind::Gone,
          Kind::TooManyRequests, Kind::ServerTrouble, Kind::RedirectLoop, Kind::NotAFeed}) {
        const Error error{kind, u"detail"_s, u"https://example.org/feed"_s};
        QVERIFY(feedwords::reason(error) != nothing);
        // Nobody tries it again but the person, and nothing is kept of it.
        QVERIFY(!feedwords::reason(error).contains(u"by itself"_s));
        QVERIFY(!feedwords::reason(error).contains(u"unsubscribe"_s));
        // Two sentences: what is wrong, and what can be done.
        QVERIFY(feedwords::reason(error).contains(u". "_s));
        QVERIFY(errortext::sentence(error).contains(u"example.org"_s));
        QVERIFY(errortext::sentence(error).contains(feedwords::reason(error)));
    }
}

void TestFeedWords::tellsHowAFeedStands()
{
    Feed feed{.id = FeedId(1)};
    QCOMPARE(feedwords::state(feed, noon, english), u"Not fetched yet. Next in a moment."_s);

    feed.fetched = noon.addSecs(-300);
    feed.due = noon.addSecs(2 * 60 * 60);
    QCOMPARE(feedwords::state(feed, noon, english), u"Fetched 5 minutes ago. Next in 2 hours."_s);

    feed.settings.paused = true;
    QCOMPARE(feedwords::state(feed, noon, english),
             u"Fetched 5 minutes ago. Paused: nothing is fetched."_s);
}

void TestFeedWords::tellsHowARoundWent_data()
{
    QTest::addColumn<RefreshReport>("report");
    QTest::addColumn<QString>("words");

    QTest::newRow("new ones") << RefreshReport{.feeds = 9, .changed = 2, .stories = 12}
                              << u"12 new stories."_s;
    QTest::newRow("nothing new") << RefreshReport{.feeds = 9} << u"No new stories."_s;
    QTest::newRow("one failed") << RefreshReport{.feeds = 9,
                                                 .changed = 1,
                                                 .failed = 1,
                                                 .stories = 1}
                                << u"One new story. One feed could not be fetched: point at its "
                                   "sign to see why."_s;
    QTest::newRow("all failed") << RefreshReport{.feeds = 9, .failed = 9}
                                << u"No feed could be fetched. Check the connection."_s;
    QTest::newRow("offline") << RefreshReport{.feeds = 2, .failed = 2, .waiting = 7}
                             << u"There is no network: the feeds are fetched as soon as there is "
                                "one."_s;
    QTest::newRow("stopped") << RefreshReport{.feeds = 9, .cancelled = true} << QString();
}

void TestFeedWords::tellsHowARoundWent()
{
    QFETCH(RefreshReport, report);

    QTEST(feedwords::refreshed(report, english), "words");
}

void TestFeedWords::tellsHowAnImportWent_data()
{
    QTest::addColumn<QList<int>>("counts"); // Added, folders, known, left.
    QTest::addColumn<QString>("words");

    QTest::newRow("many") << QList{
        217, 12, 3, 2} << u"217 new feeds in 12 folders; 3 were there already; 2 were no feeds"_s;
    QTest::newRow("one") << QList{1, 0, 0, 0} << u"One feed is new"_s;
    QTest::newRow("known") << QList{0, 1, 4, 0} << u"All 4 feeds were there already"_s;
}

void TestFeedWords::tellsHowAnImportWent()
{
    QFETCH(QList<int>, counts);

    QTEST(feedwords::imported(counts.at(0), counts.at(1), counts.at(2), counts.at(3)), "words");
}

QTEST_GUILESS_MAIN(TestFeedWords)
#include "tst_feedwords.moc"
