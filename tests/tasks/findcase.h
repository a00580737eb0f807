#pragma once

#include "support/webserver.h"
#include "tasks/findfeeds.h"

#include <QTest>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;

inline QByteArray feed(const QByteArray &title, const QByteArray &self = {})
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
           "xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>"
        + title + "</title>"
        + (self.isEmpty() ? QByteArray() : "<atom:link rel=\"self\" href=\"" + self + "\"/>")
        + "<item><guid>" + title + "-1</guid><title>High water</title></item></channel></rss>";
}

inline WebServer::Reply xml(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "application/rss+xml"}}, .body = body};
}

inline WebServer::Reply page(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "text/html; charset=utf-8"}},
            .body = "<!DOCTYPE html><html><head><title>Coast</title>" + body};
}

inline QByteArray names(const QByteArray &href, const QByteArray &title = {})
{
    return "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"" + href + "\" title=\""
        + title + "\">";
}

// Searches for feeds from beginning to end.
class FindCase : public QObject
{
protected:
    // What came of a search, from its beginning to its end.
    struct Told
    {
        QList<FoundFeed> found = {};
        std::optional<Error> error = {};
        int finished = -1;

        [[nodiscard]] QStringList urls() const
        {
            QStringList urls;
            for (const auto &feed : found)
                urls.append(feed.url.toString());
            return urls;
        }
        [[nodiscard]] QStringList titles() const
        {
            QStringList titles;
            for (const auto &feed : found)
                titles.append(feed.feed.title);
            return titles;
        }
    };
    Told find(const QString &typed, const network::Credentials &credentials = {})
    {
        Told told;
        FindFeeds find(m_fetcher);
        connect(&find, &FindFeeds::found, this, [&](const FoundFeed &each) { told.found += each; });
        connect(&find, &FindFeeds::failed, this, [&](const Error &error) { told.error = error; });
        connect(&find, &FindFeeds::finished, this, [&](int count) { told.finished = count; });
        find.find(typed, credentials);
        if (!QTest::qWaitFor([&] { return told.finished >= 0; }, 20'000))
            qFatal("the search does not end");
        return told;
    }

    Told find(const QUrl &url) { return find(url.toString()); }

    // A server that speaks no TLS may never answer somebody who does.
    network::Fetcher m_fetcher{network::Limits{.headersWait = std::chrono::milliseconds(800)}};
};
