#include "benchmarks/storywriter.h"
#include "library/feedstore.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <sqlite3.h>

// bench_feedstore [FEEDS] [STORIES]: how long the library takes for what so many feeds (200) of so
// many stories (50) of 5 KB tell, new and unchanged; and what that takes on the disk. Processor
// time stands beside the time that passed, since other programs may run.

using namespace Qt::StringLiterals;

namespace {

const auto start = StoryWriter::start;

// The time that passed and that of this thread's processor.
class Clock
{
public:
    Clock()
    {
        m_timer.start();
        m_busy = busy();
    }

    void add(const std::function<void()> &body)
    {
        m_timer.restart();
        const auto before = busy();
        body();
        m_sum += busy() - before;
        m_passed += double(m_timer.nsecsElapsed()) / 1e9;
    }

    void print(const char *name, int stories) const
    {
        std::printf("%-44s %8.3f s busy %8.3f s passed %8.1f us a story\n", name, m_sum, m_passed,
                    m_sum / stories * 1e6);
        std::fflush(stdout);
    }

private:
    static double busy()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }

    QElapsedTimer m_timer;
    double m_busy = 0;
    double m_sum = 0;
    double m_passed = 0;
};

void check(bool worked)
{
    if (!worked)
        qFatal("the library failed");
}

void printSizes(const QString &folder, int stories)
{
    sqlite3 *database = nullptr;
    const auto file = (folder + u"/library.sqlite"_s).toUtf8();
    check(sqlite3_open_v2(file.constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const auto print = [&](const char *name, const char *sql) {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
        check(sqlite3_step(statement) == SQLITE_ROW);
        std::printf("%-44s %8.2f KB a story\n", name,
                    sqlite3_column_double(statement, 0) / 1000 / stories);
        sqlite3_finalize(statement);
    };
    print(
        "stories and feeds",
        "SELECT sum(pgsize) FROM dbstat WHERE name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'");
    print("  of that, their texts", "SELECT sum(pgsize) FROM dbstat WHERE name = 'versions'");
    print("full-text index", "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%'");
    sqlite3_close(database);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto feedCount = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 200;
    const auto each = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 50;
    const auto stories = feedCount * each;
    const QTemporaryDir folder;
    {
        auto opened = Library::open(folder.path(), Library::Access::ReadWrite);
        check(bool(opened));
        auto &library = **opened;
        QList<NewFeed> wanted;
        for (int i = 0; i < feedCount; ++i)
            wanted.append({.url = QUrl(u"https://site%1.example/feed"_s.arg(i)),
                           .folder = {u"Folder %1"_s.arg(i % 10)}});
        Clock subscribing;
        QList<FeedId> feeds;
        subscribing.add([&] { feeds = library.feeds().subscribe(wanted, start)->feeds; });
        subscribing.print("subscribe to all", feedCount);

        StoryWriter writer;
        Clock preparing;
        Clock updating;
        Clock looking;
        Clock preparingAgain;
        Clock updatingAgain;
        const auto now = start.addYears(1);
        QList<QList<FeedStory>> all;
        for (int feed = 0; feed < feedCount; ++feed) {
            QList<FeedStory> told;
            for (int i = 0; i < each; ++i)
                told.prepend(writer.story(feed, i, qint64(i) * 3600 + feed));
            FeedStore::PreparedStories prepared;
            preparing.add([&] { prepared = FeedStore::prepare(told); });
            updating.add([&] {
                check(library.feeds().update(feeds[feed], {}, prepared, {}, now)->fresh.size()
                      == each);
            });
            if (stories <= 20'000)
                all.append(told);
        }
        preparing.print("make new stories ready (pool)", stories);
        updating.print("store new stories (writer)", stories);
        for (int feed = 0; feed < all.size(); ++feed) {
            FeedStore::KnownEntries known;
            FeedStore::PreparedStories prepared;
            looking.add([&] { known = *library.feeds().known(feeds[feed]); });
            preparingAgain.add([&] { prepared = FeedStore::prepare(all[feed], known); });
            updatingAgain.add([&] {
                check(library.feeds().update(feeds[feed], {}, prepared, {}, now)->change.isEmpty());
            });
        }
        looking.print("look up what is known (reader)", stories);
        preparingAgain.print("make unchanged stories ready (pool)", stories);
        updatingAgain.print("store unchanged stories (writer)", stories);

        Clock settling;
        for (bool more = true; more;)
            settling.add([&] { more = *library.settle(now); });
        settling.print("settle (writer, at rest)", stories);

        const auto page = [&](const char *name, const StoryQuery &query) {
            Clock listing;
            for (int i = 0; i < 50; ++i)
                listing.add([&] { check(bool(library.headlines(query, 50))); });
            listing.print(name, 50);
        };
        using Scope = StoryQuery::Scope;
        page("a page of all", {});
        page("a page of unread", {.scope = Scope::Unread});
        page("a page of a feed", {.scope = Scope::Feed, .feed = feeds.first()});
        page("a page of a folder of feeds",
             {.scope = Scope::FeedFolder, .feedFolder = FeedFolderId(1)});
        page("a page of all feeds", {.scope = Scope::FeedFolder});
        page("a search in all", {.words = u"the"_s});
        page("a search in a feed",
             {.scope = Scope::Feed, .feed = feeds.first(), .words = u"the"_s});
        page("a search in a folder of feeds",
             {.scope = Scope::FeedFolder, .feedFolder = FeedFolderId(1), .words = u"the"_s});

        const auto step = [&](const char *name, const std::function<bool()> &body) {
            Clock clock;
            clock.add([&] { check(body()); });
            clock.print(name, stories);
        };
        step("mark all read", [&] { return bool(library.setAllRead({}, now)); });
        step("take that back", [&] { return bool(library.undo(now)); });
        step("mark all of all feeds read",
             [&] { return bool(library.setAllRead({.scope = Scope::FeedFolder}, now)); });
        step("unsubscribe from all", [&] { return bool(library.feeds().unsubscribe(feeds, now)); });
        step("take that back", [&] { return bool(library.undo(now)); });
    }
    printSizes(folder.path(), stories);
    return 0;
}
