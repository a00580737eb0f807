#include "tasks/refreshround.h"

#include "base/background.h"
#include "tasks/feedschedule.h"
#include "tasks/limits.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace {

namespace limits = tasks::limits;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

RefreshFeeds::Private::Private(RefreshFeeds &task, SharedLibrary &library,
                               network::Fetcher &fetcher)
    : m_task(task)
    , m_library(library)
    , m_fetcher(fetcher)
    , m_clock(library)
    , m_icons(library, fetcher)
{
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, limits::readAtOnce));
    m_pool.setThreadPriority(QThread::LowPriority);
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(limits::noteDelay);
    connect(&m_noteTimer, &QTimer::timeout, this, &Private::flushNotes);
    connect(&m_clock, &FeedClock::rang, this, &Private::begin);
    connect(&m_fetcher, &network::Fetcher::onlineChanged, this, [this](bool online) {
        if (!online)
            return;
        if (!m_parked.isEmpty())
            refresh(std::exchange(m_parked, {}));
        m_clock.look();
    });
}

void RefreshFeeds::Private::start()
{
    m_clock.start(limits::startDelay);
}

void RefreshFeeds::Private::refreshAll()
{
    m_library.read([](Library &library) { return library.feeds().tree(); }, this,
                   [this](const Result<FeedTree> &tree) {
                       auto feeds = tree ? tree->feeds : QList<Feed>();
                       feeds.removeIf([](const Feed &feed) {
                           return feed.settings.paused || tasks::isGone(feed);
                       });
                       begin(feeds);
                   });
}

void RefreshFeeds::Private::refresh(const QSet<FeedId> &feeds)
{
    m_library.read([](Library &library) { return library.feeds().tree(); }, this,
                   [this, feeds](const Result<FeedTree> &tree) {
                       auto wanted = tree ? tree->feeds : QList<Feed>();
                       wanted.removeIf([&](const Feed &feed) { return !feeds.contains(feed.id); });
                       begin(wanted);
                   });
}

void RefreshFeeds::Private::cancel()
{
    m_parked.clear();
    m_icons.cancel();
    if (!m_running)
        return;
    m_report.cancelled = true;
    m_clock.rest(limits::restAfterCancel);
    m_queue.takeWaiting();
    m_fetcher.cancel(this);
    // What was fetched is stored still.
    const auto underWay = m_underWay;
    for (auto feed = underWay.begin(); feed != underWay.end(); ++feed) {
        if (feed->isFetching)
            end(feed.key());
    }
    m_fetcher.cancel(&m_moves);
    for (const auto &go : std::exchange(m_moving, {}))
        go(false);
    goOn();
}

void RefreshFeeds::Private::begin(const QList<Feed> &feeds)
{
    auto wanted = feeds;
    wanted.removeIf([this](const Feed &feed) {
        const auto until = m_notBefore.value(feed.id);
        return until.isValid() && until > now();
    });
    m_total += m_queue.add(wanted);
    m_running = true;
    goOn();
}

void RefreshFeeds::Private::goOn()
{
    // Some answers come before the question ends.
    if (std::exchange(m_isGoingOn, true))
        return;
    while (m_fetching < limits::feedsAtOnce && m_bytes < limits::waitingBytes) {
        const auto feed = m_queue.next();
        if (!feed)
            break;
        ask(*feed);
    }
    m_isGoingOn = false;
    if (!m_notes.isEmpty() && m_notes.size() == m_underWay.size())
        flushNotes(); // Nothing else is coming.
    if (m_running && m_queue.isEmpty())
        conclude();
}

void RefreshFeeds::Private::ask(const Feed &feed)
{
    ++m_fetching;
    m_underWay.insert(feed.id, {.title = feed.title});
    m_someAreTidied = m_someAreTidied || feed.settings.keptDays > 0;
    emit m_task.progressed(m_report.feeds, m_total, feed.title);
    // As long as nothing was stored, that it is unchanged would be of no use.
    const network::Request request{.url = feed.url,
                                   .kind = network::Kind::Feed,
                                   .known = feed.digest.isEmpty() ? Freshness() : feed.freshness,
                                   .credentials = m_credentials ? m_credentials(feed.url)
                                                                : network::Credentials()};
    m_fetcher.fetch(request, this,
                    [this, feed](const network::Outcome &outcome) { take(feed, outcome); });
}

void RefreshFeeds::Private::take(const Feed &feed, const network::Outcome &outcome)
{
    --m_fetching;
    m_underWay[feed.id].isFetching = false;
    m_queue.answered(feed.id);
    if (!outcome.answer) {
        fail(feed, outcome.answer.error(), outcome.retryAfterSeconds);
    } else {
        const auto &answer = *outcome.answer;
        const Answered answered{.freshness = answer.freshness,
                                .movedTo = answer.movedTo,
                                .retryAfterSeconds = outcome.retryAfterSeconds};
        if (answer.unchanged)
            noteUnchanged(feed, answered);
        else
            read(feed, answer, answered);
    }
    goOn();
}

void RefreshFeeds::Private::read(const Feed &feed, const network::Answer &answer,
                                 const Answered &answered)
{
    m_underWay[feed.id].bytes = answer.body.size();
    m_bytes += answer.body.size();
    if (feed.digest.isEmpty()) {
        understand(feed, answer, answered, {}); // Nothing is known yet.
        return;
    }
    m_library.read([id = feed.id](Library &library) { return library.feeds().known(id); }, this,
                   [this, feed, answer, answered](const Result<FeedStore::KnownEntries> &known) {
                       understand(feed, answer, answered,
                                  known ? *known : FeedStore::KnownEntries());
                   });
}

void RefreshFeeds::Private::understand(const Feed &feed, const network::Answer &answer,
                                       const Answered &answered,
                                       const FeedStore::KnownEntries &known)
{
    inBackground([feed, answer, known] { return tasks::readFetched(feed, answer, known); }, this,
                 [this, feed, answered](const Result<tasks::FetchedFeed> &fetched) {
                     understood(feed, fetched, answered);
                 },
                 &m_pool);
}

void RefreshFeeds::Private::end(FeedId feed)
{
    const auto ended = m_underWay.take(feed);
    m_bytes -= ended.bytes;
    m_fetching -= ended.isFetching;
    m_queue.end(feed);
    m_report.feeds += !ended.isFetching && !m_parked.contains(feed);
    emit m_task.progressed(m_report.feeds, m_total, awaited());
}

QString RefreshFeeds::Private::awaited() const
{
    const auto found = std::ranges::find_if(m_underWay, &UnderWay::isFetching);
    return found == m_underWay.end() ? QString() : found->title;
}

void RefreshFeeds::Private::conclude()
{
    m_running = false;
    m_total = 0;
    tidy();
    m_icons.goOn();
    m_report.waiting = int(m_parked.size());
    emit m_task.finished(std::exchange(m_report, {}));
}

void RefreshFeeds::Private::tidy()
{
    const auto time = now();
    if (!std::exchange(m_someAreTidied, false)
        || (m_tidied.isValid() && m_tidied <= time && m_tidied.addDays(1) > time))
        return;
    m_tidied = time;
    tidyOn(time);
}

// A little at a time: what somebody does meanwhile is not kept waiting.
void RefreshFeeds::Private::tidyOn(const QDateTime &time)
{
    m_library.write([time](Library &library) { return library.feeds().tidy(time); }, this,
                    [this, time](const Result<LibraryChange> &change) {
                        if (change && (!change->removed.isEmpty() || change->everything))
                            tidyOn(time);
                    });
}
