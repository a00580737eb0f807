#include "library/feedstore.h"
#include "librarystate.h"
#include "load.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// A clock that is set back or ahead between any two calls, by years, and is right again later.
class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void hidesNothing_data();
    void hidesNothing();
    void takesBackInTheOrderOfDoing();
    void asksAgainWhatWasAskedInTheFuture();
    void removesNothingOnTheWordOfALeapingClock();

private:
    [[nodiscard]] FeedStore &feeds() const { return m_library->feeds(); }
    FeedId subscribe(int keptDays);
    [[nodiscard]] int tell(FeedId feed, const QStringList &titles, const QDateTime &now) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

namespace {

const QDateTime today(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC);
const QDateTime epoch = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
const QDateTime century(QDate(2100, 2, 28), QTime(23, 59, 59), Qt::UTC);

Article story(const QString &title)
{
    return {.url = QUrl(u"https://times.example/"_s + title),
            .title = title,
            .text = u"The harbour, told as %1. "_s.arg(title).repeated(9)};
}

FetchOutcome answered(const QDateTime &now)
{
    return {.freshness = {.etag = "1"}, .due = now.addSecs(3600), .intervalMinutes = 60};
}

// A list as it is read page by page; its stories must be those of the list as a whole.
QList<ArticleId> paged(const Library &library, const StoryQuery &query)
{
    QList<ArticleId> ids;
    std::optional<ListCursor> after;
    do {
        const auto page = library.list(query, 3, after);
        if (!page || ids.size() > 1'000)
            return {};
        for (const auto &story : page->stories)
            ids.append(story.id);
        after = page->next;
    } while (after);
    return ids;
}

qsizetype different(const QList<ArticleId> &ids)
{
    return QSet<ArticleId>(ids.cbegin(), ids.cend()).size();
}

} // namespace

void TestClock::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto library = Library::open(m_folder->path(), Library::Access::ReadWrite);
    QVERIFY(library);
    m_library = *std::move(library);
}

FeedId TestClock::subscribe(int keptDays)
{
    const auto subscribed
        = feeds().subscribe({{.url = QUrl(u"https://feed.example/%1.xml"_s.arg(keptDays)),
                              .settings = {.keptDays = keptDays}}},
                            today);
    return subscribed ? subscribed->feeds.first() : FeedId::None;
}

int TestClock::tell(FeedId feed, const QStringList &titles, const QDateTime &now) const
{
    QList<FeedStory> stories;
    for (const auto &title : titles)
        stories.append({.guid = title, .article = story(title)});
    const auto stored = feeds().update(feed, {}, FeedStore::prepare(stories), answered(now), now);
    return stored ? int(stored->fresh.size()) : -1;
}

void TestClock::hidesNothing_data()
{
    QTest::addColumn<QList<QDateTime>>("clock");

    using Clock = QList<QDateTime>;
    QTest::newRow("right") << Clock{today, today.addSecs(60), today.addDays(1)};
    QTest::newRow("stopped") << Clock{today, today, today, today};
    QTest::newRow("back ten years") << Clock{today, today.addYears(-10), today.addDays(1)};
    QTest::newRow("ahead ten years") << Clock{today, today.addYears(10), today.addDays(1)};
    QTest::newRow("1970") << Clock{epoch, epoch, today, epoch, epoch.addMSecs(1)};
    QTest::newRow("before 1970") << Clock{epoch.addDays(-1), today, epoch.addSecs(-1)};
    QTest::newRow("2100") << Clock{century, century.addSecs(1), today, century};
    // The last Sunday in October, when the clocks of Europe go back; and in March.
    QTest::newRow("end of summer time")
        << Clock{QDateTime(QDate(2024, 10, 27), QTime(2, 59), Qt::OffsetFromUTC, 7200),
                 QDateTime(QDate(2024, 10, 27), QTime(2, 0), Qt::OffsetFromUTC, 3600)};
    QTest::newRow("beginning of summer time")
        << Clock{QDateTime(QDate(2024, 3, 31), QTime(1, 59), Qt::OffsetFromUTC, 3600),
                 QDateTime(QDate(2024, 3, 31), QTime(3, 0), Qt::OffsetFromUTC, 7200)};
}

void TestClock::hidesNothing()
{
    QFETCH(QList<QDateTime>, clock);
    const auto feed = subscribe(0);
    int stories = 0;
    int bookmarks = 0;

    for (int round = 0; round < 4; ++round) {
        for (const auto &now : clock) {
            const auto opened
                = m_library->add(story(u"opened%1"_s.arg(stories)), Library::Occasion::Opened, now);
            QVERIFY(opened && m_library->setBookmarked({opened->id}, true, now));
            QVERIFY(m_library->setPosition(opened->id, {.block = 2, .fraction = 0.4}, now));
            QCOMPARE(tell(feed, {u"a%1"_s.arg(stories), u"b%1"_s.arg(stories)}, now), 2);
            stories += 3;
            ++bookmarks;
        }
    }

    const QList<std::pair<StoryQuery, int>> places{
        {{}, stories},
        {{.scope = Scope::Unread}, stories - bookmarks},
        {{.scope = Scope::Bookmarks}, bookmarks},
        {{.scope = Scope::RecentlyOpened}, bookmarks},
        {{.scope = Scope::Started}, bookmarks},
        {{.scope = Scope::Feed, .feed = feed}, stories - bookmarks},
        {{.scope = Scope::FeedFolder}, stories - bookmarks},
        {{.words = u"harbour"_s}, stories},
        {{.order = StoryQuery::Order::Oldest}, stories}};
    for (const auto &[query, count] : places) {
        const auto ids = paged(*m_library, query);
        QCOMPARE(ids.size(), count);
        QCOMPARE(different(ids), count);
        QCOMPARE(m_library->list(query, 1'000)->stories.size(), count);
    }
    const auto counts = *m_library->counts();
    QCOMPARE(counts, (StoryCounts{stories, stories - bookmarks, bookmarks}));
    const auto damage = librarystate::damage(m_folder->path());
    QVERIFY2(damage.isEmpty(), damage.constData());
}

void TestClock::takesBackInTheOrderOfDoing()
{
    const auto added = m_library->add(story(u"ferry"_s), Library::Occasion::Opened, today);
    QVERIFY(added);
    QVERIFY(m_library->setRead({added->id}, false, today.addYears(10)));
    QVERIFY(m_library->setBookmarked({added->id}, true, epoch));
    QVERIFY(m_library->remove({added->id}, today.addYears(-10)));

    QList<Undone::Action> actions;
    for (int i = 0; i < 4; ++i)
        actions.append(m_library->undo(today)->action);

    QCOMPARE(actions,
             (QList{Undone::Action::Removed, Undone::Action::Bookmarked, Undone::Action::Unread,
                    Undone::Action::Added}));
}

void TestClock::asksAgainWhatWasAskedInTheFuture()
{
    const auto feed = subscribe(0);
    QCOMPARE(tell(feed, {u"one"_s}, today.addYears(10)), 1);
    QCOMPARE(feeds().due(today)->size(), 1);

    QCOMPARE(tell(feed, {u"two"_s}, today), 1);

    // Once, and then as often as ever.
    QCOMPARE(feeds().due(today)->size(), 0);
    QCOMPARE(feeds().due(today.addSecs(3599))->size(), 0);
    QCOMPARE(feeds().due(today.addSecs(3600))->size(), 1);
    // A clock that is only set right makes nothing due.
    QCOMPARE(feeds().due(today.addSecs(-1800))->size(), 0);
}

void TestClock::removesNothingOnTheWordOfALeapingClock()
{
    const auto feed = subscribe(7);
    QCOMPARE(tell(feed, {u"one"_s, u"two"_s}, today), 2);
    QVERIFY(feeds().tidy(today.addDays(6))->isEmpty());

    // Wrong for some hours.
    for (const auto hours : {0, 1, 23})
        QVERIFY(feeds().tidy(today.addYears(10).addSecs(hours * 3600))->isEmpty());
    QVERIFY(feeds().tidy(today.addDays(6).addSecs(3600))->isEmpty());
    // It leaps to another time than before: that is no proof.
    QVERIFY(feeds().tidy(today.addYears(20))->isEmpty());
    QCOMPARE(m_library->counts()->all, 2);

    // Nobody was here for a while: the next day it is believed.
    const auto back = today.addDays(60);
    QVERIFY(feeds().tidy(back)->isEmpty());
    QVERIFY(feeds().tidy(back.addSecs(3600))->isEmpty());
    QCOMPARE(feeds().tidy(back.addDays(1))->removed.size(), 2);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
