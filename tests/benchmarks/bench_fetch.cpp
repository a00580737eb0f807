// How long it takes to fetch 200 feeds from a server on this machine, beside a bare
// QNetworkAccessManager that is given all of them at once, and how long where none has changed.
#include "medians.h"
#include "network/fetcher.h"
#include "support/webserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int feeds = 200;
constexpr qsizetype feedBytes = 250'000;
constexpr int runs = 7;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// What asking costs the thread that asks: the first time, which starts the network's thread, and
// then.
void measureAsking(const WebServer &server)
{
    network::Fetcher fetcher;
    QObject receiver;
    QElapsedTimer timer;
    timer.start();
    fetcher.fetch({.url = server.url("/")}, &receiver, [](const network::Outcome &) {});
    const auto first = milliseconds(timer);
    timer.restart();
    for (int i = 0; i < feeds; ++i)
        fetcher.fetch({.url = server.url("/")}, &receiver, [](const network::Outcome &) {});
    std::printf("asking: %.2f ms the first time, %.4f ms each of the next %d\n", first,
                milliseconds(timer) / feeds, feeds);
    timer.restart();
    fetcher.cancel(&receiver);
    std::printf("cancelling all: %.2f ms\n", milliseconds(timer));
}

double withFetcher(network::Fetcher &fetcher, const WebServer &server, const Freshness &known)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    int left = feeds;
    for (int i = 0; i < feeds; ++i) {
        fetcher.fetch({.url = server.url("/" + QByteArray::number(i)),
                       .kind = network::Kind::Feed,
                       .known = known},
                      &loop, [&](const network::Outcome &outcome) {
                          if (!outcome.answer)
                              std::printf("failed: %s\n",
                                          qPrintable(outcome.answer.error().detail));
                          if (--left == 0)
                              loop.quit();
                      });
    }
    loop.exec();
    return milliseconds(timer);
}

double withManager(QNetworkAccessManager &manager, const WebServer &server, const Freshness &known)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    int left = feeds;
    for (int i = 0; i < feeds; ++i) {
        QNetworkRequest request(server.url("/" + QByteArray::number(i)));
        if (!known.etag.isEmpty())
            request.setRawHeader("If-None-Match", known.etag);
        auto *reply = manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&, reply] {
            (void)reply->readAll();
            reply->deleteLater();
            if (--left == 0)
                loop.quit();
        });
    }
    loop.exec();
    return milliseconds(timer);
}

void measure(const char *what, const WebServer &server, const Freshness &known)
{
    Times fetcherTimes;
    Times managerTimes;
    network::Fetcher fetcher;
    QNetworkAccessManager manager;
    for (int run = 0; run < runs; ++run) {
        managerTimes.add(withManager(manager, server, known));
        fetcherTimes.add(withFetcher(fetcher, server, known));
    }
    std::printf("%s\n", what);
    managerTimes.print("  a bare QNetworkAccessManager", managerTimes);
    fetcherTimes.print("  the Fetcher", managerTimes);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    WebServer server;
    const QByteArray feed(feedBytes, 'x');
    server.serveAll([&](const WebServer::Seen &seen) -> WebServer::Reply {
        if (seen.headers.contains("if-none-match"))
            return {.status = 304};
        return {.headers = {{"Content-Type", "application/rss+xml"}, {"ETag", "\"1\""}},
                .body = feed};
    });
    measureAsking(server);
    measure("200 feeds of 250 KB", server, {});
    measure("200 feeds that have not changed", server, {.etag = "\"1\""});
    return 0;
}
