#include "benchmarks/feedserver.h"
#include "feeds/opml.h"
#include "library/sharedlibrary.h"
#include "network/fetcher.h"
#include "support/stallwatch.h"
#include "tasks/refreshfeeds.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <sys/resource.h>
#include <unistd.h>

// bench_feeds_update [--feeds 200] [--entries 50] [--validators=no]: from a list of subscriptions
// to all stories stored and searchable, and what a second update costs where nothing changed. The
// feeds come from an HTTP server in a process of its own, on this machine.

using namespace Qt::StringLiterals;

namespace {

int serve(int entries, bool validators)
{
    const FeedMaker maker(entries);
    QHttpServer server;
    server.route(u"/feed/<arg>"_s, [&](int number, const QHttpServerRequest &request) {
        const auto etag = "\"" + QByteArray::number(number) + "\"";
        if (validators && request.value("If-None-Match") == etag)
            return QHttpServerResponse(QHttpServerResponse::StatusCode::NotModified);
        QHttpServerResponse response("application/rss+xml", maker.feed(number));
        if (validators)
            response.addHeader("ETag", etag);
        return response;
    });
    const auto port = server.listen(QHostAddress::LocalHost);
    std::printf("%d\n", int(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

QByteArray opml(int port, int feeds)
{
    QByteArray bytes = "<opml version=\"2.0\"><head/><body><outline text=\"Papers\">\n";
    for (int i = 0; i < feeds; ++i)
        bytes += "<outline type=\"rss\" text=\"Paper\" xmlUrl=\"http://127.0.0.1:"
            + QByteArray::number(port) + "/feed/" + QByteArray::number(i) + "\"/>\n";
    return bytes + "</outline></body></opml>\n";
}

// A line of /proc/self/status, in kilobytes.
qint64 memory(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ":"))
            return line.mid(name.size() + 1).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

// The peak counts from now on.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

double processorSeconds(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readAll().split(')').last().simplified().split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong())
        / double(sysconf(_SC_CLK_TCK));
}

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void print(const char *name, double value, const char *unit)
{
    std::printf("%-44s %10.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

// Runs the event loop until `done` is called.
void wait(const std::function<void(std::function<void()> done)> &begin)
{
    QEventLoop loop;
    auto isDone = false;
    begin([&] {
        isDone = true;
        loop.quit();
    });
    if (!isDone)
        loop.exec();
}

RefreshReport refreshed(RefreshFeeds &task)
{
    RefreshReport report;
    wait([&](const std::function<void()> &done) {
        QObject::connect(
            &task, &RefreshFeeds::finished, &task,
            [&report, done](const RefreshReport &told) {
                report = told;
                done();
            },
            Qt::SingleShotConnection);
        task.refreshAll();
    });
    return report;
}

void subscribe(SharedLibrary &library, const QByteArray &list)
{
    const auto feeds = feeds::readOpml(list);
    if (!feeds)
        qFatal("the list of feeds cannot be read");
    wait([&](const std::function<void()> &done) {
        library.write(
            [feeds = feeds->feeds](Library &there) {
                return there.feeds().subscribe(feeds, QDateTime::currentDateTimeUtc());
            },
            &library, [done](const Result<Subscribed> &) { done(); });
    });
}

StoryCounts counts(SharedLibrary &library)
{
    StoryCounts counts;
    wait([&](const std::function<void()> &done) {
        library.read([](Library &there) { return there.counts(); }, &library,
                     [&counts, done](const Result<StoryCounts> &told) {
                         counts = told ? *told : StoryCounts();
                         done();
                     });
    });
    return counts;
}

int found(SharedLibrary &library, const QString &words)
{
    int stories = 0;
    wait([&](const std::function<void()> &done) {
        library.search([words](Library &there) { return there.headlines({.words = words}, 100); },
                       &library,
                       [&stories, done](const Result<QList<Headline>> &told) {
                           stories = told ? int(told->size()) : 0;
                           done();
                       });
    });
    return stories;
}

struct Bench
{
    int feeds;
    int entries;
    int port;
    qint64 server; // Its process.
};

void update(const Bench &bench, const QString &folder)
{
    SharedLibrary library(folder);
    network::Fetcher fetcher;
    RefreshFeeds task(library, fetcher);
    counts(library); // It is open now.
    const auto idle = memory("VmRSS");
    forgetPeak();
    const auto served = processorSeconds(bench.server);
    const auto used = processorSeconds(getpid());
    const support::StallWatch stalls(16);
    QElapsedTimer timer;

    timer.start();
    subscribe(library, opml(bench.port, bench.feeds));
    const auto first = refreshed(task);
    const auto hits = found(library, u"story 7"_s);
    const auto seconds = double(timer.nsecsElapsed()) / 1e9;

    const auto stories = counts(library).all;
    if (stories != bench.feeds * bench.entries || hits == 0)
        std::printf("only %d stories of %d feeds, %d failed, %d found\n", stories, first.feeds,
                    first.failed, hits);
    print("first update", seconds, "s");
    print("stories a second", stories / seconds, "");
    print("processor time of the program", processorSeconds(getpid()) - used, "s");
    print("processor time of the server", processorSeconds(bench.server) - served, "s");
    print("peak memory above idle", double(memory("VmHWM") - idle) / 1024, "MB");

    timer.restart();
    const auto second = refreshed(task);
    print("second update, unchanged", double(timer.nsecsElapsed()) / 1e9, "s");
    if (second.stories > 0 || second.failed > 0)
        std::printf("the second update told %d stories, %d failed\n", second.stories,
                    second.failed);
    print("longest stall of the main thread", stalls.longest(), "ms");
    print("longest stall by its own work", stalls.longestBusy(), "ms");
    print("stalls over 16 ms", stalls.stalls(), "");
    print("stalls over 16 ms by its own work", stalls.busyStalls(), "");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"feeds"_s, u"How many."_s, u"number"_s, u"200"_s},
                        {u"entries"_s, u"Of each."_s, u"number"_s, u"50"_s},
                        {u"validators"_s, u"Whether there are ETags."_s, u"yes or no"_s, u"yes"_s},
                        {u"serve"_s, u"Be the server."_s}});
    options.process(application);
    const auto entries = options.value(u"entries"_s).toInt();
    if (options.isSet(u"serve"_s))
        return serve(entries, options.value(u"validators"_s) != "no"_L1);

    QProcess server;
    server.start(application.applicationFilePath(),
                 {u"--serve"_s, u"--entries"_s, QString::number(entries), u"--validators"_s,
                  options.value(u"validators"_s)});
    server.waitForReadyRead();
    const QTemporaryDir folder;
    const Bench bench{.feeds = options.value(u"feeds"_s).toInt(),
                      .entries = entries,
                      .port = server.readAllStandardOutput().trimmed().toInt(),
                      .server = server.processId()};
    update(bench, folder.path());
    print("bytes on the disk a story",
          double(bytesBelow(folder.path())) / (bench.feeds * bench.entries), "");
    server.kill();
    server.waitForFinished();
    return 0;
}
