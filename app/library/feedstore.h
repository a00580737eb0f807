#pragma once

#include "base/result.h"
#include "model/article.h"
#include "model/feed.h"
#include "model/headline.h"
#include "model/history.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

class Database;
namespace searchtable {
class Changes;
}

// A feed's entry as the library takes it. Its HTML is kept as it came and made safe when it is
// read.
struct FeedStory
{
    QString guid = {}; // May be empty: then the address tells it, or else its words.
    Article article = {}; // Without a body; `text` is the HTML's, for lists and the index.
    QString html = {};
    bool isSummary = false; // The feed gives no more than that.
};

// What the feed calls itself now; empty fields change nothing.
struct FeedDescription
{
    QString title = {};
    QString description = {};
    QUrl site = {};
    QString language = {};

    bool operator==(const FeedDescription &) const = default;
};

// How fetching a feed went.
struct FetchOutcome
{
    std::optional<Error> error = {}; // None: it answered.
    Freshness freshness = {}; // Of an answer.
    QUrl movedTo = {}; // The feed is at another address from now on.
    QDateTime due = {};
    int intervalMinutes = 0; // 0: no change.
    QByteArray digest = {}; // Empty: no change.

    bool operator==(const FetchOutcome &) const = default;
};

struct Subscribed
{
    QList<FeedId> feeds = {}; // In the order asked for, those that were there already too.
    int added = 0; // That were not there before.
    LibraryChange change = {};
};

struct Stored
{
    QList<ArticleId> fresh = {}; // Stories that the library did not have.
    QList<ArticleId> summaries = {}; // Of those, the ones of which the feed gives only a summary.
    int versions = 0; // Stories that changed.
    LibraryChange change = {};
};

// What several feeds told.
struct StoredTogether
{
    QList<Result<Stored>> feeds = {}; // In the order of the updates.
    LibraryChange change = {}; // All of theirs.
};

// What somebody changes of a feed at once; what is not given stays as it is.
struct FeedSetUp
{
    std::optional<QUrl> url = {};
    std::optional<QString> title = {}; // Empty: what the feed calls itself.
    std::optional<FeedFolderId> folder = {};
    QString newFolder = {}; // Made at the end of the tree, in place of `folder`.
    std::optional<FeedSettings> settings = {};
};

// Subscriptions and what they told: the part of the Library that feeds are kept in. Got from
// Library::feeds(). Every change by a person is one step for undo, made in one transaction with its
// row in the journal; updates by the feeds themselves are records.
class FeedStore
{
public:
    // A story made ready for the library: all that takes time and needs no database. Pure, for the
    // pool.
    struct Prepared;
    using PreparedStories = std::shared_ptr<const QList<Prepared>>;
    // What a feed told before, as hashes: entries that still tell the same need not be made ready
    // again.
    using KnownEntries = QSet<qint64>;
    static PreparedStories prepare(const QList<FeedStory> &stories, const KnownEntries &known = {});

    // What one feed tells.
    struct Update
    {
        FeedId feed;
        FeedDescription description = {};
        PreparedStories stories;
        FetchOutcome outcome = {};
    };

    FeedStore(Database &database, const QString &file, const QString &media);
    ~FeedStore();
    FeedStore(const FeedStore &) = delete;
    FeedStore &operator=(const FeedStore &) = delete;

    [[nodiscard]] Result<FeedTree> tree() const;
    [[nodiscard]] Result<Feed> feed(FeedId id) const;
    // The subscriptions with what other programs said of them, for export.
    [[nodiscard]] Result<QList<NewFeed>> outline() const;
    // Feeds that are not paused and due, longest due first.
    [[nodiscard]] Result<QList<Feed>> due(const QDateTime &now) const;
    // When the next feed is due; invalid when none ever is.
    [[nodiscard]] Result<QDateTime> nextDue() const;
    // For prepare().
    [[nodiscard]] Result<KnownEntries> known(FeedId feed) const;
    // The feeds that told a story.
    [[nodiscard]] Result<QList<FeedId>> feedsOf(ArticleId story) const;

    // Makes the folders that are missing. A feed that is there already stays as it is; one that was
    // unsubscribed comes back with its stories. All are one step.
    Result<Subscribed> subscribe(const QList<NewFeed> &feeds, const QDateTime &now,
                                 Actor by = Actor::You);
    // Their stories go too, but for bookmarked and opened ones and those another feed tells.
    Result<LibraryChange> unsubscribe(const QList<FeedId> &feeds, const QDateTime &now);
    // An empty title: what the feed calls itself.
    Result<LibraryChange> rename(FeedId feed, const QString &title, const QDateTime &now);
    Result<LibraryChange> setSettings(const QList<FeedId> &feeds, const FeedSettings &settings,
                                      const QDateTime &now);
    // Somebody gave the feed another address.
    Result<LibraryChange> setUrl(FeedId feed, const QUrl &url, const QDateTime &now);

    // All that a person gave in its settings. Refused like setUrl(); then nothing is changed.
    Result<LibraryChange> setUp(FeedId feed, const FeedSetUp &changes, const QDateTime &now);

    Result<LibraryChange> addFolder(const QString &title, FeedFolderId parent,
                                    const QDateTime &now);
    Result<LibraryChange> renameFolder(FeedFolderId folder, const QString &title,
                                       const QDateTime &now);
    // What is in it moves to where it stood.
    Result<LibraryChange> removeFolder(FeedFolderId folder, const QDateTime &now);
    // Not a step: how a tree is looked at is no change to it.
    Result<void> setExpanded(FeedFolderId folder, bool expanded);
    // Moves nodes into a folder, before its `position`th child (its end when there are fewer).
    // Refused for a folder that would come to stand in itself.
    Result<LibraryChange> move(const QList<FeedNode> &nodes, FeedFolderId into, int position,
                               const QDateTime &now);

    // Takes what a feed tells. A story is known by its GUID in this feed, else by its address, else
    // by its words; one that changed becomes a new version of itself, and its states stay. A story
    // that was removed stays removed. A summary never replaces a full text.
    Result<Stored> update(FeedId feed, const FeedDescription &description,
                          const PreparedStories &stories, const FetchOutcome &outcome,
                          const QDateTime &now);
    // What several feeds tell, in one transaction: it takes about half the time. A feed that is not
    // there has its own error; nothing of all is kept when the disk fails.
    Result<StoredTogether> update(const QList<Update> &updates, const QDateTime &now);
    // A fetch that told nothing new: unchanged, or failed.
    Result<LibraryChange> note(FeedId feed, const FetchOutcome &outcome, const QDateTime &now);
    Result<LibraryChange> setIcon(FeedId feed, const Picture &icon);

    // The story's whole text, found on its page, and pictures for it: a new version of it. A step
    // when somebody asked for it.
    Result<LibraryChange> complete(ArticleId story, const Article &article, Actor by,
                                   const QDateTime &now);

    // Removes what feeds with `keptDays` no longer keep, for good. Never a bookmark, an unread
    // story of the last day, what came from a file too, or what another feed keeps. A little at a
    // time: there may be more to do as long as something was removed. Nothing on the word of a
    // clock that has just leapt ahead: what it removes nobody brings back.
    Result<LibraryChange> tidy(const QDateTime &now);

private:
    Result<Stored> take(const Update &told, searchtable::Changes &index, const QDateTime &now);
    // Merges the index where updates come faster than there is time for it in between.
    void keepUp();

    Database &m_database;
    QString m_file; // For errors.
    QString m_media;
    int m_updates = 0;
    bool m_fallsBehind = false;
};
