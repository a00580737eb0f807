#include "disk.h"
#include "library/feedstore.h"
#include "library/librarylock.h"
#include "librarystate.h"
#include "load.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 90;
constexpr int usualCuts = 60;

int wantedCuts()
{
    const auto wanted = qEnvironmentVariableIntValue("BROADSHEET_CUTS");
    return wanted > 0 ? wanted : usualCuts;
}

// A step whose call returned when so many calls to the disk had been made.
struct Done
{
    qsizetype calls = 0;
    bool isSafe = false;
    QByteArray state = {};
};

struct Story
{
    QList<diskcalls::Call> calls;
    QList<Done> done; // The first is the beginning.
};

std::unique_ptr<Library> opened(const QString &folder)
{
    auto library = Library::open(folder, Library::Access::ReadWrite);
    if (!library)
        return {};
    return *std::move(library);
}

Story record(const QString &folder)
{
    Story story;
    diskcalls::setHook([&](const diskcalls::Call &call) {
        if (call.changes())
            story.calls.append(call);
        return true;
    });
    auto library = opened(folder);
    if (!library || !load::begin(*library))
        return {};
    story.done.append(
        {.calls = story.calls.size(), .isSafe = true, .state = librarystate::describe(*library)});
    for (int step = 0; step < steps; ++step) {
        // Closing it empties the log.
        if (step % 30 == 29) {
            library.reset();
            library = opened(folder);
        }
        const auto promise = load::run(*library, step);
        if (!promise)
            return {};
        story.done.append({.calls = story.calls.size(),
                           .isSafe = *promise == load::Promise::PowerSafe,
                           .state = librarystate::describe(*library)});
    }
    library.reset();
    diskcalls::setHook({});
    return story;
}

// The moments to cut at, before these calls: evenly among the syncs, and as many at random.
QList<qsizetype> momentsOf(const Story &story, QRandomGenerator &random)
{
    QList<qsizetype> syncs;
    for (qsizetype i = 0; i < story.calls.size(); ++i) {
        if (story.calls.at(i).kind == diskcalls::Call::Kind::Sync)
            syncs.append(i);
    }
    const auto wanted = std::max(1, wantedCuts() / 2);
    QList<qsizetype> moments;
    for (int i = 0; i < wanted && !syncs.isEmpty(); ++i)
        moments.append(wanted >= syncs.size() ? syncs.at(i % syncs.size())
                                              : syncs.at(i * syncs.size() / wanted));
    for (int i = 0; i < wanted; ++i)
        moments.append(random.bounded(story.calls.size() + 1));
    std::ranges::sort(moments);
    return moments;
}

QString difference(const QByteArray &state, const QByteArray &wanted)
{
    const auto lines = state.split('\n');
    const auto others = wanted.split('\n');
    for (qsizetype i = 0; i < std::max(lines.size(), others.size()); ++i) {
        if (lines.value(i) != others.value(i))
            return QString::fromUtf8("is     " + lines.value(i).left(300) + "\nshould "
                                     + others.value(i).left(300));
    }
    return {};
}

// What is wrong with a library that survived a cut, whose steps up to `returned` had returned.
QString troubleIn(const QString &folder, const Story &story, qsizetype returned, qsizetype &lost)
{
    const auto library = opened(folder);
    if (!library)
        return u"it cannot be opened"_s;
    if (const auto damage = librarystate::damage(folder); !damage.isEmpty())
        return QString::fromUtf8(damage);
    if (returned < 0)
        return {};
    const auto state = librarystate::describe(*library);
    auto safe = returned;
    while (!story.done.at(safe).isSafe)
        --safe;
    for (auto step = std::min(returned + 1, story.done.size() - 1); step >= safe; --step) {
        if (story.done.at(step).state == state) {
            lost += std::max<qsizetype>(0, returned - step);
            return {};
        }
    }
    return u"%1 had returned, up to %2 it is safe\n%3"_s.arg(load::nameOf(int(returned) - 1))
        .arg(safe - 1)
        .arg(difference(state, story.done.at(returned).state));
}

} // namespace

// The power goes away at each moment at which the disk was told to sync, and at others between:
// what would be on it then is opened, and must be the library as it was after one of its steps, and
// no older than what was promised to be safe. BROADSHEET_CUTS says how many cuts.
class TestPowerCuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsWhatWasPromised_data();
    void keepsWhatWasPromised();

private:
    QTemporaryDir m_folder;
    Story m_story;
};

void TestPowerCuts::initTestCase()
{
    m_story = record(m_folder.path());
    QCOMPARE(m_story.done.size(), steps + 1);
}

void TestPowerCuts::keepsWhatWasPromised_data()
{
    QTest::addColumn<Disk::Unsynced>("unsynced");

    QTest::newRow("what was not synced is lost") << Disk::Unsynced::Lost;
    QTest::newRow("what was not synced is there") << Disk::Unsynced::Kept;
    QTest::newRow("what was not synced is torn") << Disk::Unsynced::Torn;
}

void TestPowerCuts::keepsWhatWasPromised()
{
    QFETCH(Disk::Unsynced, unsynced);
    const auto &story = m_story;
    QElapsedTimer time;
    time.start();
    QRandomGenerator random(99);
    const auto moments = momentsOf(story, random);
    Disk disk(m_folder.path());
    qsizetype taken = 0;
    qsizetype returned = -1;
    qsizetype lost = 0;

    for (const auto moment : moments) {
        for (; taken < moment; ++taken)
            disk.take(story.calls.at(taken));
        while (returned + 1 < story.done.size() && story.done.at(returned + 1).calls <= moment)
            ++returned;
        QTemporaryDir after;
        disk.writeTo(after.path(), unsynced, random);
        // Nobody let go of it.
        QVERIFY(QFile(LibraryLock::fileIn(after.path())).open(QIODevice::WriteOnly));

        const auto trouble = troubleIn(after.path(), story, returned, lost);

        QVERIFY2(trouble.isEmpty(),
                 qPrintable(u"cut before call %1: %2"_s.arg(moment).arg(trouble)));
    }

    qInfo("%lld cuts among %lld calls in %lld s: all opened, integrity clean, nothing promised "
          "lost; of what was not, %lld steps in all",
          qlonglong(moments.size()), qlonglong(story.calls.size()), time.elapsed() / 1000,
          qlonglong(lost));
}

QTEST_GUILESS_MAIN(TestPowerCuts)
#include "tst_powercuts.moc"
