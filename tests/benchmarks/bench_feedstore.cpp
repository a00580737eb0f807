#include "library/feedstore.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <sqlite3.h>

// bench_feedstore [FEEDS] [STORIES]: how long the library takes for what so many feeds (200) of so
// many stories (50) of 5 KB tell, new and unchanged; and what that takes on the disk. Processor
// time stands beside the time that passed, since other programs may run.

using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);

// Words as frequent as Zipf's law has them, the frequent ones short, in sentences and paragraphs;
// the same in every run.
class Writer
{
public:
    Writer()
    {
        for (int i = 0; i < 30'000; ++i)
            m_words.append(newWord(i));
    }

    FeedStory story(int feed, int number)
    {
        QString html;
        QString text;
        while (text.size() < 5'000) {
            const auto paragraph = sentences(4);
            text += (text.isEmpty() ? u""_s : u"\n\n"_s) + paragraph;
            html += u"<p>"_s + paragraph;
            if (m_random.bounded(3) == 0)
                html += u" <a href=\"https://site%1.example/%2/%3\">%4</a>"_s.arg(feed)
                            .arg(words(2).replace(u' ', u'-'))
                            .arg(number)
                            .arg(words(2));
            html += u"</p>\n"_s;
        }
        const auto title = words(8);
        const auto url = u"https://site%1.example/2024/%2/%3"_s.arg(feed).arg(number).arg(
            QString(title).replace(u' ', u'-'));
        return {.guid = url,
                .article
                = {.url = QUrl(url),
                   .title = title,
                   .authors = {{.name = words(2)}},
                   .published = Timestamp::fromDateTime(start.addSecs(number * 3600 + feed)),
                   .site = u"Site %1"_s.arg(feed),
                   .tags = {words(1), words(1)},
                   .text = text},
                .html = html};
    }

private:
    QString words(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i) {
            const auto rank = std::pow(double(m_words.size()), m_random.generateDouble()) - 1;
            list.append(m_words.at(qsizetype(rank)));
        }
        return list.join(u' ');
    }

    QString sentences(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i) {
            auto sentence = words(m_random.bounded(6, 24));
            sentence[0] = sentence.at(0).toUpper();
            list.append(sentence + u'.');
        }
        return list.join(u' ');
    }

    QString newWord(int rank)
    {
        static const auto onsets
            = u"b,br,c,ch,cl,d,dr,f,fr,g,gr,h,j,k,l,m,n,p,pl,pr,qu,r,s,sh,sl,st,t,th,tr,v,w,,,"_s
                  .split(u',');
        static const auto vowels = u"a,e,i,o,u,ea,ou,io,ai,e,a,i,o,e"_s.split(u',');
        static const auto codas = u",,n,r,s,t,l,nd,ng,d,m,ck,st,ct,y,,,n,s"_s.split(u',');
        const auto any
            = [&](const QStringList &list) { return list.at(m_random.bounded(int(list.size()))); };
        QString word;
        const auto count = rank < 150 ? 1 : m_random.bounded(1, 5);
        for (int i = 0; i < count; ++i)
            word += any(onsets) + any(vowels) + any(codas);
        return word;
    }

    QRandomGenerator m_random{7};
    QStringList m_words;
};

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

        Writer writer;
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
                told.prepend(writer.story(feed, i));
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
            settling.add([&] { more = *library.settle(); });
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
