#include "base/background.h"
#include "feeds/feeds.h"
#include "tasks/feedschedule.h"
#include "tasks/limits.h"
#include "tasks/refreshround.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

// What becomes of the answers of a round.

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
    m_stores.append({.feed = feed.id,
                     .description = fetched.description,
                     .stories = fetched.stories,
                     .outcome = outcome});
    if (!m_isStoring)
        flushStores();
}

// What is fetched while others are stored is stored together: the more there is to do, the less
// each feed takes.
void RefreshFeeds::Private::flushStores()
{
    const auto together = m_stores.first(std::min(m_stores.size(), limits::storesAtOnce));
    m_stores.remove(0, together.size());
    m_isStoring = true;
    m_library.write([together, time = now()](
                        Library &library) { return library.feeds().update(together, time); },
                    this,
                    [this, together](const Result<StoredTogether> &result) {
                        m_isStoring = false;
                        if (!m_stores.isEmpty())
                            flushStores();
                        for (qsizetype at = 0; at < together.size(); ++at)
                            stored(together.at(at).feed,
                                   result ? result->feeds.at(at) : Result<Stored>(result.error()));
                    });
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
    if (error.kind == Error::Kind::Gone && !tasks::isGone(feed))
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
