#pragma once

#include "tasks/feedclock.h"
#include "tasks/feedqueue.h"
#include "tasks/fetchedfeed.h"
#include "tasks/findfeedicons.h"
#include "tasks/refreshfeeds.h"

#include <QHash>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <utility>

// The round of feeds that are fetched now; for refreshfeeds.cpp.
class RefreshFeeds::Private : public QObject
{
    Q_OBJECT

public:
    Private(RefreshFeeds &task, SharedLibrary &library, network::Fetcher &fetcher);

    void setCredentials(const CredentialsOf &credentials) { m_credentials = credentials; }
    void start();
    void refreshAll();
    void refresh(const QSet<FeedId> &feeds);
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }

private:
    // What a server said besides the body, which goes to the pool alone.
    struct Answered
    {
        Freshness freshness = {};
        QUrl movedTo = {};
        int retryAfterSeconds = 0;
    };
    struct UnderWay
    {
        QString title;
        qint64 bytes = 0; // In memory until they are stored.
        bool isFetching = true;
    };
    struct Note
    {
        FeedId feed;
        FetchOutcome outcome;
    };

    void begin(const QList<Feed> &feeds);
    void goOn();
    void ask(const Feed &feed);
    void take(const Feed &feed, const network::Outcome &outcome);
    void read(const Feed &feed, const network::Answer &answer, const Answered &answered);
    void understand(const Feed &feed, const network::Answer &answer, const Answered &answered,
                    const FeedStore::KnownEntries &known);
    void understood(const Feed &feed, const Result<tasks::FetchedFeed> &fetched,
                    const Answered &answered);
    void tryMove(const Feed &feed, const tasks::FetchedFeed &fetched, const Answered &answered);
    void endMove(FeedId feed, bool moved);
    void store(const Feed &feed, const tasks::FetchedFeed &fetched, const Answered &answered);
    void flushStores();
    void stored(FeedId feed, const Result<Stored> &stored);
    void fail(const Feed &feed, const Error &error, int retryAfterSeconds);
    void park(FeedId feed);
    void noteUnchanged(const Feed &feed, const Answered &answered);
    void note(FeedId feed, const FetchOutcome &outcome);
    void flushNotes();
    static Result<LibraryChange> noted(Library &library, const QList<Note> &notes,
                                       const QDateTime &time);
    void end(FeedId feed);
    [[nodiscard]] QString awaited() const; // The title of a feed that has not answered yet.
    void conclude();
    void tidy();
    void tidyOn(const QDateTime &time);

    RefreshFeeds &m_task;
    SharedLibrary &m_library;
    network::Fetcher &m_fetcher;
    CredentialsOf m_credentials;
    FeedClock m_clock;
    FindFeedIcons m_icons;
    QThreadPool m_pool; // Leaves one core to the person.
    tasks::FeedQueue m_queue;
    QHash<FeedId, UnderWay> m_underWay;
    QSet<FeedId> m_parked; // They wait for the network.
    QHash<FeedId, QDateTime> m_notBefore; // What servers demanded lately by Retry-After.
    QHash<FeedId, tasks::FeedWishes> m_wishes; // Of feeds that say them only when they change.
    QObject m_moves; // On whose behalf new addresses of feeds are tried.
    QHash<FeedId, std::function<void(bool)>> m_moving; // What is to happen when one was.
    QList<FeedStore::Update> m_stores; // What waits for those before it to be stored.
    bool m_isStoring = false;
    QList<Note> m_notes; // Not yet on their way to the library.
    QTimer m_noteTimer;
    RefreshReport m_report;
    QDateTime m_tidied;
    qint64 m_bytes = 0; // Of all that are under way.
    int m_fetching = 0;
    int m_total = 0;
    bool m_someAreTidied = false; // A feed of the round keeps its stories for some days.
    bool m_running = false;
    bool m_isGoingOn = false;
};
