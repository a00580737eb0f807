#pragma once

#include "model/parsedfeed.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace feeds {

// A field that several elements may fill: the best of them counts, of equals the last.
template<typename T>
struct Ranked
{
    T value = {};
    int rank = 0; // 0: nothing yet.

    void offer(const T &candidate, int candidateRank)
    {
        if (candidateRank >= rank) {
            value = candidate;
            rank = candidateRank;
        }
    }
};

// A picture or file as Media RSS tells it (https://www.rssboard.org/media-rss).
struct MediaFile
{
    Enclosure file;
    Figure figure;
    int group = 0; // Renditions of the same thing; 0: it stands alone.
    bool isPicture = false;
    bool isDefault = false;
};

// Where something is said, and what it means there.
struct Context
{
    QUrl base = {};
    QString language = {};
};

// An entry while it is read.
struct EntryDraft
{
    FeedEntry entry;
    Context context = {}; // Of its own element.
    Ranked<QString> title = {};
    Ranked<QString> summary = {};
    Ranked<QString> content = {};
    QUrl summaryBase = {};
    QUrl contentBase = {};
    QString contentLanguage = {};
    Ranked<QUrl> url = {};
    Ranked<Timestamp> published = {};
    Ranked<Timestamp> modified = {};
    QList<Author> authors = {};
    QList<Author> lesserAuthors = {}; // Those that count where there are no others.
    Ranked<Figure> lead = {};
    QList<MediaFile> media = {};
    Figure mediaWords = {}; // Said of all of them.
    QUrl chapters = {};
    QUrl originalEnclosure = {};
    int seconds = 0;
    int groups = 0;
    qsizetype position = 0; // Among the feed's entries.
};

// The feed itself, the same way.
struct FeedDraft
{
    ParsedFeed feed;
    Ranked<QString> title = {};
    Ranked<QString> description = {};
    QUrl descriptionBase = {};
    Ranked<QUrl> site = {};
    Ranked<Timestamp> modified = {};
    QList<Author> authors = {};
    QList<Author> lesserAuthors = {};
    Ranked<QUrl> image = {};
    int updatePeriodMinutes = 0;
    int updateFrequency = 1;
};

// What the drafts come to.
FeedEntry finished(EntryDraft &draft, const ParsedFeed &feed);
ParsedFeed finished(FeedDraft &draft);

} // namespace feeds
