#include "model/parsedfeed.h"
#include "tasks/feedschedule.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A Wednesday.
const QDateTime noon(QDate(2024, 5, 8), QTime(12, 0), Qt::UTC);
constexpr int hour = 60;
constexpr int day = 24 * hour;

QDateTime minutesAgo(int minutes)
{
    return noon.addSecs(-60LL * minutes);
}

// Entries that stand this far apart, the first of them that long ago.
QList<QDateTime> entriesEvery(int minutes, int count = 12, int first = -1)
{
    QList<QDateTime> published;
    for (auto i = 0; i < count; ++i)
        published.append(minutesAgo((first < 0 ? minutes : first) + i * minutes));
    return published;
}

Feed failing(Error::Kind kind, int times, int sinceMinutes)
{
    return {.failure
            = FeedFailure{.error = {kind, {}}, .since = minutesAgo(sinceMinutes), .times = times}};
}

tasks::FeedAnswer failure(Error::Kind kind, int retryAfterSeconds = 0)
{
    return {.error = Error{kind, {}}, .retryAfterSeconds = retryAfterSeconds};
}

int minutesUntil(const QDateTime &due)
{
    return int(noon.secsTo(due) / 60);
}

} // namespace

class TestFeedSchedule : public QObject
{
    Q_OBJECT

private slots:
    void followsHowOftenAFeedChanges_data();
    void followsHowOftenAFeedChanges();
    void keepsToWishes_data();
    void keepsToWishes();
    void waitsLongerWithEveryFailure_data();
    void waitsLongerWithEveryFailure();
    void spreadsFeeds();
    void asksNoMoreWhatIsGone();
    void takesWishesFromAFeed();
    void waitsAfterSleep();
};

void TestFeedSchedule::followsHowOftenAFeedChanges_data()
{
    QTest::addColumn<Feed>("before");
    QTest::addColumn<tasks::FeedAnswer>("answer");
    QTest::addColumn<int>("interval");

    const auto told = [](const QList<QDateTime> &published) {
        return tasks::FeedAnswer{.changed = true, .wishes = {.published = published}};
    };
    const Feed known{.fetched = minutesAgo(hour), .intervalMinutes = 100};
    const Feed toldBefore{
        .fetched = minutesAgo(hour), .changed = minutesAgo(hour), .intervalMinutes = 100};

    QTest::newRow("new, nothing known") << Feed() << told({}) << hour;
    QTest::newRow("new, without changes") << Feed() << tasks::FeedAnswer() << hour;
    QTest::newRow("every four hours") << Feed() << told(entriesEvery(4 * hour)) << 2 * hour;
    QTest::newRow("every two minutes") << Feed() << told(entriesEvery(2)) << 15;
    QTest::newRow("once a month") << Feed() << told(entriesEvery(30 * day)) << day;
    QTest::newRow("often once, now silent") << Feed() << told(entriesEvery(10, 12, 2 * day)) << 148;
    QTest::newRow("entries of the future")
        << Feed() << told({noon.addDays(1), noon.addDays(2), noon.addDays(3)}) << hour;
    QTest::newRow("invalid dates")
        << Feed() << told({QDateTime(), QDateTime(), QDateTime()}) << hour;
    QTest::newRow("dates outrank what was known")
        << known << told(entriesEvery(4 * hour)) << 2 * hour;
    QTest::newRow("unchanged") << known << tasks::FeedAnswer() << 130;
    QTest::newRow("unchanged, dates are not known then")
        << known << tasks::FeedAnswer{.wishes = {.published = entriesEvery(4 * hour)}} << 130;
    QTest::newRow("changed twice in a row") << toldBefore << told({}) << 70;
    QTest::newRow("other bytes but nothing new last time") << known << told({}) << 130;
    QTest::newRow("never more than a day")
        << Feed{.fetched = minutesAgo(day), .intervalMinutes = day} << tasks::FeedAnswer() << day;
    QTest::newRow("never less than a quarter of an hour")
        << Feed{.fetched = minutesAgo(15), .changed = minutesAgo(15), .intervalMinutes = 15}
        << told({}) << 15;
}

void TestFeedSchedule::followsHowOftenAFeedChanges()
{
    QFETCH(const Feed, before);
    QFETCH(const tasks::FeedAnswer, answer);
    QFETCH(const int, interval);

    const auto next = tasks::nextAppointment(before, answer, noon, 0);

    QCOMPARE(next.intervalMinutes, interval);
    QCOMPARE(minutesUntil(next.due), interval);
    QVERIFY(!next.gone);
}

void TestFeedSchedule::keepsToWishes_data()
{
    QTest::addColumn<int>("everyMinutes");
    QTest::addColumn<tasks::FeedAnswer>("answer");
    QTest::addColumn<int>("wait");

    const auto wishing = [](const tasks::FeedWishes &wishes) {
        return tasks::FeedAnswer{.changed = true, .wishes = wishes};
    };

    QTest::newRow("a person's interval") << 5 << wishing({}) << 5;
    QTest::newRow("a person's interval against ttl") << 30 << wishing({.ttlMinutes = 120}) << 30;
    QTest::newRow("a person's interval against max-age")
        << 30 << tasks::FeedAnswer{.maxAgeSeconds = 7200} << 30;
    QTest::newRow("a person's interval against Retry-After")
        << 30 << tasks::FeedAnswer{.retryAfterSeconds = 7200} << 120;
    QTest::newRow("a person's long interval") << 3 * day << wishing({}) << 3 * day;
    QTest::newRow("ttl") << 0 << wishing({.ttlMinutes = 120}) << 120;
    QTest::newRow("ttl of a year") << 0 << wishing({.ttlMinutes = 365 * day}) << day;
    QTest::newRow("short ttl") << 0 << wishing({.ttlMinutes = 1}) << hour;
    QTest::newRow("max-age") << 0 << tasks::FeedAnswer{.maxAgeSeconds = 3 * 3600} << 3 * hour;
    QTest::newRow("max-age of a year")
        << 0 << tasks::FeedAnswer{.maxAgeSeconds = 365 * 86400} << day;
    QTest::newRow("Retry-After of a year")
        << 0 << tasks::FeedAnswer{.retryAfterSeconds = 365 * 86400} << day;
    QTest::newRow("skipHours") << 0 << wishing({.skipHours = {13, 14}}) << 3 * hour;
    QTest::newRow("skipHours of other hours") << 0 << wishing({.skipHours = {12, 14}}) << hour;
    QTest::newRow("skipHours over midnight")
        << 0 << wishing({.skipHours = {13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0, 1}})
        << 14 * hour;
    QTest::newRow("skipDays") << 0 << wishing({.skipDays = {3}}) << 12 * hour;
    QTest::newRow("all days") << 0 << wishing({.skipDays = {1, 2, 3, 4, 5, 6, 7}}) << hour + day;
    QTest::newRow("nonsense hours")
        << 0 << wishing({.skipHours = {-1, 99}, .skipDays = {0, 8}}) << hour;
    QTest::newRow("a person's interval against skipHours")
        << hour << wishing({.skipHours = {13}}) << hour;
}

void TestFeedSchedule::keepsToWishes()
{
    QFETCH(const int, everyMinutes);
    QFETCH(const tasks::FeedAnswer, answer);
    QFETCH(const int, wait);

    const auto next
        = tasks::nextAppointment({.settings = {.everyMinutes = everyMinutes}}, answer, noon, 0);

    QCOMPARE(minutesUntil(next.due), wait);
}

void TestFeedSchedule::waitsLongerWithEveryFailure_data()
{
    QTest::addColumn<Feed>("before");
    QTest::addColumn<tasks::FeedAnswer>("answer");
    QTest::addColumn<int>("wait");

    using enum Error::Kind;
    QTest::newRow("first") << Feed() << failure(TimedOut) << 5;
    QTest::newRow("second") << failing(TimedOut, 1, 5) << failure(TimedOut) << 10;
    QTest::newRow("fifth") << failing(TimedOut, 4, 75) << failure(TimedOut) << 80;
    QTest::newRow("ninth") << failing(TimedOut, 8, day) << failure(TimedOut) << 5 * 256;
    QTest::newRow("thousandth") << failing(TimedOut, 999, 90 * day) << failure(TimedOut) << day;
    QTest::newRow("of a feed with a person's interval")
        << Feed{.settings = {.everyMinutes = 1}} << failure(TimedOut) << 5;
    QTest::newRow("Retry-After") << Feed() << failure(ServerTrouble, 1800) << 30;
    QTest::newRow("Retry-After sooner than we come")
        << failing(ServerTrouble, 4, 75) << failure(ServerTrouble, 60) << 80;
    QTest::newRow("Retry-After of a year") << Feed() << failure(ServerTrouble, 365 * 86400) << day;
    QTest::newRow("too many requests") << Feed() << failure(TooManyRequests) << hour;
    QTest::newRow("too many requests again")
        << failing(TooManyRequests, 1, hour) << failure(TooManyRequests) << 2 * hour;
    QTest::newRow("missing since today") << failing(NotFound, 1, hour) << failure(NotFound) << 10;
    QTest::newRow("missing for days") << failing(NotFound, 1, 4 * day) << failure(NotFound) << day;
    QTest::newRow("no feed for days") << failing(NotAFeed, 1, 4 * day) << failure(NotAFeed) << day;
    QTest::newRow("in trouble for days")
        << failing(ServerTrouble, 1, 4 * day) << failure(ServerTrouble) << 10;
}

void TestFeedSchedule::waitsLongerWithEveryFailure()
{
    QFETCH(const Feed, before);
    QFETCH(const tasks::FeedAnswer, answer);
    QFETCH(const int, wait);

    // In the middle, chance adds and takes nothing.
    const auto next = tasks::nextAppointment(before, answer, noon, 0.5);

    QCOMPARE(minutesUntil(next.due), wait);
    QCOMPARE(next.intervalMinutes, 0);
}

void TestFeedSchedule::spreadsFeeds()
{
    const auto fails = failure(Error::Kind::Unreachable);

    QCOMPARE(minutesUntil(tasks::nextAppointment({}, {}, noon, 1).due), 66);
    QCOMPARE(tasks::nextAppointment({}, {}, noon, 1).intervalMinutes, 60);
    QCOMPARE(noon.secsTo(tasks::nextAppointment({}, fails, noon, 0).due), 150);
    QCOMPARE(noon.secsTo(tasks::nextAppointment({}, fails, noon, 1).due), 450);
    // Longer than the longest wait is none.
    const auto often = failing(Error::Kind::Unreachable, 50, 9 * day);
    QCOMPARE(minutesUntil(tasks::nextAppointment(often, fails, noon, 1).due), day);
}

void TestFeedSchedule::asksNoMoreWhatIsGone()
{
    const auto gone = tasks::nextAppointment({}, failure(Error::Kind::Gone), noon, 0.5);
    const auto expired
        = tasks::nextAppointment({}, {.changed = true, .wishes = {.expired = true}}, noon, 0.5);

    QVERIFY(gone.gone);
    QCOMPARE(gone.due, tasks::never());
    QVERIFY(!expired.gone);
    QCOMPARE(expired.due, tasks::never());
}

void TestFeedSchedule::takesWishesFromAFeed()
{
    const ParsedFeed feed{
        .ttlMinutes = 90,
        .skipHours = {1, 2},
        .skipDays = {7},
        .expired = true,
        .entries = {{.published = Timestamp::fromIso(u"2024-05-08T10:00:00+02:00"_s)}, {}}};

    QCOMPARE(tasks::wishesOf(feed),
             (tasks::FeedWishes{.ttlMinutes = 90,
                                .skipHours = {1, 2},
                                .skipDays = {7},
                                .expired = true,
                                .published = {QDateTime({2024, 5, 8}, {8, 0}, Qt::UTC)}}));
}

void TestFeedSchedule::waitsAfterSleep()
{
    QCOMPARE(tasks::delayAfterSleep(1s, 0.5), 0ms);
    QCOMPARE(tasks::delayAfterSleep(8h, 0), 5s);
    QCOMPARE(tasks::delayAfterSleep(8h, 1), 30s);
}

QTEST_GUILESS_MAIN(TestFeedSchedule)
#include "tst_feedschedule.moc"
