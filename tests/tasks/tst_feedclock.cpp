#include "library/sharedlibrary.h"
#include "tasks/feedclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <dlfcn.h>
#include <memory>
#include <sys/time.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::atomic<time_t> moved = 0; // By how many seconds the clock on the wall is wrong.

constexpr time_t tenYears = 10LL * 365 * 24 * 3600;

} // namespace

// Where Qt asks for the time of day.
extern "C" int gettimeofday(timeval *time, void *zone) noexcept
{
    using Function = int(timeval *, void *);
    static auto *const systems = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, "gettimeofday"));
    const auto answer = systems(time, zone);
    time->tv_sec += moved;
    return answer;
}

// When feeds ring while the clock on the wall is set back and ahead.
class TestFeedClock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ringsOnceForEach();
    void ringsWhenTheClockWasSetBack();
    void restsOnlyAsLongAsItWasTold();

private:
    // As if they had been asked now.
    void answerAll();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<FeedClock> m_clock;
    QList<FeedId> m_rung;
};

void TestFeedClock::init()
{
    moved = 0;
    m_rung.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<SharedLibrary>(m_folder->path());
    bool isThere = false;
    m_library->write(
        [](Library &library) {
            return library.feeds().subscribe({{.url = QUrl(u"https://one.example/feed"_s)},
                                              {.url = QUrl(u"https://two.example/feed"_s)}},
                                             QDateTime::currentDateTimeUtc());
        },
        this, [&](const Result<Subscribed> &subscribed) { isThere = bool(subscribed); });
    QTRY_VERIFY(isThere);
    m_clock = std::make_unique<FeedClock>(*m_library);
    connect(m_clock.get(), &FeedClock::rang, this, [this](const QList<Feed> &due) {
        for (const auto &feed : due)
            m_rung.append(feed.id);
    });
}

void TestFeedClock::cleanup()
{
    m_clock.reset();
    m_library.reset();
    moved = 0;
}

void TestFeedClock::answerAll()
{
    bool isDone = false;
    m_library->write(
        [](Library &library) -> Result<LibraryChange> {
            const auto now = QDateTime::currentDateTimeUtc();
            for (const auto feed : {FeedId(1), FeedId(2)}) {
                if (const auto noted = library.feeds().note(feed, {.due = now.addSecs(3600)}, now);
                    !noted)
                    return noted.error();
            }
            return LibraryChange();
        },
        this, [&](const Result<LibraryChange> &answer) { isDone = bool(answer); });
    QTRY_VERIFY(isDone);
}

void TestFeedClock::ringsOnceForEach()
{
    m_clock->start(0ms);
    QTRY_COMPARE(m_rung.size(), 2);

    // Nobody answers: it looks again, and keeps quiet.
    m_clock->look();
    QTest::qWait(400);

    QCOMPARE(m_rung.size(), 2);
}

void TestFeedClock::ringsWhenTheClockWasSetBack()
{
    const auto before = QDateTime::currentDateTimeUtc();
    moved = tenYears;
    QVERIFY(before.daysTo(QDateTime::currentDateTimeUtc()) >= 3650);
    answerAll();
    moved = 0;

    m_clock->start(0ms);
    QTRY_COMPARE(m_rung.size(), 2);
    answerAll();
    m_clock->look();
    QTest::qWait(400);

    QCOMPARE(m_rung.size(), 2);
}

void TestFeedClock::restsOnlyAsLongAsItWasTold()
{
    moved = tenYears;
    m_clock->rest(300ms);
    moved = 0;

    m_clock->start(0ms);
    QTest::qWait(100);
    QCOMPARE(m_rung.size(), 0);
    m_clock->start(300ms);

    QTRY_COMPARE(m_rung.size(), 2);
}

QTEST_GUILESS_MAIN(TestFeedClock)
#include "tst_feedclock.moc"
