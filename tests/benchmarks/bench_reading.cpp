// How long a person waits while the program runs, and what it takes: until the web view is in
// charge, from a second start to the story, with the window open or hidden, and memory after many
// stories. Looks at the pixels of the real screen, so it needs an X server of its own
// (tests/benchmarks/run starts one). Usage: bench_reading [RUNS] [--stories N]

#include "benchmarks/harbourstories.h"
#include "benchmarks/medians.h"
#include "benchmarks/screen.h"
#include "support/storyfiles.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using screen::Program;

namespace {

constexpr int untilAtRest = 3'000; // ms
constexpr int storiesAtFirst = 100;

const auto broadsheet = QStringLiteral(BROADSHEET);

QString fileOf(const QTemporaryDir &home, int number)
{
    return support::writeFile(home.path(), u"story%1.txt"_s.arg(number),
                              support::storyText(number) + support::storyText(number + 500));
}

// When something happened, in milliseconds since the program started, as it told itself; negative
// when it did not.
double told(const QString &traceFile, const QByteArray &what)
{
    QFile file(traceFile);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const auto &line : file.readAll().split('\n')) {
        if (!line.contains("\"name\":\"" + what + '"'))
            continue;
        const auto at = line.indexOf("\"ts\":") + 5;
        return line.sliced(at, line.indexOf(',', at) - at).toDouble() / 1000;
    }
    return -1;
}

void measureTakeOver(int runs, const QTemporaryDir &home)
{
    Times painted;
    Times tookOver;
    for (int i = 0; i < runs; ++i) {
        const auto trace = home.filePath(u"trace%1.json"_s.arg(i));
        const Program program(broadsheet,
                              {u"--library"_s, home.filePath(u"take%1"_s.arg(i)),
                               u"--trace="_s + trace, fileOf(home, 1)});
        program.until([&] { return told(trace, "web view took over") > 0; });
        painted.add(told(trace, "story painted"));
        tookOver.add(told(trace, "web view took over"));
    }
    painted.print("start to story painted, by its own account", painted);
    tookOver.print("start to web view in charge, by its own account", painted);
}

// What a program that only hands over cannot do without.
void measureHandOver(int runs, const QTemporaryDir &home)
{
    const auto library = home.filePath(u"hand"_s);
    const Program program(broadsheet, {u"--library"_s, library, fileOf(home, 1)});
    program.until(screen::textIsThere);
    QThread::msleep(untilAtRest);

    Times floor;
    Times open;
    for (int i = 0; i < runs; ++i) {
        QProcess version;
        QElapsedTimer clock;
        clock.start();
        version.start(broadsheet, {u"--version"_s});
        version.waitForFinished();
        floor.add(double(clock.nsecsElapsed()) / 1e6);

        const auto before = screen::grab(screen::headlineArea());
        QProcess second;
        clock.start();
        second.start(broadsheet, {u"--library"_s, library, fileOf(home, 10 + i)});
        open.add(screen::until([&] { return screen::headlineIsOther(before); }, clock));
        second.waitForFinished();
        QThread::msleep(1'000);
    }
    floor.print("floor: broadsheet --version", floor);
    open.print("running: second start with a file to its text", floor);
}

void measureHidden(int runs, const QTemporaryDir &home)
{
    const auto library = home.filePath(u"hidden"_s);
    QDir().mkpath(library);
    QSettings(library + u"/settings.ini"_s, QSettings::IniFormat).setValue(u"keepRunning"_s, true);
    const Program program(broadsheet, {u"--library"_s, library, fileOf(home, 1)});
    program.until(screen::textIsThere);
    QThread::msleep(untilAtRest);

    screen::Keys keys;
    Times hidden;
    for (int i = 0; i < runs; ++i) {
        keys.press("alt+F4");
        program.until([] { return !screen::windowIsThere(); });
        QThread::msleep(500);
        QProcess second;
        QElapsedTimer clock;
        clock.start();
        second.start(broadsheet, {u"--library"_s, library, fileOf(home, 30 + i)});
        hidden.add(screen::until(screen::textIsThere, clock));
        second.waitForFinished();
        QThread::msleep(1'000);
    }
    hidden.print("kept running, hidden: second start to its text", hidden);
}

void printMemory(const std::string &what, double megabytes)
{
    std::printf("%-56s %8.1f MB\n", what.c_str(), megabytes);
    std::fflush(stdout);
}

// Without its program the engine does not start: what is left is the light view.
void measureLight(const QTemporaryDir &home)
{
    qputenv("QTWEBENGINEPROCESS_PATH", "/nonexistent");
    const Program program(broadsheet,
                          {u"--library"_s, home.filePath(u"memory"_s), fileOf(home, 1)});
    QThread::msleep(untilAtRest);
    printMemory("memory of all processes, light view alone", program.memoryOfAll());
    qunsetenv("QTWEBENGINEPROCESS_PATH");
}

void measureMemory(int stories, const QTemporaryDir &home)
{
    constexpr int pause = 150; // ms
    const auto library = home.filePath(u"memory"_s);
    harbour::fill(library, stories + storiesAtFirst + 10);
    measureLight(home);
    const Program program(broadsheet, {u"--library"_s, library});
    program.until(screen::windowIsThere);
    QThread::msleep(untilAtRest);
    printMemory("memory of all processes, with the web view", program.memoryOfAll());

    screen::Keys keys;
    const auto read = [&](int count) {
        for (int i = 0; i < count; ++i) {
            keys.press("j");
            QThread::msleep(pause);
        }
        QThread::msleep(untilAtRest);
    };
    read(storiesAtFirst);
    const auto first = program.memoryOfAll();
    printMemory("… after 100 stories", first);
    for (int done = 0; done < stories; done += 200) {
        read(200);
        printMemory("… after " + std::to_string(storiesAtFirst + done + 200) + " stories",
                    program.memoryOfAll());
    }
    printMemory("… more than after 100 stories", program.memoryOfAll() - first);
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const auto arguments = QGuiApplication::arguments();
    const auto runs = argc > 1 ? std::max(arguments.at(1).toInt(), 1) : 5;
    const auto named = arguments.indexOf(u"--stories"_s);
    const auto stories = named > 0 ? arguments.value(named + 1).toInt() : 200;
    const QTemporaryDir home;
    for (const auto *place : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, home.path().toLocal8Bit());

    measureTakeOver(runs, home);
    measureHandOver(runs, home);
    measureHidden(runs, home);
    measureMemory(stories, home);
    return 0;
}
