#include "diskcalls.h"
#include "library/feedstore.h"
#include "librarystate.h"
#include "load.h"
#include "oldlibrary.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// The disk is full, or broken, at each call that the library makes to it: the first time at the
// first call of a step, then at the second, until the step goes through.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { diskcalls::setHook({}); }
    void changesAllOrNothing_data();
    void changesAllOrNothing();
    void startsWhenThereIsRoom_data();
    void startsWhenThereIsRoom();
    void saysWhatCannotBeRead();
};

namespace {

using diskcalls::Call;

constexpr int usualSteps = 20;

int wantedSteps()
{
    const auto wanted = qEnvironmentVariableIntValue("BROADSHEET_STEPS");
    return wanted > 0 ? wanted : usualSteps;
}

// Lets one call fail, or all from that one on.
enum class Trouble { Once, Lasting };

class FailingDisk
{
public:
    FailingDisk(int call, Trouble trouble, bool isReading = false)
    {
        diskcalls::setHook([this, left = call, trouble, isReading](const Call &asked) mutable {
            if (asked.changes() == isReading || asked.kind == Call::Kind::Remove)
                return true;
            --left;
            const auto fails = trouble == Trouble::Once ? left == 0 : left <= 0;
            m_failures += fails;
            return !fails;
        });
    }
    ~FailingDisk() { diskcalls::setHook({}); }
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    [[nodiscard]] int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

std::unique_ptr<Library> opened(const QString &folder)
{
    auto library = Library::open(folder, Library::Access::ReadWrite);
    if (!library)
        return {};
    return *std::move(library);
}

bool isTold(const Error &error)
{
    return error.kind == Error::Kind::Storage && !error.detail.isEmpty();
}

QString told(const Error &error)
{
    return u"kind %1, %2"_s.arg(int(error.kind)).arg(error.detail);
}

} // namespace

void TestFullDisk::changesAllOrNothing_data()
{
    QTest::addColumn<Trouble>("trouble");

    QTest::newRow("one call fails") << Trouble::Once;
    QTest::newRow("full until somebody makes room") << Trouble::Lasting;
}

void TestFullDisk::changesAllOrNothing()
{
    QFETCH(Trouble, trouble);
    QTemporaryDir folder;
    QTemporaryDir unharmed;
    auto library = opened(folder.path());
    const auto reference = opened(unharmed.path());
    QVERIFY(library && load::begin(*library) && reference && load::begin(*reference));
    auto before = librarystate::describe(*reference);
    QElapsedTimer time;
    time.start();
    int failures = 0;
    int refusals = 0;

    for (int step = 0; step < wantedSteps(); ++step) {
        QVERIFY(load::run(*reference, step));
        const auto after = librarystate::describe(*reference);
        for (int call = 1, isDone = false; !isDone; ++call) {
            FailingDisk disk(call, trouble);
            const auto answer = load::run(*library, step);
            const auto where = qPrintable(u"%1, call %2: %3"_s.arg(load::nameOf(step))
                                              .arg(call)
                                              .arg(answer ? u"done"_s : told(answer.error())));

            failures += disk.failures() > 0;
            refusals += !answer;
            isDone = bool(answer);
            QVERIFY2(isDone || isTold(answer.error()), where);
            QVERIFY2(isDone || disk.failures() > 0, where);
            // Reading goes on while the disk is full.
            QVERIFY2(librarystate::describe(*library) == (isDone ? after : before), where);
        }
        before = after;
        const auto damage = librarystate::damage(folder.path());
        QVERIFY2(damage.isEmpty(), damage.constData());
    }

    QVERIFY(refusals > wantedSteps());
    library = nullptr;
    library = opened(folder.path());
    QVERIFY(library);
    QCOMPARE(librarystate::describe(*library), before);
    qInfo("%d calls failed in %d steps in %lld s: %d times the step was refused and nothing had "
          "changed, else it was done; each done in the end, integrity clean",
          failures, wantedSteps(), time.elapsed() / 1000, refusals);
}

void TestFullDisk::startsWhenThereIsRoom_data()
{
    QTest::addColumn<int>("stories");

    QTest::newRow("a library made") << 0;
    QTest::newRow("an old library upgraded") << 40;
}

void TestFullDisk::startsWhenThereIsRoom()
{
    QFETCH(int, stories);
    QTemporaryDir folder;
    if (stories > 0)
        makeOldLibrary(folder.path(), stories);
    std::unique_ptr<Library> library;
    int refusals = 0;

    for (int call = 1; !library; ++call) {
        const FailingDisk disk(call, Trouble::Lasting);
        auto answer = Library::open(folder.path(), Library::Access::ReadWrite);
        if (answer && disk.failures() == 0) {
            library = *std::move(answer);
        } else if (!answer) {
            ++refusals;
            QVERIFY2(isTold(answer.error()),
                     qPrintable(u"call %1: %2"_s.arg(call).arg(told(answer.error()))));
        }
    }

    QVERIFY(refusals > 3);
    QCOMPARE(library->list({}, 1'000)->stories.size(), stories);
    QVERIFY(load::begin(*library));
    const auto damage = librarystate::damage(folder.path());
    QVERIFY2(damage.isEmpty(), damage.constData());
    qInfo("refused %d times, then opened with all %d stories, integrity clean", refusals, stories);
}

void TestFullDisk::saysWhatCannotBeRead()
{
    QTemporaryDir folder;
    QByteArray whole;
    {
        const auto library = opened(folder.path());
        QVERIFY(library && load::begin(*library));
        for (int step = 0; step < 40; ++step)
            QVERIFY(load::run(*library, step));
        whole = librarystate::describe(*library);
    }
    const auto failed = "error " + QByteArray::number(int(Error::Kind::Storage)) + ' ';
    int failures = 0;
    int refusals = 0;

    for (int call = 1, isDone = false; !isDone; ++call) {
        const FailingDisk disk(call, Trouble::Once, true);
        const auto library = Library::open(folder.path(), Library::Access::ReadOnly);
        const auto read = library ? librarystate::describe(**library) : QByteArray();
        isDone = disk.failures() == 0;
        failures += disk.failures();
        refusals += !library;
        if (!library)
            QVERIFY2(isTold(library.error()), qPrintable(told(library.error())));
        // Only what failed is missing, and it says so; then it is there again.
        else
            QVERIFY(read == whole || read.contains(failed));
        if (library)
            QVERIFY(librarystate::describe(**library) == whole);
    }

    QVERIFY(failures > 10);
    qInfo("%d reads failed: %d times the library was not opened, else the rest could be read, and "
          "all of it afterwards",
          failures, refusals);
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
