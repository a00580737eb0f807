#pragma once

#include "library/feedstore.h"
#include "library/sharedlibrary.h"
#include "network/fetcher.h"

#include <QObject>

#include <functional>
#include <memory>

// How a round of fetching went.
struct RefreshReport
{
    int feeds = 0;
    int changed = 0; // Feeds that told something new.
    int failed = 0;
    int stories = 0; // New ones.
    int waiting = 0; // Feeds that are fetched as soon as there is a network again.
    bool cancelled = false;
    QList<FeedId> gone = {}; // Feeds that say they are gone for good (410): not asked any more.

    bool operator==(const RefreshReport &) const = default;
};

// Keeps the feeds up to date: fetches those that are due, and all when it is asked to. Reading,
// understanding and storing happen on other threads; a few feeds are under way at a time, so that
// memory stays small however many there are.
class RefreshFeeds : public QObject
{
    Q_OBJECT

public:
    RefreshFeeds(SharedLibrary &library, network::Fetcher &fetcher, QObject *parent = nullptr);
    ~RefreshFeeds() override;

    // The user and password of a feed, asked each time before it is fetched; empty for most.
    using CredentialsOf = std::function<network::Credentials(const QUrl &feed)>;
    void setCredentials(const CredentialsOf &credentials);

    // Begins to fetch feeds when they are due, now and from now on.
    void start();
    // Fetches all feeds that are not paused, or these, due or not.
    void refreshAll();
    void refresh(const QList<FeedId> &feeds);
    // Ends the round; what was stored stays. finished() follows.
    void cancel();
    [[nodiscard]] bool running() const;

signals:
    // `current` is a feed that is fetched now.
    void progressed(int done, int total, const QString &current);
    // New stories, for notices and for fetching their whole text.
    void told(FeedId feed, const QList<ArticleId> &fresh, const QList<ArticleId> &summaries);
    void finished(const RefreshReport &report);

private:
    class Private;
    std::unique_ptr<Private> m;
};
