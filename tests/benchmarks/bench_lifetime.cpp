#include "benchmarks/lifetimelibrary.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <sqlite3.h>

// bench_lifetime [--keep FOLDER] [--like] [--busy] [STORIES …]: how the library does with 10,000,
// 100,000 and 1,000,000 stories of 5 KB, and how each figure grows from one to the next. Kept
// libraries are not built again. With --like the same words are looked for as other readers do, in
// a table of plain texts made for that (5 GB for a million).

namespace {

// The name of a figure, and what it is for each size.
using Figures = std::map<std::string, std::vector<double>>;

class Table
{
public:
    void add(const std::string &name, double value)
    {
        if (!m_figures.contains(name))
            m_names.push_back(name);
        m_figures[name].push_back(value);
        std::printf("  %-58s %12.3f\n", name.c_str(), value);
        std::fflush(stdout);
    }

    void print(const std::vector<int> &sizes) const
    {
        std::printf("\n%-58s", "");
        for (const auto size : sizes)
            std::printf(" %12d", size);
        std::printf("   last : first\n");
        for (const auto &name : m_names) {
            const auto &values = m_figures.at(name);
            std::printf("%-58s", name.c_str());
            for (const auto value : values)
                std::printf(" %12.3f", value);
            if (values.size() > 1 && values.front() > 0)
                std::printf("  %10.1f ×", values.back() / values.front());
            std::printf("\n");
        }
    }

private:
    std::vector<std::string> m_names;
    Figures m_figures;
};

void check(bool worked)
{
    if (!worked)
        qFatal("the library failed");
}

// With --busy the time of this thread's processor counts, for machines on which much else runs.
bool countsBusy = false;

qint64 nanoseconds()
{
    timespec time{};
    ::clock_gettime(countsBusy ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::vector<double> milliseconds(int times, const std::function<void(int)> &body)
{
    std::vector<double> result;
    for (int i = 0; i < times; ++i) {
        const auto before = nanoseconds();
        body(i);
        result.push_back(double(nanoseconds() - before) / 1e6);
    }
    std::ranges::sort(result);
    return result;
}

double median(const std::vector<double> &sorted)
{
    return sorted.at(sorted.size() / 2);
}

double p95(const std::vector<double> &sorted)
{
    return sorted.at(sorted.size() * 95 / 100);
}

// Bytes of this process alone.
qint64 ownMemory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    check(file.open(QIODevice::ReadOnly));
    qint64 sum = 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("Private_") || line.startsWith("Pss:"))
            sum += line.startsWith("Pss:") ? line.simplified().split(' ').at(1).toLongLong() : 0;
    }
    return sum * 1024;
}

double scalar(const QString &file, const char *sql)
{
    sqlite3 *database = nullptr;
    check(sqlite3_open_v2(file.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr)
          == SQLITE_OK);
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
    check(sqlite3_step(statement) == SQLITE_ROW);
    const auto value = sqlite3_column_double(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

void measureSize(Table &table, const QString &folder, int stories)
{
    const auto file = folder + u"/library.sqlite"_s;
    // Their sizes are 32 bits wide there (SQLite 3.40), their numbers of pages are not.
    const auto page = scalar(file, "PRAGMA page_size");
    const auto index = page
        * scalar(file,
                 "SELECT sum(pageno) FROM dbstat WHERE aggregate = 1 AND name LIKE 'search%'");
    const auto all = page * scalar(file, "SELECT sum(pageno) FROM dbstat WHERE aggregate = 1");
    table.add("KB of a story, without the index of words", (all - index) / 1000 / stories);
    table.add("KB of a story in the index of words", index / 1000 / stories);
}

constexpr int page = 100;
constexpr int screen = 15;

void measureLists(Table &table, const Library &library, int stories)
{
    using Scope = StoryQuery::Scope;
    const auto rowsOf = [&](const ListPage &listed) {
        QList<ArticleId> ids;
        for (const auto &story :
             listed.stories.first(std::min<qsizetype>(screen, listed.stories.size())))
            ids.append(story.id);
        check(bool(library.headlines(ids)));
    };
    const auto first = [&](const char *name, const StoryQuery &query) {
        const auto times = milliseconds(40, [&](int) { rowsOf(*library.list(query, page)); });
        table.add(std::string("first page of ") + name + ", ms", median(times));
    };
    first("all", {});
    first("unread", {.scope = Scope::Unread});
    first("bookmarks", {.scope = Scope::Bookmarks});
    first("a feed", {.scope = Scope::Feed, .feed = FeedId(7)});
    first("a folder of feeds", {.scope = Scope::FeedFolder, .feedFolder = FeedFolderId(3)});
    first("all, oldest first", {.order = StoryQuery::Order::Oldest});
    first("all, by outlet", {.order = StoryQuery::Order::Outlet});
    first("all, unread first", {.order = StoryQuery::Order::UnreadFirst});
    const auto anywhere = milliseconds(60, [&](int i) {
        const auto middle = library.headline(ArticleId(1 + (qint64(i) * 7919) % stories));
        rowsOf(*library.list(
            {}, page, ListCursor{.moment = middle->listed.toMSecsSinceEpoch(), .id = middle->id}));
    });
    table.add("a page anywhere, ms", median(anywhere));
    table.add("a story's text by its id, ms", median(milliseconds(100, [&](int i) {
                  check(bool(library.article(ArticleId(1 + (qint64(i) * 104729) % stories))));
              })));
    table.add("counts, ms", median(milliseconds(40, [&](int) { check(bool(library.counts())); })));
    table.add("rows of the whole list (without headlines), ms", median(milliseconds(3, [&](int) {
                  check(library.list({}, stories)->stories.size() == stories);
              })));
}

// What a person types, letter by letter: frequent words, rare ones, two and three together,
// operators.
QStringList typed()
{
    const auto words = StoryWriter().vocabulary();
    const auto at = [&](int rank) { return words.at(rank); };
    return {at(3),
            at(40),
            at(400),
            at(4000),
            at(20'000),
            at(250) + u' ' + at(900),
            at(20) + u' ' + at(2500),
            at(60) + u' ' + at(61) + u' ' + at(62),
            at(1500) + u' ' + at(9000),
            u'"' + at(2) + u' ' + at(5),
            at(700) + u" -"_s + at(30),
            at(800) + u" OR "_s + at(12'000),
            u"is:unread "_s + at(350),
            u"is:bookmarked "_s + at(15),
            u"before:2018 "_s + at(600),
            u"after:2020-06 "_s + at(610),
            u"from:site "_s + at(500),
            u"title:"_s + at(900),
            u"by:"_s + at(1200),
            u"zzyzx"_s};
}

void measureSearches(Table &table, const Library &library)
{
    for (const auto &[name, order] :
         {std::pair{"newest first", StoryQuery::Order::Newest},
          std::pair{"best match first", StoryQuery::Order::Relevance}}) {
        std::vector<double> times;
        std::vector<double> passages;
        std::vector<std::pair<double, QString>> slow;
        const auto all = typed();
        for (const auto &words : all) {
            for (qsizetype length = 1; length <= words.size(); ++length) {
                const StoryQuery query{.words = words.left(length), .order = order};
                QList<ArticleId> ids;
                const auto once = milliseconds(1, [&](int) {
                    const auto listed = library.list(query, page);
                    if (!listed) // "is:u" is not finished.
                        return;
                    const auto shown = std::min<qsizetype>(screen, listed->stories.size());
                    for (const auto &story : listed->stories.first(shown))
                        ids.append(story.id);
                });
                const auto then
                    = milliseconds(1, [&](int) { check(bool(library.headlines(ids, query))); });
                passages.push_back(then.front());
                times.push_back(once.front());
                slow.emplace_back(once.front(), query.words);
            }
        }
        std::ranges::sort(times);
        std::ranges::sort(passages);
        std::ranges::sort(slow, std::greater());
        table.add(std::string("search as you type, ") + name + ", median ms", median(times));
        table.add(std::string("search as you type, ") + name + ", p95 ms", p95(times));
        table.add(std::string("search as you type, ") + name + ", longest ms", times.back());
        table.add(std::string("headlines and passages of a screen, ") + name + ", p95 ms",
                  p95(passages));
        for (int i = 0; i < 12; ++i)
            std::printf("      %8.2f  %s\n", slow.at(i).first, qPrintable(slow.at(i).second));
    }
    const auto words = StoryWriter().vocabulary();
    table.add("count what a word finds, up to 10,000, ms", median(milliseconds(5, [&](int i) {
                  check(bool(library.count({.words = words.at(300 + i) + u' '}, 10'000)));
              })));
    table.add("count the unread that a word finds, ms", median(milliseconds(5, [&](int i) {
                  check(bool(library.count(
                      {.scope = StoryQuery::Scope::Unread, .filter = words.at(300 + i)}, 10'000)));
              })));
}

// As other readers search: through every text.
void measureLike(Table &table, const Library &library, const QString &folder, int stories)
{
    const auto file = folder + u"/plain.sqlite"_s;
    sqlite3 *database = nullptr;
    check(sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK);
    const auto run = [&](const char *sql) {
        check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    run("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; "
        "CREATE TABLE IF NOT EXISTS articles (id INTEGER PRIMARY KEY, title TEXT, contents TEXT)");
    if (scalar(file, "SELECT count(*) FROM articles") < stories) {
        run("DELETE FROM articles; BEGIN");
        sqlite3_stmt *row = nullptr;
        check(
            sqlite3_prepare_v2(database, "INSERT INTO articles VALUES (?, ?, ?)", -1, &row, nullptr)
            == SQLITE_OK);
        for (int id = 1; id <= stories; ++id) {
            const auto told = library.article(ArticleId(id));
            check(bool(told));
            const auto title = told->article.title.toUtf8();
            const auto html = told->html.toUtf8();
            sqlite3_bind_int(row, 1, id);
            sqlite3_bind_text(row, 2, title.constData(), int(title.size()), SQLITE_TRANSIENT);
            sqlite3_bind_text(row, 3, html.constData(), int(html.size()), SQLITE_TRANSIENT);
            check(sqlite3_step(row) == SQLITE_DONE);
            sqlite3_reset(row);
        }
        sqlite3_finalize(row);
        run("COMMIT");
    }
    const auto word = StoryWriter().vocabulary().at(20'000).toUtf8();
    const auto sql = "SELECT id FROM articles WHERE title LIKE '%" + word + "%' OR contents LIKE '%"
        + word + "%' ORDER BY id DESC";
    table.add("a rare word by LIKE, as others do, ms",
              median(milliseconds(3, [&](int) { run(sql.constData()); })));
    const auto ours
        = [&] { check(bool(library.list({.words = QString::fromUtf8(word) + u' '}, 100'000))); };
    table.add("the same here, ms", median(milliseconds(5, [&](int) { ours(); })));
    sqlite3_close(database);
}

void measure(Table &table, const QString &folder, int stories, bool like)
{
    const auto before = ownMemory();
    auto opened = Library::open(folder, Library::Access::ReadOnly);
    check(bool(opened));
    const auto &library = **opened;
    measureLists(table, library, stories);
    measureSearches(table, library);
    table.add("memory of a connection after all that, MB", double(ownMemory() - before) / 1e6);
    if (like)
        measureLike(table, library, folder, stories);
    table.add("open to read, ms", median(milliseconds(9, [&](int) {
                  check(bool(Library::open(folder, Library::Access::ReadOnly)));
              })));
    measureSize(table, folder, stories);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir temporary;
    auto folder = temporary.path();
    auto like = false;
    std::vector<int> sizes;
    const auto arguments = QCoreApplication::arguments().mid(1);
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments.at(at) == u"--keep"_s)
            folder = arguments.value(++at);
        else if (arguments.at(at) == u"--like"_s)
            like = true;
        else if (arguments.at(at) == u"--busy"_s)
            countsBusy = true;
        else
            sizes.push_back(arguments.at(at).toInt());
    }
    if (sizes.empty())
        sizes = {10'000, 100'000, 1'000'000};
    Table table;
    for (const auto stories : sizes) {
        const auto place = folder + u'/' + QString::number(stories);
        std::printf("%d stories\n", stories);
        if (!QFileInfo::exists(place)) {
            QDir().mkpath(place);
            auto library = Library::open(place, Library::Access::ReadWrite);
            check(bool(library));
            LifetimeLibrary lifetime(**library, stories);
            table.add("built in, s", lifetime.build());
            table.add("inventing the stories, s of one processor", lifetime.inventing());
        }
        measure(table, place, stories, like);
    }
    table.print(sizes);
    return 0;
}
