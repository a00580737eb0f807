#include "diskcalls.h"
#include "library/feedstore.h"
#include "librarystate.h"
#include "load.h"
#include "oldlibrary.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

// A program that is killed at random moments while it does everything a library is for, with a
// reader and a searcher beside it. A second library goes through the same steps unharmed: after
// each kill the two must be the same. BROADSHEET_KILLS says how many.
class TestKills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { diskcalls::setHook({}); }
    void keepsWhatItConfirmed();
    void startsAgain_data();
    void startsAgain();
};

namespace {

constexpr int usualKills = 16;
constexpr int oldStories = 60;

int wantedKills()
{
    const auto wanted = qEnvironmentVariableIntValue("BROADSHEET_KILLS");
    return wanted > 0 ? wanted : usualKills;
}

std::unique_ptr<Library> opened(const QString &folder)
{
    auto library = Library::open(folder, Library::Access::ReadWrite);
    if (!library) {
        qWarning("cannot be opened: %s", qPrintable(library.error().detail));
        return {};
    }
    return *std::move(library);
}

// Reads and searches until the process ends; ends it when something cannot be read.
void lookAround(const QString &folder)
{
    const auto library = Library::open(folder, Library::Access::ReadOnly);
    if (!library)
        ::_exit(20);
    const auto isTrouble = [](const Error &error) { return error.kind != Error::Kind::NotFound; };
    for (;;) {
        for (const auto &query : {StoryQuery(), StoryQuery{.words = u"harbour"_s}}) {
            const auto page = (*library)->list(query, 30);
            if (!page)
                ::_exit(21);
            for (const auto &story : page->stories) {
                const auto article = (*library)->article(story.id);
                if (!article && isTrouble(article.error()))
                    ::_exit(22);
                if (!article || !article->article.lead.src.startsWith(u"broadsheet-media:"_s))
                    continue;
                const auto picture = (*library)->picture(article->article.lead.src);
                if (!picture && isTrouble(picture.error()))
                    ::_exit(23);
            }
        }
        if (!(*library)->feeds().tree())
            ::_exit(24);
    }
}

// Kills this process before its n-th change to the disk.
void dieAt(int call)
{
    diskcalls::setHook([left = std::make_shared<std::atomic<int>>(call)](const auto &asked) {
        if (asked.changes() && --*left == 0)
            ::kill(::getpid(), SIGKILL);
        return true;
    });
}

// Does one step after the other; tells the pipe of each that was confirmed.
[[noreturn]] void workForever(const QString &folder, int number, int pipe)
{
    auto library = opened(folder);
    if (!library)
        ::_exit(10);
    std::thread reader(lookAround, folder);
    std::thread searcher(lookAround, folder);
    for (;; ++number) {
        if (const auto done = load::run(*library, number); !done) {
            qWarning("%s: %s", qPrintable(load::nameOf(number)), qPrintable(done.error().detail));
            ::_exit(11);
        }
        if (::write(pipe, &number, sizeof number) != sizeof number)
            ::_exit(12);
    }
}

struct Kill
{
    int afterSteps = 0; // 0: at any moment from the start on.
    int microseconds = 0;
    int atCall = 0; // 0: not so.
};

Kill drawn(QRandomGenerator &random)
{
    switch (random.bounded(3)) {
    case 0:
        return {.microseconds = random.bounded(60'000)};
    case 1:
        return {.afterSteps = random.bounded(1, 25), .microseconds = random.bounded(4'000)};
    default:
        return {.microseconds = 20'000'000, .atCall = random.bounded(1, 400)};
    }
}

struct Outcome
{
    int confirmed = -1; // The last step that was.
    bool wasKilled = false;
    int status = 0;
};

// Starts body(pipe) in a process of its own and kills that.
template<typename Body>
Outcome runAndKill(const Kill &kill, Body body)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        if (kill.atCall > 0)
            dieAt(kill.atCall);
        body(ends[1]);
        ::_exit(0);
    }
    ::close(ends[1]);
    Outcome outcome;
    for (int i = 0; i < kill.afterSteps; ++i) {
        if (::read(ends[0], &outcome.confirmed, sizeof(int)) != sizeof(int))
            break;
    }
    // It ends by itself when its call comes.
    int status = 0;
    if (kill.atCall == 0) {
        QThread::usleep(ulong(kill.microseconds));
        ::kill(child, SIGKILL);
    }
    for (int number = 0; ::read(ends[0], &number, sizeof number) == sizeof number;)
        outcome.confirmed = number;
    ::close(ends[0]);
    ::waitpid(child, &status, 0);
    outcome.wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return outcome;
}

} // namespace

void TestKills::keepsWhatItConfirmed()
{
    QTemporaryDir killed;
    QTemporaryDir unharmed;
    const auto reference = opened(unharmed.path());
    QVERIFY(reference && load::begin(*reference));
    QVERIFY(load::begin(*opened(killed.path())));
    QRandomGenerator random(2024);
    QElapsedTimer time;
    time.start();
    int next = 0;
    int unconfirmed = 0;
    int kills = 0;

    for (; kills < wantedKills(); ++kills) {
        const auto outcome
            = runAndKill(drawn(random), [&](int pipe) { workForever(killed.path(), next, pipe); });

        QVERIFY2(outcome.wasKilled,
                 qPrintable(u"kill %1: it ended with %2"_s.arg(kills).arg(outcome.status)));
        for (; next <= outcome.confirmed; ++next)
            QVERIFY(load::run(*reference, next));
        const auto library = opened(killed.path());
        QVERIFY(library);
        const auto after = librarystate::describe(*library);
        if (after != librarystate::describe(*reference)) {
            // The one under way may be done, but then wholly.
            QVERIFY(load::run(*reference, next++));
            ++unconfirmed;
            QVERIFY2(after == librarystate::describe(*reference),
                     qPrintable(u"kill %1 in %2:\n%3\n---\n%4"_s.arg(kills).arg(
                         load::nameOf(next - 1), QString::fromUtf8(after),
                         QString::fromUtf8(librarystate::describe(*reference)))));
        }
        QVERIFY(!after.contains("error ") && !after.contains("broken"));
        const auto damage = librarystate::damage(killed.path());
        QVERIFY2(damage.isEmpty(), damage.constData());
    }

    QVERIFY(next > kills);
    qInfo("%d kills in %lld s: %d steps confirmed and all kept, %d more done but not confirmed; %d "
          "stories, integrity clean after each",
          kills, time.elapsed() / 1000, next - unconfirmed, unconfirmed,
          (*reference).counts()->all);
}

void TestKills::startsAgain_data()
{
    QTest::addColumn<int>("stories");

    QTest::newRow("an old library upgraded") << oldStories;
    QTest::newRow("a library made") << 0;
}

void TestKills::startsAgain()
{
    QFETCH(int, stories);
    QTemporaryDir old;
    if (stories > 0)
        makeOldLibrary(old.path(), stories);
    const auto file = u"/library.sqlite"_s;
    QRandomGenerator random(7);
    const auto kills = std::max(1, wantedKills() / 4);
    int done = 0;

    for (int kill = 0; kill < kills; ++kill) {
        QTemporaryDir folder;
        if (stories > 0)
            QVERIFY(QFile::copy(old.path() + file, folder.path() + file));
        const auto how = kill % 2 == 0 ? Kill{.microseconds = random.bounded(150'000)}
                                       : Kill{.atCall = 1 + kill / 2 * 3 % 90};
        const auto outcome = runAndKill(how, [&](int pipe) {
            const auto library = opened(folder.path());
            if (!library)
                ::_exit(10);
            constexpr int confirmed = 0;
            if (::write(pipe, &confirmed, sizeof confirmed) != sizeof confirmed)
                ::_exit(12);
            if (how.atCall == 0)
                QThread::sleep(20);
        });

        done += outcome.confirmed == 0;
        QVERIFY(outcome.wasKilled || outcome.status == 0);
        const auto library = opened(folder.path());
        QVERIFY(library);
        const auto page = (*library).list({}, 1000);
        QVERIFY(page);
        QCOMPARE(page->stories.size(), stories);
        for (int number = 1; number <= stories; ++number) {
            const auto story = (*library).article(ArticleId(number));
            QVERIFY(story && story->headline.title == u"Saved story %1"_s.arg(number));
            QCOMPARE(story->headline.bookmarked(), number % 5 == 0);
            QCOMPARE(story->headline.read, number % 2 == 1);
        }
        if (stories > 0)
            QCOMPARE((*library).list({.words = u"harbour"_s}, 1000)->stories.size(), stories);
        QVERIFY(load::begin(*library));
        const auto damage = librarystate::damage(folder.path());
        QVERIFY2(damage.isEmpty(), damage.constData());
    }

    qInfo("%d kills, %d of them after it was done: opened each time, nothing lost, integrity clean",
          kills, done);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
