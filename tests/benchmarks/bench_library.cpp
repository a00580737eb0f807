#include "html/sanitise.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <sqlite3.h>
#include <vector>

// bench_library [STORIES]: how long the library takes with so many stories (10,000), beside what
// bare SQLite takes for the least that could do, measured in the same run.

using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);

// Words as frequent as Zipf's law has them, made of syllables; the same in every run.
class Writer
{
public:
    Writer()
    {
        for (int i = 0; i < 20'000; ++i)
            m_words.append(newWord());
    }

    QString words(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i) {
            const auto rank = std::pow(double(m_words.size()), m_random.generateDouble()) - 1;
            list.append(m_words.at(qsizetype(rank)));
        }
        return list.join(u' ');
    }

    Article story(int number)
    {
        QStringList paragraphs;
        QString html;
        for (int i = 0; i < 14; ++i) {
            paragraphs.append(words(55));
            html += u"<p>"_s + paragraphs.last() + u"</p>"_s;
        }
        return {.url = QUrl(u"https://times.example/story/%1"_s.arg(number)),
                .title = u"%1 %2"_s.arg(words(8)).arg(number),
                .authors = {{.name = words(2)}},
                .published = Timestamp::fromDateTime(start.addSecs(number)),
                .site = u"The Example Times"_s,
                .lead = {.caption = words(12), .credit = words(2)},
                .body = html::sanitise(html),
                .text = paragraphs.join(u"\n\n"_s)};
    }

private:
    QString newWord()
    {
        static const QStringList syllables
            = u"ta the ri no pa sel dur mo ck an is wor ly que tion re fa be ste hi"_s.split(u' ');
        QString word;
        const auto count = m_random.bounded(1, 4);
        for (int i = 0; i < count; ++i)
            word += syllables.at(m_random.bounded(int(syllables.size())));
        return word;
    }

    QRandomGenerator m_random{7};
    QStringList m_words;
};

double medianMilliseconds(int times, const std::function<void(int)> &body)
{
    QList<double> durations;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        body(i);
        durations.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(durations.begin(), durations.end());
    return durations.at(durations.size() / 2);
}

void print(const char *name, double milliseconds)
{
    std::printf("%-44s %9.3f ms\n", name, milliseconds);
    std::fflush(stdout);
}

void check(bool worked)
{
    if (!worked)
        qFatal("the library failed");
}

std::unique_ptr<Library> opened(const QString &folder, Library::Access access)
{
    auto library = Library::open(folder, access);
    check(bool(library));
    return *std::move(library);
}

void build(const QString &folder, int stories)
{
    const auto library = opened(folder, Library::Access::ReadWrite);
    Writer writer;
    QElapsedTimer timer;
    timer.start();
    qint64 writing = 0;
    for (int number = 0; number < stories; ++number) {
        // Making and cleaning the words is not what is measured here.
        writing += timer.nsecsElapsed();
        const auto story = writer.story(number);
        timer.restart();
        const auto now = start.addSecs(number);
        const auto added = library->add(story, Library::Occasion::Found, now, u"/watched"_s);
        check(bool(added));
        if (number % 50 == 0)
            check(bool(library->setBookmarked({added->id}, true, now)));
        if (number % 3 == 0)
            check(bool(library->setOpened(added->id, now)));
    }
    writing += timer.nsecsElapsed();
    std::printf("%d stories added one by one                %9.1f s\n", stories,
                double(writing) / 1e9);
    const auto size = QFileInfo(folder + u"/library.sqlite"_s).size();
    std::printf("library.sqlite with its index               %9.2f KB a story\n",
                double(size) / 1000 / stories);
}

// What a single statement of bare SQLite takes, prepared once.
void measureFloor(const QString &folder, int stories, const char *name, const char *sql)
{
    sqlite3 *database = nullptr;
    const auto file = (folder + u"/library.sqlite"_s).toUtf8();
    check(sqlite3_open_v2(file.constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
    print(name, medianMilliseconds(100, [&](int i) {
              sqlite3_bind_int64(statement, 1, 1 + (i * 7919) % stories);
              while (sqlite3_step(statement) == SQLITE_ROW) { }
              sqlite3_reset(statement);
          }));
    sqlite3_finalize(statement);
    sqlite3_close(database);
}

// Closing is not part of it.
void measureOpening(const QString &folder)
{
    for (const auto &[name, access] : {std::pair{"open to read", Library::Access::ReadOnly},
                                       {"open to write", Library::Access::ReadWrite}}) {
        std::vector<std::unique_ptr<Library>> libraries;
        print(name,
              medianMilliseconds(1, [&](int) { libraries.push_back(opened(folder, access)); }));
        print("  beside another",
              medianMilliseconds(20, [&](int) { libraries.push_back(opened(folder, access)); }));
    }
}

void measureLooking(const Library &library, int stories)
{
    using Scope = StoryQuery::Scope;
    const auto page = [&](const StoryQuery &query, const std::optional<Headline> &after = {}) {
        check(bool(library.headlines(query, 50, after)));
    };
    print("first page of 50 headlines, all", medianMilliseconds(50, [&](int) { page({}); }));
    const auto middle = *library.headline(ArticleId(stories / 2));
    print("a page in the middle", medianMilliseconds(50, [&](int) { page({}, middle); }));
    for (const auto &[name, scope] : {std::pair{"first page, unread", Scope::Unread},
                                      {"first page, bookmarks", Scope::Bookmarks},
                                      {"first page, recently opened", Scope::RecentlyOpened},
                                      {"first page, folder", Scope::Folder}})
        print(name, medianMilliseconds(50, [&](int) {
                  page({.scope = scope, .folder = u"/watched"_s});
              }));
    print("counts", medianMilliseconds(50, [&](int) { check(bool(library.counts())); }));
    print("a story by its id", medianMilliseconds(200, [&](int i) {
              check(bool(library.article(ArticleId(1 + (i * 7919) % stories))));
          }));
}

void measureSearching(const Library &library)
{
    using Scope = StoryQuery::Scope;
    for (const auto &words : {u"t"_s, u"th"_s, u"the"_s, u"thep"_s, u"thepari"_s, u"thepari t"_s,
                              u"quetion fa"_s, u"\"no the\""_s, u"the -ri"_s, u"-ri"_s, u"zz"_s}) {
        for (const auto &[name, scope] : {std::pair{"all", Scope::All},
                                          {"bookmarks", Scope::Bookmarks},
                                          {"opened", Scope::RecentlyOpened}}) {
            qsizetype found = 0;
            const auto median = medianMilliseconds(15, [&](int) {
                const auto headlines = library.headlines({.scope = scope, .words = words}, 50);
                check(bool(headlines));
                found = headlines->size();
            });
            const auto label
                = u"search %1 for %2 (%3)"_s.arg(QLatin1StringView(name), words).arg(found);
            print(qPrintable(label), median);
        }
    }
}

void measureChanging(Library &library, int stories)
{
    Writer writer;
    QList<Article> fresh;
    for (int i = 0; i < 50; ++i)
        fresh.append(writer.story(stories + i));
    const auto now = start.addYears(1);
    print("add one, found", medianMilliseconds(25, [&](int i) {
              check(bool(library.add(fresh.at(i), Library::Occasion::Found, now)));
          }));
    print("add one, opened (on the disk)", medianMilliseconds(25, [&](int i) {
              check(bool(library.add(fresh.at(25 + i), Library::Occasion::Opened, now)));
          }));
    print("bookmark one (on the disk)", medianMilliseconds(25, [&](int i) {
              check(bool(library.setBookmarked({ArticleId(2 + i)}, true, now)));
          }));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto stories = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 10'000;
    const QTemporaryDir folder;
    build(folder.path(), std::max(stories, 100));
    measureFloor(folder.path(), stories, "floor: one row by its id, bare SQLite",
                 "SELECT title FROM articles WHERE id = ?");
    measureFloor(folder.path(), stories, "floor: 50 rows by id, bare SQLite",
                 "SELECT * FROM articles WHERE id <= ? ORDER BY id DESC LIMIT 50");
    measureFloor(
        folder.path(), stories, "floor: 50 matches of one word, bare FTS5",
        "SELECT rowid FROM search WHERE search MATCH 'the' AND ? ORDER BY rowid DESC LIMIT "
        "50");
    measureFloor(folder.path(), stories, "floor: the same by LIKE, as others do",
                 "SELECT count(*) FROM articles WHERE (title LIKE '%thepari%' OR excerpt LIKE "
                 "'%thepari%') AND ?");
    measureOpening(folder.path());
    const auto library = opened(folder.path(), Library::Access::ReadWrite);
    measureLooking(*library, stories);
    measureSearching(*library);
    measureChanging(*library, stories);
    return 0;
}
