// How long a person waits: from starting the program to a window and to a readable story, and from
// a key to the next story. Looks at the pixels of the real screen, so it needs an X server of its
// own (tests/benchmarks/run starts one). Usage: bench_start [RUNS] [--libraries FOLDER]
//
// With --libraries the same in those that bench_lifetime --keep has left in a folder, and how much
// memory the program takes in each once it has listed everything.

#include "benchmarks/harbourstories.h"
#include "benchmarks/medians.h"
#include "benchmarks/screen.h"
#include "support/storyfiles.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;
using screen::Program;

namespace {

constexpr int manyStories = 10'000;

// What any program in Qt needs to show that text, and nothing more.
int showFloor(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QFile file(QString::fromLocal8Bit(argv[argc - 1]));
    QTextBrowser browser;
    if (file.open(QIODevice::ReadOnly))
        browser.setPlainText(QString::fromUtf8(file.readAll()));
    // As large as there.
    browser.setStyleSheet(u"font-size: 19px"_s);
    browser.document()->setDocumentMargin(120);
    browser.showMaximized();
    return QApplication::exec();
}

void measureStart(int runs, const QTemporaryDir &home, const QString &file, const Times &floor)
{
    const auto many = home.filePath(u"many"_s);
    harbour::fill(many, manyStories);
    Times emptyWindow;
    Times manyWindow;
    Times readable;
    for (int i = 0; i < runs; ++i) {
        const auto empty = home.filePath(u"empty%1"_s.arg(i));
        emptyWindow.add(Program(QStringLiteral(BROADSHEET), {u"--library"_s, empty})
                            .until(screen::windowIsThere));
        manyWindow.add(Program(QStringLiteral(BROADSHEET), {u"--library"_s, many})
                           .until(screen::windowIsThere));
        readable.add(Program(QStringLiteral(BROADSHEET), {u"--library"_s, empty, file})
                         .until(screen::textIsThere));
    }
    emptyWindow.print("start to window, empty library", floor);
    manyWindow.print("start to window, 10,000 stories", floor);
    readable.print("start with a file to readable text", floor);
}

void measureNext(int runs, const QString &library, const std::string &what, const Times &floor)
{
    const Program program(QStringLiteral(BROADSHEET), {u"--library"_s, library});
    program.until(screen::windowIsThere);
    QThread::msleep(3000);

    screen::Keys keys;
    keys.press("j");
    QThread::msleep(2000);

    Times next;
    for (int i = 0; i < runs * 5; ++i) {
        const auto before = screen::grab(screen::headlineArea());
        QElapsedTimer clock;
        clock.start();
        keys.press("j");
        next.add(screen::until([&] { return screen::headlineIsOther(before); }, clock));
        QThread::msleep(400);
    }
    next.print("key to the next story's text, " + what, floor);
}

void measureLibraries(int runs, const QTemporaryDir &home, const QDir &libraries,
                      const Times &floor)
{
    constexpr int everythingListed = 10'000; // ms
    auto names = libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(names, {}, [](const QString &name) { return name.toInt(); });
    const auto memoryWith = [&](const QString &library) {
        const Program program(QStringLiteral(BROADSHEET), {u"--library"_s, library});
        QThread::msleep(everythingListed);
        return program.memory();
    };
    const auto empty = memoryWith(home.filePath(u"none"_s));
    std::printf("%-56s %8.1f MB\n", "memory, empty library", empty);
    for (const auto &name : std::as_const(names)) {
        const auto library = libraries.filePath(name);
        const auto stories = name.toStdString() + " stories";
        Times window;
        for (int i = 0; i < runs; ++i)
            window.add(Program(QStringLiteral(BROADSHEET), {u"--library"_s, library})
                           .until(screen::rowsAreThere));
        window.print("start to window with headlines, " + stories, floor);
        measureNext(runs, library, stories, floor);
        std::printf("%-56s %8.1f MB above an empty library\n", ("memory, " + stories).c_str(),
                    memoryWith(library) - empty);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArray(argv[1]) == "--floor")
        return showFloor(argc, argv);

    const QGuiApplication application(argc, argv);
    const auto arguments = QGuiApplication::arguments();
    const auto runs = argc > 1 ? std::max(arguments.at(1).toInt(), 1) : 5;
    const auto libraries = arguments.indexOf(u"--libraries"_s);
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toLocal8Bit());
    qputenv("XDG_STATE_HOME", home.filePath(u"state"_s).toLocal8Bit());

    const auto file = support::writeFile(home.path(), u"story.txt"_s,
                                         support::storyText(1) + support::storyText(2));
    Times floor;
    for (int i = 0; i < runs; ++i)
        floor.add(Program(QCoreApplication::applicationFilePath(), {u"--floor"_s, file})
                      .until(screen::textIsThere));
    floor.print("floor: a bare QTextBrowser with that text", floor);
    measureStart(runs, home, file, floor);
    measureNext(runs, home.filePath(u"many"_s), "10,000 stories", floor);
    if (libraries > 0)
        measureLibraries(runs, home, QDir(arguments.value(libraries + 1)), floor);
    return 0;
}
