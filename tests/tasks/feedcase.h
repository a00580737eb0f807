#pragma once

#include "library/sharedlibrary.h"
#include "network/fetcher.h"
#include "support/webserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

// An entry of RSS 2.0.
struct Item
{
    QByteArray name; // Its GUID and the end of its address.
    QByteArray content = "<p>All about it.</p>";
    QByteArray more = {}; // Further elements.
};

inline QByteArray rss(const QList<Item> &items, const QByteArray &more = {})
{
    QByteArray bytes = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""
                       " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                       " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel>"
                       "<title>The Harbour Post</title>"
        + more;
    for (const auto &item : items)
        bytes += "<item><title>Story " + item.name + "</title><link>http://post.example/"
            + item.name + "</link><guid>http://post.example/" + item.name
            + "</guid><content:encoded><![CDATA[" + item.content + "]]></content:encoded>"
            + item.more + "</item>";
    return bytes + "</channel></rss>";
}

// A library of its own, a web server and what fetches from it, for every test function.
class FeedCase : public QObject
{
protected:
    void begin()
    {
        m_fetcher.reset();
        m_library.reset();
        m_place = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<SharedLibrary>(m_place->path());
        m_server = std::make_unique<WebServer>();
        m_fetcher = std::make_unique<network::Fetcher>();
    }

    // What a job answers.
    template<typename Job>
    auto read(Job job)
    {
        using Answer = std::invoke_result_t<Job, Library &>;
        std::optional<Answer> answer;
        m_library->read(job, this, [&](const Answer &told) { answer = told; });
        return awaited(answer);
    }

    template<typename Job>
    auto write(Job job)
    {
        using Answer = std::invoke_result_t<Job, Library &>;
        std::optional<Answer> answer;
        m_library->write(job, this, [&](const Answer &told) { answer = told; });
        return awaited(answer);
    }

    QList<FeedId> subscribe(const QList<NewFeed> &feeds)
    {
        return write([feeds](Library &library) {
                   return library.feeds().subscribe(feeds, QDateTime::currentDateTimeUtc());
               })
            .feeds;
    }

    FeedId subscribe(const QUrl &url, const FeedSettings &settings = {})
    {
        return subscribe(QList<NewFeed>{{.url = url, .settings = settings}}).value(0);
    }

    Feed feed(FeedId id)
    {
        return read([id](Library &library) { return library.feeds().feed(id); });
    }

    QList<Headline> stories()
    {
        return read([](Library &library) { return library.headlines({}, 1'000); });
    }

    StoredArticle story(ArticleId id)
    {
        return read([id](Library &library) { return library.article(id); });
    }

    StoredArticle story(const QString &title)
    {
        for (const auto &headline : stories()) {
            if (headline.title == title)
                return story(headline.id);
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<SharedLibrary> m_library;
    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<network::Fetcher> m_fetcher;

private:
    template<typename T>
    static T awaited(std::optional<Result<T>> &answer)
    {
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("the library does not answer");
        if (!*answer)
            qFatal("the library refuses: %s", qPrintable(answer->error().detail));
        return **answer;
    }
};
