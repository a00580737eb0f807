#include "feedcase.h"

#include <QRandomGenerator>
#include <QThread>

#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

// A program that is killed in the middle of updating feeds, again and again. BROADSHEET_KILLS says
// how often.
class TestFeedFaults : public QObject
{
    Q_OBJECT

private slots:
    void keepsStoriesAndBookmarksWhenKilled();
};

namespace {

constexpr int feedCount = 6;
constexpr int storyCount = 25;

// What feed `feed` tells in its round `round`: most of it anew, some of it changed, one story in
// common with its neighbour.
QList<FeedStory> told(int feed, int round)
{
    QList<FeedStory> stories;
    for (int i = 0; i < storyCount; ++i) {
        const auto number = round * 5 + i;
        const auto version = i % 7 == 0 ? round : 0;
        stories.append(entry(
            u"Story %1 of feed %2"_s.arg(number).arg(feed), number,
            u"It was said %1 times that %2 went there. "_s.arg(version).arg(number).repeated(20)));
    }
    stories.append(entry(u"Shared story %1"_s.arg(round), round));
    return stories;
}

FeedStore::PreparedStories prepared(int feed, int round)
{
    return FeedStore::prepare(told(feed, round));
}

struct Acknowledged
{
    qint64 story;
    int bookmarked;
};

// Updates all feeds from a round on, and bookmarks what it got; tells the pipe of each bookmark
// that was confirmed.
int updateForever(const QString &folder, int round, int pipe)
{
    auto opened = Library::open(folder, Library::Access::ReadWrite);
    if (!opened)
        return 1;
    auto &library = **opened;
    const auto feeds = library.feeds().tree()->feeds;
    QRandomGenerator random(quint32(round) + 1);
    for (;; ++round) {
        for (int i = 0; i < int(feeds.size()); ++i) {
            const auto stored
                = library.feeds().update(feeds.at(i).id, {}, prepared(i, round), {}, minute(round));
            if (!stored)
                return 2;
            if (stored->fresh.isEmpty())
                continue;
            const auto story = stored->fresh.at(random.bounded(stored->fresh.size()));
            const Acknowledged done{.story = qint64(story),
                                    .bookmarked = int(random.bounded(4) > 0)};
            if (!library.setRead({story}, true, minute(round))
                || !library.setBookmarked({story}, done.bookmarked, minute(round)))
                return 3;
            if (::write(pipe, &done, sizeof done) != sizeof done)
                return 4;
        }
    }
}

class RawLibrary
{
public:
    explicit RawLibrary(const QString &folder)
    {
        sqlite3_open(QFile::encodeName(folder + u"/library.sqlite"_s).constData(), &m_database);
    }
    ~RawLibrary() { sqlite3_close(m_database); }
    RawLibrary(const RawLibrary &) = delete;
    RawLibrary &operator=(const RawLibrary &) = delete;

    [[nodiscard]] QByteArray value(const char *sql) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
        QByteArray answer;
        if (sqlite3_step(statement) == SQLITE_ROW)
            answer = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        else if (sqlite3_errcode(m_database) != SQLITE_DONE)
            answer = sqlite3_errmsg(m_database);
        sqlite3_finalize(statement);
        return answer;
    }

private:
    sqlite3 *m_database = nullptr;
};

// Empty when all is as it should be.
QByteArray damage(const QString &folder)
{
    const RawLibrary raw(folder);
    if (const auto answer = raw.value("PRAGMA integrity_check"); answer != "ok")
        return answer;
    if (const auto answer = raw.value("INSERT INTO search0 (search0) VALUES ('integrity-check')");
        !answer.isEmpty() && answer != "no such table: search0")
        return "index: " + answer;
    for (const auto *sql :
         {"SELECT 'a story twice: ' || title FROM articles GROUP BY title HAVING count(*) > 1",
          "SELECT 'a story without its text' FROM articles WHERE version NOT IN "
          "(SELECT id FROM versions)",
          "SELECT 'a story of no feed' FROM articles WHERE id NOT IN "
          "(SELECT article FROM feedArticles)",
          "SELECT 'an entry without its story' FROM feedEntries WHERE article NOT IN "
          "(SELECT id FROM articles)",
          // Without stories there is no index.
          "SELECT 'a story without its words' FROM articles WHERE listed NOT IN "
          "(SELECT id FROM search0_docsize)",
          "SELECT 'wrong counts' FROM feedCounts WHERE unread <> "
          "(SELECT count(*) FROM feedArticles JOIN articles ON articles.id = article "
          "WHERE feedArticles.feed = feedCounts.feed AND removed = 0 AND read = 0) OR stories <> "
          "(SELECT count(*) FROM feedArticles WHERE feedArticles.feed = feedCounts.feed)",
          "SELECT 'wrong totals' FROM totals WHERE stories <> (SELECT count(*) FROM articles) OR "
          "unread <> (SELECT count(*) FROM articles WHERE read = 0) OR "
          "bookmarks <> (SELECT count(*) FROM articles WHERE bookmarked > 0)"}) {
        const auto answer = raw.value(sql);
        if (!answer.isEmpty() && !answer.startsWith("no such table: search0"))
            return answer;
    }
    return {};
}

} // namespace

void TestFeedFaults::keepsStoriesAndBookmarksWhenKilled()
{
    const auto kills = qEnvironmentVariableIntValue("BROADSHEET_KILLS");
    QTemporaryDir folder;
    {
        const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
        QVERIFY(library);
        QList<NewFeed> feeds;
        for (int i = 0; i < feedCount; ++i)
            feeds.append(newFeed(u"f%1"_s.arg(i)));
        QVERIFY((*library)->feeds().subscribe(feeds, start));
    }
    QRandomGenerator random(11);
    QHash<qint64, int> acknowledged;
    int round = 0;

    for (int kill = 0; kill < (kills > 0 ? kills : 25); ++kill) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const auto child = ::fork();
        if (child == 0)
            ::_exit(updateForever(folder.path(), round, ends[1]));
        ::close(ends[1]);
        QThread::usleep(ulong(random.bounded(5'000, 200'000)));
        ::kill(child, SIGKILL);
        Acknowledged done{};
        while (::read(ends[0], &done, sizeof done) == ssize_t(sizeof done))
            acknowledged.insert(done.story, done.bookmarked);
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));

        const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
        QVERIFY(library);
        for (auto story = acknowledged.cbegin(); story != acknowledged.cend(); ++story) {
            const auto headline = (*library)->headline(ArticleId(story.key()));
            QVERIFY(headline && headline->read);
            QCOMPARE(headline->bookmarked(), story.value() != 0);
        }
        const auto found = damage(folder.path());
        QVERIFY2(found.isEmpty(), found.constData());
        // The next one begins where this one was, or a little before.
        round = std::max(0, int((*library)->counts()->all) / (feedCount * 5) - 6);
    }

    // After a whole update each story that the feeds tell is there, once, as it is told now.
    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
    const auto feeds = (*library)->feeds().tree()->feeds;
    const auto last = round + 20;
    for (int i = 0; i < feedCount; ++i) {
        QVERIFY((*library)->feeds().update(feeds.at(i).id, {}, prepared(i, last), {}, start));
        QVERIFY((*library)
                    ->feeds()
                    .update(feeds.at(i).id, {}, prepared(i, last), {}, start)
                    ->change.isEmpty());
        const auto stories = told(i, last);
        for (const auto &story : stories) {
            const auto id = (*library)->find({}, story.article.title);
            QVERIFY(id && *id != ArticleId::None);
            QCOMPARE((*library)->article(*id)->article.text, story.article.text);
        }
    }
    const auto found = damage(folder.path());
    QVERIFY2(found.isEmpty(), found.constData());
    QVERIFY(!acknowledged.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeedFaults)
#include "tst_feedfaults.moc"
