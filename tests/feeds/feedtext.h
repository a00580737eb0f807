#pragma once

#include "feeds/feeds.h"

#include <QTest>

// Feeds for tests, written around the part that matters.
namespace feedtext {

inline const QUrl url(QStringLiteral("https://gazette.example/feeds/news.xml"));

inline QByteArray rss(const QByteArray &items, const QByteArray &head = {})
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
           "xmlns:atom=\"http://www.w3.org/2005/Atom\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
           "xmlns:media=\"http://search.yahoo.com/mrss/\" "
           "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" "
           "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>"
        + head + items + "</channel></rss>";
}

inline QByteArray atom(const QByteArray &entries, const QByteArray &attributes = {})
{
    return "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes + ">"
        + entries + "</feed>";
}

inline ParsedFeed parsed(const QByteArray &bytes, const QUrl &from = url)
{
    const auto feed = feeds::parse(bytes, {.url = from});
    if (!feed)
        qWarning("%s", qPrintable(feed.error().detail));
    return feed ? *feed : ParsedFeed();
}

// The only entry of a feed; an empty one when there are none or more.
inline FeedEntry entryOf(const QByteArray &bytes)
{
    const auto feed = parsed(bytes);
    return feed.entries.size() == 1 ? feed.entries.first() : FeedEntry();
}

} // namespace feedtext
