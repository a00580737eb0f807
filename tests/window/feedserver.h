#pragma once

#include "support/webserver.h"

#include <QByteArray>
#include <QString>

// Feeds of our own on a server of our own.
namespace feedserver {

inline QByteArray entry(int number, const QByteArray &more = {})
{
    const auto text = QByteArray::number(number);
    return "<item><title>Story " + text + "</title><guid isPermaLink=\"false\">s" + text
        + "</guid><pubDate>" + QByteArray::number(1 + number % 27)
        + " Mar 2026 10:00:00 GMT</pubDate><description>What story " + text
        + " tells in its first words.</description>" + more + "</item>";
}

inline QByteArray feed(const QByteArray &title, const QByteArray &entries)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + title
        + "</title><link>https://times.example/</link>" + entries + "</channel></rss>";
}

// `first` to `last`, the stories of one feed.
inline QByteArray feed(const QByteArray &title, int first, int last)
{
    QByteArray entries;
    for (auto number = last; number >= first; --number)
        entries += entry(number);
    return feed(title, entries);
}

inline WebServer::Reply reply(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "application/rss+xml"}}, .body = body};
}

} // namespace feedserver
