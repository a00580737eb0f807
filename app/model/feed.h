#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <utility>

enum class FeedId : qint64 { None = 0 };
enum class FeedFolderId : qint64 { None = 0 }; // None: outside of all folders.

// What a person decides for a feed.
struct FeedSettings
{
    // Automatic: where the feed gives only summaries.
    enum class FullText { Automatic, Always, Never };

    FullText fullText = FullText::Automatic;
    bool pictures = true; // Kept in the library for reading offline.
    int everyMinutes = 0; // 0: as often as the feed changes.
    bool opensOriginal = false; // Its stories are read on their site.
    bool notifies = false;
    bool paused = false;
    int keptDays = 0; // Stories without a bookmark go after these days; 0: never.

    bool operator==(const FeedSettings &) const = default;
};

// Why a feed could not be fetched, and since when that is so.
struct FeedFailure
{
    Error error;
    QDateTime since = {}; // UTC
    int times = 1; // In a row.

    bool operator==(const FeedFailure &) const = default;
};

// What a server said of an answer, to be told or kept to when it is asked again (RFC 9110 §13,
// RFC 9111 §5.2).
struct Freshness
{
    QByteArray etag = {};
    QByteArray lastModified = {}; // As the server wrote it.
    int maxAgeSeconds = 0;

    bool operator==(const Freshness &) const = default;
};

// A feed that somebody subscribed to.
struct Feed
{
    FeedId id = FeedId::None;
    QUrl url = {}; // Where it is fetched: http, https or file.
    QString title = {}; // What the person calls it, or else what it calls itself, or its host.
    QString ownTitle = {};
    QUrl site = {};
    QString description = {};
    QString language = {};
    QString icon = {}; // A picture's name ("broadsheet-media:…"); may be empty.
    FeedFolderId folder = FeedFolderId::None;
    FeedSettings settings = {};
    std::optional<FeedFailure> failure = {};
    Freshness freshness = {};
    QDateTime tried = {}; // UTC; invalid before the first time, as the next.
    QDateTime fetched = {}; // When it last answered.
    QDateTime changed = {}; // When it last told something new.
    QDateTime due = {}; // When it is to be fetched next; invalid: at once.
    QByteArray digest = {}; // Of the bytes last stored: the same bytes need not be read again.
    int intervalMinutes = 0; // What was found out about how often it changes; 0: nothing yet.
    int unread = 0;
    int stories = 0;

    bool operator==(const Feed &) const = default;
};

struct FeedFolder
{
    FeedFolderId id = FeedFolderId::None;
    QString title = {};
    FeedFolderId parent = FeedFolderId::None;
    int unread = 0; // Of its feeds and those in folders below.
    bool expanded = true;

    bool operator==(const FeedFolder &) const = default;
};

// A folder or a feed, as a place in the tree.
struct FeedNode
{
    FeedFolderId folder = FeedFolderId::None;
    FeedId feed = FeedId::None; // One of the two is set.

    bool operator==(const FeedNode &) const = default;
};

// All subscriptions in the order people gave them: children of one folder in their order, folders
// and feeds mixed.
struct FeedTree
{
    QList<FeedFolder> folders = {}; // Parents before children.
    QList<Feed> feeds = {};
    QList<FeedNode> order = {}; // Depth first: of two siblings, the earlier one stands first.

    bool operator==(const FeedTree &) const = default;
};

using ForeignAttributes = QList<std::pair<QString, QString>>; // Name with its prefix, and value.

// A subscription that somebody asks for.
struct NewFeed
{
    QUrl url;
    QString title = {}; // Empty: what the feed calls itself.
    QUrl site = {};
    QStringList folder = {}; // The names of the folders around it, from the outermost.
    FeedSettings settings = {};
    ForeignAttributes foreign = {}; // What other programs' OPML says of it: kept, never used.

    bool operator==(const NewFeed &) const = default;
};
