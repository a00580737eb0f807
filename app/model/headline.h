#pragma once

#include "base/timestamp.h"

#include <QDateTime>
#include <QList>
#include <QString>

enum class ArticleId : qint64 { None = 0 };

// The part of a story that the list shows. Thousands are in memory at once: no body, no pictures.
struct Headline
{
    ArticleId id = ArticleId::None;
    QString title = {};
    QString site = {};
    QString byline = {};
    QString excerpt = {}; // The first words of the standfirst or the body, about two lines.
    QString language = {};
    Timestamp published = {};
    QString thumbnail = {}; // A picture's name ("broadsheet-media:…"); may be empty.
    QDateTime added = {}; // UTC: when the library first had it.
    QDateTime listed = {}; // UTC: its place in lists. For a feed's entry when it was published, but
                           // no later than it was added; otherwise when it was added.
    QDateTime opened = {}; // UTC: when it was last read; invalid before.
    QDateTime bookmarkedAt = {}; // UTC; invalid when it is not bookmarked.
    bool read = false;
    double progress = 0; // How far it was read, where it was begun and not finished; else 0.

    [[nodiscard]] bool bookmarked() const { return bookmarkedAt.isValid(); }
    bool operator==(const Headline &) const = default;
};

// Everything that a change to the library means for whoever shows it.
struct LibraryChange
{
    QList<Headline> added = {};
    QList<Headline> changed = {};
    QList<ArticleId> removed = {};
    QList<ArticleId> texts = {}; // Whoever shows one of these has another text to show now.
    bool feeds = false; // Subscriptions, their folders, states or unread counts changed.
    bool smartFolders = false; // They, their searches or their order changed.
    bool everything = false; // So much changed that it is better to ask again.

    [[nodiscard]] bool isEmpty() const { return *this == LibraryChange(); }
    // Whether lists of stories may show something else now.
    [[nodiscard]] bool isOfStories() const
    {
        return everything || !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }
    bool operator==(const LibraryChange &) const = default;
};
