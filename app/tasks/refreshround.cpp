#include "tasks/refreshround.h"

#include "base/background.h"
#include "feeds/feeds.h"
#include "tasks/limits.h"

#include <QRandomGenerator>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace {

namespace limits = tasks::limits;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

FetchOutcome outcomeOf(const Feed &feed, const tasks::FeedAnswer &answer)
{
    const auto chance = QRandomGenerator::global()->generateDouble();
    const auto next = tasks::nextAppointment(feed, answer, now(), chance);
    return {.error = answer.error, .due = next.due, .intervalMinutes = next.intervalMinutes};
}

bool isGone(const Feed &feed)
{
    return feed.failure && feed.failure->error.kind == Error::Kind::Gone;
}

// Where a feed says that it is going: to another address, and not to a less private one.
bool isToTry(const Feed &feed, const QUrl &movedTo)
{
    const auto scheme = movedTo.scheme();
    return movedTo.isValid() && movedTo != feed.url && !feed.url.isLocalFile()
        && (scheme == QLatin1StringView("https")
            || (scheme == QLatin1StringView("http") && feed.url.scheme() == scheme));
}

bool isFeed(const network::Answer &answer)
{
    return bool(feeds::parse(answer.body, {.url = answer.url, .contentType = answer.contentType}));
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
    m_pool.setMaxThreadCount(1);
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
                       feeds.removeIf(
                           [](const Feed &feed) { return feed.settings.paused || isGone(feed); });
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
    m_underWay.insert(feed.id, {});
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

void RefreshFeeds::Private::understood(const Feed &feed, const Result<tasks::FetchedFeed> &fetched,
                                       const Answered &answered)
{
    if (!fetched)
        fail(feed, fetched.error(), answered.retryAfterSeconds);
    else if (fetched->unchanged)
        noteUnchanged(feed, answered);
    else if (answered.movedTo.isEmpty() && isToTry(feed, fetched->movedTo))
        tryMove(feed, *fetched, answered);
    else
        store(feed, *fetched, answered);
    goOn();
}

// A feed that says where it will be is believed when there is a feed.
void RefreshFeeds::Private::tryMove(const Feed &feed, const tasks::FetchedFeed &fetched,
                                    const Answered &answered)
{
    const auto id = feed.id;
    m_moving.insert(id, [this, feed, fetched, answered](bool moved) {
        store(feed, fetched, moved ? Answered{.movedTo = fetched.movedTo} : answered);
    });
    m_fetcher.fetch({.url = fetched.movedTo, .kind = network::Kind::Feed}, &m_moves,
                    [this, id](const network::Outcome &outcome) {
                        if (!outcome.answer) {
                            endMove(id, false);
                            return;
                        }
                        inBackground([answer = *outcome.answer] { return isFeed(answer); }, this,
                                     [this, id](bool moved) { endMove(id, moved); }, &m_pool);
                    });
}

void RefreshFeeds::Private::endMove(FeedId feed, bool moved)
{
    if (const auto go = m_moving.take(feed))
        go(moved);
}

void RefreshFeeds::Private::store(const Feed &feed, const tasks::FetchedFeed &fetched,
                                  const Answered &answered)
{
    auto outcome = outcomeOf(feed,
                             {.changed = true,
                              .retryAfterSeconds = answered.retryAfterSeconds,
                              .maxAgeSeconds = answered.freshness.maxAgeSeconds,
                              .wishes = fetched.wishes});
    outcome.freshness = answered.freshness;
    outcome.movedTo = answered.movedTo;
    outcome.digest = fetched.digest;
    auto &wishes = m_wishes[feed.id];
    wishes = fetched.wishes;
    wishes.published.clear();
    if (feed.icon.isEmpty())
        m_icons.find({.feed = feed.id,
                      .url = feed.url,
                      .named = fetched.icon,
                      .site = fetched.description.site,
                      .image = fetched.image});
    m_library.write(
        [id = feed.id, description = fetched.description, stories = fetched.stories, outcome,
         time = now()](Library &library) {
            return library.feeds().update(id, description, stories, outcome, time);
        },
        this, [this, id = feed.id](const Result<Stored> &result) { stored(id, result); });
}

void RefreshFeeds::Private::stored(FeedId feed, const Result<Stored> &stored)
{
    if (stored) {
        m_report.changed += !stored->fresh.isEmpty() || stored->versions > 0;
        m_report.stories += int(stored->fresh.size());
        if (!stored->fresh.isEmpty())
            emit m_task.told(feed, stored->fresh, stored->summaries);
    }
    end(feed);
    // A feed that was unsubscribed meanwhile is missed by nobody; a library that cannot be written
    // would take the next no better.
    if (!stored && stored.error().kind != Error::Kind::NotFound)
        cancel();
    goOn();
}

void RefreshFeeds::Private::fail(const Feed &feed, const Error &error, int retryAfterSeconds)
{
    if (error.kind == Error::Kind::Offline) {
        // No failure of the feed.
        m_parked.insert(feed.id);
        end(feed.id);
        return;
    }
    ++m_report.failed;
    if (error.kind == Error::Kind::Gone && !isGone(feed))
        m_report.gone.append(feed.id);
    if (retryAfterSeconds > 0) {
        const auto kept = std::chrono::seconds(limits::demandKept).count();
        m_notBefore.insert(feed.id, now().addSecs(std::min<qint64>(retryAfterSeconds, kept)));
    }
    note(feed.id, outcomeOf(feed, {.error = error, .retryAfterSeconds = retryAfterSeconds}));
}

void RefreshFeeds::Private::noteUnchanged(const Feed &feed, const Answered &answered)
{
    auto outcome = outcomeOf(feed,
                             {.retryAfterSeconds = answered.retryAfterSeconds,
                              .maxAgeSeconds = answered.freshness.maxAgeSeconds,
                              .wishes = m_wishes.value(feed.id)});
    outcome.freshness = answered.freshness;
    // An answer without validators leaves those that were known (RFC 9110 §15.4.5).
    if (outcome.freshness.etag.isEmpty())
        outcome.freshness.etag = feed.freshness.etag;
    if (outcome.freshness.lastModified.isEmpty())
        outcome.freshness.lastModified = feed.freshness.lastModified;
    outcome.movedTo = answered.movedTo;
    note(feed.id, outcome);
}

// Notes are written together: of hundreds of feeds most tell nothing new.
void RefreshFeeds::Private::note(FeedId feed, const FetchOutcome &outcome)
{
    m_notes.append({feed, outcome});
    m_bytes -= std::exchange(m_underWay[feed].bytes, 0);
    if (m_notes.size() >= limits::notesAtOnce)
        flushNotes();
    else if (!m_noteTimer.isActive())
        m_noteTimer.start();
}

void RefreshFeeds::Private::flushNotes()
{
    m_noteTimer.stop();
    m_library.write(
        [notes = m_notes, time = now()](Library &library) { return noted(library, notes, time); },
        this,
        [this, notes = m_notes](const Result<LibraryChange> &change) {
            for (const auto &note : notes)
                end(note.feed);
            if (!change)
                cancel();
            goOn();
        });
    m_notes.clear();
}

Result<LibraryChange> RefreshFeeds::Private::noted(Library &library, const QList<Note> &notes,
                                                   const QDateTime &time)
{
    LibraryChange all;
    for (const auto &note : notes) {
        const auto change = library.feeds().note(note.feed, note.outcome, time);
        if (!change && change.error().kind != Error::Kind::NotFound)
            return change.error();
        all.feeds = all.feeds || (change && change->feeds);
    }
    return all;
}

void RefreshFeeds::Private::end(FeedId feed)
{
    const auto ended = m_underWay.take(feed);
    m_bytes -= ended.bytes;
    m_fetching -= ended.isFetching;
    m_queue.end(feed);
    m_report.feeds += !ended.isFetching && !m_parked.contains(feed);
    emit m_task.progressed(m_report.feeds, m_total, {});
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
        || (m_tidied.isValid() && m_tidied.addDays(1) > time))
        return;
    m_tidied = time;
    m_library.write([time](Library &library) { return library.feeds().tidy(time); });
}
